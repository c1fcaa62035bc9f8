"""Verb groups that report: ``a également souligné``, ``explique-t-il``, ``tout en assurant``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import Lexicon, VerbForm, lexicon
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

REACH = 12
"""Tokens between an auxiliary and its participle at most."""
_AHEAD = frozenset(("devoir", "pouvoir", "aller"))
PHRASE_LEMMAS = ("faire", "laisser", "mettre", "donner", "rendre")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliary, as places in the sentence's tokens."""

    start: int
    """The auxiliary, or the verb itself; clitics are left outside."""
    end: int
    """After its last word."""
    lemma: str
    classes: frozenset[str]
    tense: Mood
    """That of the finite part: PAST for a compound past too."""
    negated: bool = False
    passive: bool = False
    bare: bool = False
    """A participle without any auxiliary: ``qualifié de``."""
    inverted: int = -1
    """The place of ``-t-il``, if the subject stands there."""
    ahead: bool = False
    """Whether it is still to come: ``devrait annoncer``, ``va préciser``."""

    @property
    def finite(self) -> bool:
        return self.tense in (Mood.PRESENT, Mood.PAST, Mood.FUTURE, Mood.CONDITIONAL) and not self.bare


def verb_groups(sentence: Sentence) -> list[VerbGroup]:
    """The groups in *sentence* that may report something or set a tense over what follows, in order."""
    return list(_groups(sentence.tokens, sentence.first))


def _groups(tokens: Sequence[Token], first: int) -> Iterator[VerbGroup]:
    words = lexicon()
    last_end = -1
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.form == QUOTED or (token.capital and at != first):
            continue
        group = _phrase(words, tokens, at) or _single(words, tokens, at, first)
        if group is not None and group.start >= last_end:
            last_end = group.end
            yield group


def _single(words: Lexicon, tokens: Sequence[Token], at: int, first: int) -> VerbGroup | None:
    """The group whose verb stands at *at*; a compound before a simple form, any before a bare participle."""
    if tokens[at].form in words["grammar.not_verbs"]:
        return None
    best: VerbGroup | None = None
    for reading in words.verbs.get(tokens[at].form, ()):
        if reading.reports or "factive" in reading.classes:
            group = _read(words, tokens, at, first, reading)
            if group is not None and (best is None or best.bare or group.start < best.start):
                best = group
    if best is None or not _is_reflexive(tokens, best.start):
        return best
    if best.lemma in words["grammar.not_reflexive"]:
        return None
    if "reflexive" in best.classes:
        return replace(best, classes=best.classes | {"voice", "stance"})
    return best


def _is_reflexive(tokens: Sequence[Token], start: int) -> bool:
    return any(tokens[at].form in ("s'", "se") for at in range(max(0, start - 2), start))


def _read(
    words: Lexicon, tokens: Sequence[Token], at: int, first: int, reading: VerbForm
) -> VerbGroup | None:
    if reading.mood is Mood.PARTICIPLE:
        return _compound(words, tokens, at, reading)
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
    negated = _negated(words, tokens, at, end)
    return VerbGroup(at, end, reading.lemma, reading.classes, reading.mood, negated, inverted=inverted)


def _may_be_finite(words: Lexicon, tokens: Sequence[Token], at: int, before: str) -> bool:
    """Whether the word before leaves room for a verb rather than a noun."""
    if before in ("le", "la", "les", "l'", "leur", "leurs"):
        if tokens[at].form not in words["grammar.noun_forms"]:
            return before != "leurs"
        return at > 1 and tokens[at - 2].form in words["grammar.subjects"] | {"ne", "n'", "qui"}
    if before in words["grammar.clitics"] or before in words["grammar.quantities"]:
        return True
    return before not in words["grammar.determiners"] and before not in words["grammar.prepositions"]


