"""One word read as a verb: finite, compound, infinitive with its carrier, gerund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.verbs.adverbs import is_adverb
from reader.recognition.claims.verbs.compounds import compound_group, is_negated
from reader.recognition.claims.verbs.group import VerbGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.lexicon import Lexicon, VerbForm
    from reader.recognition.claims.tokens import Token

CARRIED = 4
"""Tokens from a carrier to the infinitive it carries at most."""
_AHEAD = frozenset(
    ("devoir", "pouvoir", "aller", "compter", "espérer", "souhaiter", "tenter", "chercher", "vouloir")
)


def read_verb(
    words: Lexicon, tokens: Sequence[Token], at: int, first: int, reading: VerbForm
) -> VerbGroup | None:
    """The group of the verb at *at* read as *reading*, if its surroundings allow it."""
    if reading.mood is Mood.PARTICIPLE:
        return compound_group(words, tokens, at, reading)
    if reading.mood is Mood.INFINITIVE:
        return _infinitive(words, tokens, at, reading)
    if reading.mood is Mood.GERUND:
        return VerbGroup(at, at + 1, reading.lemma, reading.classes, Mood.GERUND)
    before = tokens[at - 1].form if at > first else ""
    if not _may_be_finite(words, tokens, at, before):
        return None
    following = tokens[at + 1].form if at + 1 < len(tokens) else ""
    inverted = at + 1 if following.startswith("-") and len(following) > 1 else -1
    end = at + 2 if inverted >= 0 else at + 1
    negated = is_negated(words, tokens, at, end)
    return VerbGroup(at, end, reading.lemma, reading.classes, reading.mood, negated, inverted=inverted)


def _may_be_finite(words: Lexicon, tokens: Sequence[Token], at: int, before: str) -> bool:
    """Whether the word before leaves room for a verb rather than a noun."""
    if before in ("le", "la", "les", "l'", "leur", "leurs"):
        if tokens[at].form not in words["grammar.noun_forms"]:
            return before != "leurs"
        return at > 1 and tokens[at - 2].form in words["grammar.subjects"] | {"ne", "n'", "qui"}
    if before == "," and tokens[at].form in words["grammar.noun_forms"]:
        return _has_object(words, tokens, at + 1)
    if before in words["grammar.clitics"] or before in words["grammar.quantities"]:
        return True
    return before not in words["grammar.determiners"] and before not in words["grammar.prepositions"]


def _has_object(words: Lexicon, tokens: Sequence[Token], at: int) -> bool:
    """Whether what a verb takes follows at *at*: ``, critique le projet``, not ``, critique musical``."""
    if at >= len(tokens):
        return False
    if any(token.form in ("que", "qu'") for token in _until_comma(tokens, at)):
        return True
    token = tokens[at]
    if not token.is_word or token.capital or token.form in ("que", "qu'", "lui", "elle", "eux", "aux"):
        return token.form not in (".", ",", "(")
    return (
        token.form in words["grammar.determiners"]
        or is_adverb(words, token)
        or token.form in words["grammar.time_words"]
    )


def _until_comma(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The few words from *at* on before a comma: ``en retour que``."""
    end = next(
        (one for one in range(at, min(len(tokens), at + CARRIED)) if tokens[one].form == ","), at + CARRIED
    )
    return tokens[at:end]


def _infinitive(words: Lexicon, tokens: Sequence[Token], at: int, reading: VerbForm) -> VerbGroup:
    """The infinitive with the verb that carries it (``tient à préciser``), else by itself."""
    carried = _carried(words, tokens, at, reading)
    return carried or VerbGroup(at, at + 1, reading.lemma, reading.classes, Mood.INFINITIVE)


def _carried(words: Lexicon, tokens: Sequence[Token], at: int, reading: VerbForm) -> VerbGroup | None:
    back = at - 1
    while back >= max(0, at - CARRIED) and (
        tokens[back].form in ("à", "de", "d'") or is_adverb(words, tokens[back])
    ):
        back -= 1
    if back < max(0, at - CARRIED):
        return None
    for carrier in words.verbs.get(tokens[back].form, ()):
        if "carriers" in carrier.classes:
            group = read_verb(words, tokens, back, 0, carrier)
            if group is not None and not group.bare and group.tense is not Mood.INFINITIVE:
                return VerbGroup(
                    group.start,
                    at + 1,
                    reading.lemma,
                    reading.classes,
                    group.tense,
                    group.negated,
                    ahead=carrier.lemma in _AHEAD,
                )
    return None
