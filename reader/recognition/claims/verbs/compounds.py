"""Compound tenses and passives: from a participle back to its auxiliary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.verbs.adverbs import is_adverb
from reader.recognition.claims.verbs.group import VerbGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.lexicon import Lexicon, VerbForm
    from reader.recognition.claims.tokens import Token

REACH = 12
"""Tokens between an auxiliary and its participle at most."""
_NOT = frozenset(("pas", "jamais", "guère"))


def compound_group(words: Lexicon, tokens: Sequence[Token], at: int, reading: VerbForm) -> VerbGroup:
    """The participle at *at* with its auxiliary, or bare where none stands before it."""
    passive, inverted, negated = False, -1, False
    back, limit = at - 1, max(-1, at - REACH)
    while back > limit:
        form = tokens[back].form
        if form == "été":
            passive = True
        elif form in words.avoir or form in words.etre:
            tense, reflexive = _tense(words, tokens, back, form)
            passive = passive or (form in words.etre and not reflexive)
            negated = negated or is_negated(words, tokens, back, at + 1)
            return VerbGroup(
                back, at + 1, reading.lemma, reading.classes, tense, negated, passive, False, inverted
            )
        elif form.startswith("-") and len(form) > 1:
            inverted = back
        elif form in words["grammar.negations"]:
            negated = form in _NOT or negated
        elif form == ",":
            back = _comma_before(tokens, back, limit)
            if back < 0:
                break
        elif not (is_adverb(words, tokens[back]) or form in words["grammar.parentheses"]):
            opening = _adverbial_before(words, tokens, back, limit)
            if opening < 0:
                break
            back = opening
        back -= 1
    return VerbGroup(at, at + 1, reading.lemma, reading.classes, Mood.PARTICIPLE, False, True, True)


def is_negated(words: Lexicon, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether ``ne … pas`` holds the finite word at *start*."""
    at = start - 1
    while at >= 0 and tokens[at].form in words["grammar.clitics"]:
        if tokens[at].form in ("ne", "n'"):
            return True
        at -= 1
    return end < len(tokens) and tokens[end].form in _NOT


def is_reflexive(tokens: Sequence[Token], start: int) -> bool:
    """Whether ``se`` stands before the group at *start*."""
    return any(tokens[at].form in ("s'", "se") for at in range(max(0, start - 2), start))


def _comma_before(tokens: Sequence[Token], at: int, limit: int) -> int:
    for back in range(at - 1, limit, -1):
        if tokens[back].form == ",":
            return back
    return -1


def _tense(words: Lexicon, tokens: Sequence[Token], at: int, form: str) -> tuple[Mood, bool]:
    """The tense of the compound whose auxiliary stands at *at*, and whether it is reflexive."""
    reflexive = is_reflexive(tokens, at)
    mood = words.avoir.get(form) or words.etre.get(form) or Mood.PRESENT
    if mood is Mood.PRESENT and (form in words.avoir or reflexive):
        return Mood.PAST, reflexive
    return mood, reflexive


def _adverbial_before(words: Lexicon, tokens: Sequence[Token], at: int, limit: int) -> int:
    """Where the adverbial that ends at *at*, right after an auxiliary, begins: ``a à ce propos raconté``."""
    for back in range(at, limit, -1):
        form = tokens[back].form
        if not (form[0].isalnum() or form == "l'") or form in words["grammar.relatives"]:
            return -1
        before = tokens[back - 1].form if back else ""
        auxiliary = before in words.avoir or before in words.etre
        if auxiliary or is_adverb(words, tokens[back - 1]) or before.startswith("-"):
            timed = form in ("un", "ce", "cette") and any(
                one.form in words["grammar.time_words"] or one.form == "temps"
                for one in tokens[back : at + 1]
            )
            return back if form in words["grammar.prepositions"] or timed else -1
        loose = form in words["grammar.determiners"] and before not in words["grammar.prepositions"]
        if loose or form in words.avoir or form in words.etre:
            return -1
    return -1
