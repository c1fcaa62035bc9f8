"""What stands between the commas before a verb, back to where its clause begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.claims.clauses import has_finite
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.phrases.phrase import HARD, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.tokens import Token

REACH = 60
"""Tokens in which a subject is sought."""
_OPENERS = {")": "(", "—": "—", "–": "–"}
"""What closes an insertion, and what opens it."""
_RELATIVES = ("dont", "où", "que", "qu'")
_SUBORDINATORS = (
    *_RELATIVES,
    "lorsque",
    "lorsqu'",
    "quand",
    "si",
    "puisque",
    "puisqu'",
    "quoique",
    "quoiqu'",
)
_JOINTS = ("et", "mais", "puis", "ou")


def segments_before(tokens: Sequence[Token], end: int, first: int) -> list[Phrase]:
    """The parts between commas up to the token at *end*, insertions left out, in order."""
    breaks = lexicon()["grammar.breaks"]
    found: list[Phrase] = []
    stop, at = end + 1, end
    while at >= first and at > end - REACH:
        form = tokens[at].form
        if form != "," and form not in HARD and form not in breaks:
            at -= 1
            continue
        _add(found, at + 1, stop)
        stop = at
        opening = _insertion_start(tokens, at, first)
        if opening < at:
            at = stop = opening
        elif form != ",":
            if not _closes_subordinate(tokens, at, end, first):
                return _in_order(tokens, found)
            at = stop = at - (tokens[at - 1].form == ",")
            found = []
        at -= 1
    _add(found, at + 1, stop)
    return _in_order(tokens, found)


def _add(found: list[Phrase], start: int, stop: int) -> None:
    if start < stop:
        found.append(Phrase(start, stop))


def _in_order(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """*found* from left to right, the conjunction at its head left out."""
    found.reverse()
    if found and found[0].end - found[0].start > 1 and tokens[found[0].start].form in _JOINTS:
        found[0] = Phrase(found[0].start + 1, found[0].end)
    return found


def _closes_subordinate(tokens: Sequence[Token], at: int, end: int, first: int) -> bool:
    """Whether the clause that ``que``, ``dont``, ``si`` … opens at *at* is over where a comma ends it."""
    if tokens[end].form != "," or at <= first or tokens[at].form not in _SUBORDINATORS:
        return False
    relative = tokens[at].form in _RELATIVES and tokens[at - 1].form == ","
    return relative or has_finite(tokens, at + 1, end)


def _insertion_start(tokens: Sequence[Token], at: int, first: int) -> int:
    """Where the bracket or the dashes that close at *at* open; *at* where they do not."""
    opener = _OPENERS.get(tokens[at].form)
    if opener is not None:
        for back in range(at - 1, max(first - 1, at - REACH), -1):
            if tokens[back].form == opener:
                return back
    return at