def _negated(words: Lexicon, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether ``ne … pas`` holds the finite word at *start*."""
    at = start - 1
    while at >= 0 and tokens[at].form in words["grammar.clitics"]:
        if tokens[at].form in ("ne", "n'"):
            return True
        at -= 1
    return end < len(tokens) and tokens[end].form in ("pas", "jamais", "guère")


def is_adverb(words: Lexicon, token: Token) -> bool:
    """Whether *token* may stand between an auxiliary and its participle, or before a complement."""
    form = token.form
    return form in words["grammar.adverbs"] or (len(form) > 6 and form.endswith("ment"))


def _compound(words: Lexicon, tokens: Sequence[Token], at: int, reading: VerbForm) -> VerbGroup | None:
    back = at - 1
    passive = False
    inverted = -1
    negated = False
    limit = max(-1, at - REACH)
    while back > limit:
        token = tokens[back]
        form = token.form
        if form in words.avoir or form in words.etre:
            if form == "été":
                passive = True
                back -= 1
                continue
            tense, reflexive = _tense(words, tokens, back, form)
            passive = passive or (form in words.etre and not reflexive)
            negated = negated or _negated(words, tokens, back, at + 1)
            return VerbGroup(
                back, at + 1, reading.lemma, reading.classes, tense, negated, passive, False, inverted
            )
        if form.startswith("-") and len(form) > 1:
            inverted = back
        elif form in words["grammar.negations"]:
            negated = form in ("pas", "jamais", "guère") or negated
        elif form == ",":
            opening = _comma_before(tokens, back, limit)
            if opening < 0:
                break
            back = opening
        elif not (is_adverb(words, token) or form in words["grammar.parentheses"]):
            break
        back -= 1
    return VerbGroup(at, at + 1, reading.lemma, reading.classes, Mood.PARTICIPLE, False, True, True)


def _comma_before(tokens: Sequence[Token], at: int, limit: int) -> int:
    for back in range(at - 1, limit, -1):
        if tokens[back].form == ",":
            return back
    return -1


def _tense(words: Lexicon, tokens: Sequence[Token], at: int, form: str) -> tuple[Mood, bool]:
    """The tense of the compound whose auxiliary stands at *at*, and whether it is reflexive."""
    reflexive = _is_reflexive(tokens, at)
    mood = words.avoir.get(form) or words.etre.get(form) or Mood.PRESENT
    if mood is Mood.PRESENT and (form in words.avoir or reflexive):
        return Mood.PAST, reflexive
    return mood, reflexive


def _infinitive(words: Lexicon, tokens: Sequence[Token], at: int, reading: VerbForm) -> VerbGroup | None:
    """The infinitive with the verb that carries it (``tient à préciser``), else by itself."""
    back = at - 1
    while (
        back > at - 5
        and back >= 0
        and (tokens[back].form in ("à", "de", "d'") or is_adverb(words, tokens[back]))
    ):
        back -= 1
    if back >= 0 and at - back <= 4:
        for carrier in words.verbs.get(tokens[back].form, ()):
            if "carriers" in carrier.classes:
                group = _read(words, tokens, back, 0, carrier)
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
    return VerbGroup(at, at + 1, reading.lemma, reading.classes, Mood.INFINITIVE)


def _phrase(words: Lexicon, tokens: Sequence[Token], at: int) -> VerbGroup | None:
    """A verb of two or more words that ends at *at*: ``a fait savoir``, ``met en garde``."""
    form = tokens[at].form
    for first in PHRASE_LEMMAS:
        classes = words.phrases.get((first, form))
        if classes is None:
            continue
        back = at - 1
        while (
            back > at - 4
            and back >= 0
            and (tokens[back].form in ("en", "à", "de") or is_adverb(words, tokens[back]))
        ):
            back -= 1
        if back < 0:
            return None
        for head in words.verbs.get(tokens[back].form, ()):
            if head.lemma == first:
                group = _read(words, tokens, back, 0, head)
                if group is None or (group.bare and back > 0):
                    continue
                if head.mood is Mood.PRESENT and any(
                    other.mood is Mood.PARTICIPLE for other in words.verbs[tokens[back].form]
                ):
                    compound = _compound(words, tokens, back, head)
                    group = group if compound is None or compound.bare else compound
                return VerbGroup(
                    group.start,
                    at + 1,
                    f"{first} {form}",
                    classes,
                    group.tense,
                    group.negated,
                    group.passive,
                    group.bare,
                    group.inverted,
                )
    return None
