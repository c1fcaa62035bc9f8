"""Where clauses begin and end in a sentence's tokens, and whether one has its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood
from reader.recognition.claims.lexicon import Lexicon, lexicon
from reader.recognition.claims.sentences import STOPS
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.tokens import Token

_FINITE = (Mood.PRESENT, Mood.PAST, Mood.FUTURE, Mood.CONDITIONAL)
_BARRED = frozenset(
    ("le", "la", "les", "l'", "un", "une", "des", "de", "d'", "du", "ce", "cet", "cette", "ces", "son", "sa")
) | {"ses", "en", "à", "par", "pour", "sans", "dans", "sur", "avec", "au", "aux", "leurs", "notre", "votre"}
"""Before them no finite verb, but for object pronouns."""
_SUBJUNCTIVES = frozenset(("ait", "aient", "soit", "soient"))
_SUBORDINATORS = frozenset(("lorsque", "lorsqu'", "si", "quand", "puisque", "puisqu'", "comme"))
_BEFORE_QUE = frozenset(
    ("alors", "bien", "même", "après", "avant", "tandis", "depuis", "dès", "pendant", "sans", "ainsi")
)
_INFINITIVES = ("er", "ir", "oir", "tre", "dre", "ire", "vre", "pre", "cre")
_ENDINGS = ("aient", "erait", "eront", "èrent", "irait", "era", "dra")


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* is most likely a conjugated verb."""
    words = lexicon()
    form = tokens[at].form
    if form in _SUBJUNCTIVES:
        return at > 0 and (
            tokens[at - 1].form in words["grammar.clitics"]
            or tokens[at - 1].form in words["grammar.subjects"]
        )
    if form in words.avoir or form in words.etre:
        return form not in words["grammar.avoir_other"] and form not in words["grammar.etre_other"]
    if tokens[at].capital or not form[0].isalpha():
        return False
    before = tokens[at - 1].form if at else ""
    if any(reading.mood in _FINITE for reading in words.verbs.get(form, ())):
        return before not in _BARRED or (
            before in ("le", "la", "les", "l'", "en")
            and at > 1
            and (
                tokens[at - 2].form in words["grammar.subjects"] or tokens[at - 2].form in ("ne", "n'", "qui")
            )
        )
    if form.endswith(_ENDINGS) and len(form) > 5:
        return before not in _BARRED
    if form.endswith("ent") and len(form) > 5:
        return _is_plural_verb(words, form, before)
    return len(form) > 4 and form.endswith("ait") and before not in _BARRED and not form.endswith("fait")


def _is_plural_verb(words: Lexicon, form: str, before: str) -> bool:
    """Whether a word in -ent is the verb of the plural right before it, not an adjective or adverb."""
    if before in ("ils", "elles", "qui"):
        return True
    plural = len(before) > 3 and before.endswith(("s", "x")) and before not in words["grammar.adverbs"]
    barred = (
        before in _BARRED or before in words["grammar.determiners"] or before in words["grammar.prepositions"]
    )
    return plural and not barred and not form.endswith("ment") and form not in words["grammar.adverbs"]


def is_infinitive(form: str) -> bool:
    """Whether *form* ends as infinitives do."""
    return len(form) > 3 and form.endswith(_INFINITIVES)


def has_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a main clause's verb stands in ``[start, end)``; verbs of relative clauses do not count."""
    relatives = lexicon()["grammar.relatives"]
    in_relative = False
    for at in range(start, min(end, len(tokens))):
        form = tokens[at].form
        if form in relatives:
            in_relative = True
        elif form in (",", ";", ":"):
            in_relative = False
        elif form != QUOTED and is_finite(tokens, at):
            if not in_relative:
                return True
            in_relative = False
    return False


def trim(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """``[start, end)`` without the commas, stops and spaces at its ends."""
    while start < end and tokens[start].form in (",", ";", ":", "–", "—", "-", ".", ")"):
        start += 1
    while end > start and (
        tokens[end - 1].form in (",", ";", ":", "–", "—", "-", "(") or tokens[end - 1].form in STOPS
    ):
        end -= 1
    return start, end


def sentence_end(tokens: Sequence[Token]) -> int:
    """The place after the last word, before the final stop."""
    end = len(tokens)
    while end > 0 and tokens[end - 1].form in STOPS:
        end -= 1
    return end


def main_start(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the main clause begins in ``[start, end)``: after a subordinate one at its head."""
    words = lexicon()
    opened = _opens_subordinate(tokens, start)
    at = start
    while not opened and at < end and at < start + 12:
        if tokens[at].form == ",":
            opened = _opens_subordinate(tokens, at + 1)
        at += 1
    if not opened:
        return start
    verb = False
    while at < end:
        if is_finite(tokens, at):
            verb = True
        if tokens[at].form == "," and verb and at + 1 < end:
            following = tokens[at + 1]
            subject = (
                following.form in words["grammar.subjects"] or following.form in words["grammar.determiners"]
            )
            if (subject or following.capital or following.form == "beaucoup") and has_finite(
                tokens, at + 1, end
            ):
                return at + 1
        at += 1
    return start


def _opens_subordinate(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``alors que``, ``si``, ``lorsque`` … begins at *at*."""
    if at + 1 >= len(tokens):
        return False
    form, following = tokens[at].form, tokens[at + 1].form
    return (
        (form in _SUBORDINATORS and form != "comme")
        or (form == "s'" and following in ("il", "ils"))
        or (form == "même" and following in ("si", "s'"))
        or (form in _BEFORE_QUE and following in ("que", "qu'"))
    )


def in_subordinate(tokens: Sequence[Token], start: int) -> bool:
    """Whether the clause that begins at *start* follows ``alors que``, ``bien que``, ``lorsque``."""
    if start < 1:
        return False
    before = tokens[start - 1].form
    if before in ("que", "qu'"):
        return start > 1 and tokens[start - 2].form in _BEFORE_QUE
    return before in _SUBORDINATORS
