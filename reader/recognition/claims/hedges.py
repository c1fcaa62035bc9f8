"""The author's own doubt: ``pourrait``, ``probablement``, ``semble``, ``il est possible que``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.claims.clause_bounds import clause_end, clause_start
from reader.recognition.claims.clauses import is_finite, sentence_end, trim
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import Phrase
from reader.recognition.claims.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.recognition.claims.regions import Region
    from reader.recognition.claims.sentences import Sentence
    from reader.recognition.claims.tokens import Token

ADVERB = 3
"""Tokens between a verb and its adverb of doubt at most."""


class Hedge(NamedTuple):
    """A clause the author does not vouch for, and the words that say so."""

    clause: Phrase
    cue: Phrase


def hedges(sentence: Sentence, regions: Sequence[Region]) -> list[Hedge]:
    """The doubts of *sentence* that nobody else is made to answer for, one for each clause."""
    tokens = sentence.tokens
    end = sentence_end(tokens)
    if tokens[-1].form == "?":
        return []
    found: list[Hedge] = []
    for cue in _cues(tokens, sentence.first, end):
        if any(one.start <= cue.start < one.end for one in regions):
            continue
        verb = _verb_of(tokens, cue, sentence.first)
        start = clause_start(tokens, verb, sentence.first, ())
        stop = clause_end(tokens, verb if verb < cue.start else cue.end - 1, end, regions)
        start, stop = trim(tokens, start, max(stop, cue.end))
        clause = Phrase(start, stop)
        if all(known.clause.end <= clause.start or clause.end <= known.clause.start for known in found):
            found.append(Hedge(clause, cue))
    return found


def _verb_of(tokens: Sequence[Token], cue: Phrase, first: int) -> int:
    """The verb right before an adverb of doubt, else the cue itself."""
    for at in range(cue.start, max(first, cue.start - ADVERB) - 1, -1):
        if is_finite(tokens, at):
            return at
        if tokens[at].form == ",":
            break
    return cue.start


def _cues(tokens: Sequence[Token], first: int, end: int) -> Iterator[Phrase]:
    words = lexicon()
    for at in range(first, end):
        form = tokens[at].form
        if form in words["hedges.modals"] or form in words["hedges.verbs"]:
            if not _is_personal(tokens, at):
                yield Phrase(at, _verb_end(tokens, at, end))
            continue
        for phrase in _phrases().get(form, ()):
            if tuple(token.form for token in tokens[at : at + len(phrase)]) == phrase:
                yield Phrase(at, at + len(phrase))
                break
        else:
            if form == "possible" or form in words["hedges.impersonal"]:
                back = at - 1
                while back > first and tokens[back].form in (
                    "peu",
                    "très",
                    "fort",
                    "plus",
                    "également",
                    "aussi",
                    "pas",
                ):
                    back -= 1
                following = tokens[at + 1].form if at + 1 < end else ""
                if following in ("que", "qu'") and tokens[back].form in ("est", "était", "semble"):
                    yield Phrase(back, at + 1)


def _is_personal(tokens: Sequence[Token], at: int) -> bool:
    """``il me semble``, ``on pourrait dire``: somebody's own voice."""
    back = at - 1
    while back >= 0 and tokens[back].form in ("ne", "n'", "y", "en", "se", "s'", "lui", "leur", "me", "nous"):
        if tokens[back].form in ("me", "lui", "leur"):
            return True
        back -= 1
    return back >= 0 and tokens[back].form in ("on", "je", "j'", "nous", "vous")


def _verb_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """The modal with the passive it carries: ``pourrait être envisagé``."""
    if (
        at + 2 < end
        and tokens[at + 1].form == "être"
        and tokens[at + 2].form.endswith(("é", "ée", "és", "ées", "u", "ue"))
    ):
        return at + 3
    return at + 1


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon()["hedges.adverbs"]:
        forms = tuple(token.form for token in tokenise(phrase, 0, len(phrase)))
        found.setdefault(forms[0], []).append(forms)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}
