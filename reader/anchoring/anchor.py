"""Finds a passage again: by alignment with the text that was annotated, else by its quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.anchoring.alignment import Alignment, align
from reader.anchoring.quote import by_quote
from reader.anchoring.tokens import Tokens, is_word, tokenise
from reader.model import AnchorState, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

SURE, LOST = 0.75, 0.5
"""Shares of a passage's words that survive: surely found from the first on, gone below the second."""
ALIGNMENTS = 8
"""Pairs of texts whose alignment is remembered: those of the articles that changed last."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands now, and how sure that is."""

    span: Span | None
    state: AnchorState


GONE = Located(None, AnchorState.ORPHAN)


def locate(quote: str, prefix: str, suffix: str, span: Span, text: str, kept_text: str | None) -> Located:
    """Find *quote*, which stood at *span* between *prefix* and *suffix*, in *text* as it is now.

    *kept_text* is the text that was annotated, where it was kept: then the whole of it is aligned with
    *text*, so that a passage only lands on words that no other part of the original claims.
    """
    if kept_text is None or kept_text[span.start : span.end] != quote:
        found, share = by_quote(quote, prefix, suffix, span.start, text)
        return _judged(found, share, quote, span, text)
    if kept_text == text:
        return Located(span, AnchorState.EXACT)
    old, new, alignment = aligned(kept_text, text)
    found, share = _mapped(span, old, new, alignment)
    return _judged(found, share, quote, span, text)


def _judged(found: Span | None, share: float, quote: str, span: Span, text: str) -> Located:
    if found is None or share < LOST:
        return GONE
    if found.of(text) == quote:
        return Located(found, AnchorState.EXACT if found == span else AnchorState.MOVED)
    return Located(found, AnchorState.MOVED if share >= SURE else AnchorState.DOUBTFUL)


@lru_cache(maxsize=ALIGNMENTS)
def aligned(old: str, new: str) -> tuple[Tokens, Tokens, Alignment]:
    """Both texts as tokens, and their alignment; all annotations of an article share it."""
    before, after = tokenise(old), tokenise(new)
    return before, after, align(before.keys, after.keys)


def _mapped(span: Span, old: Tokens, new: Tokens, alignment: Alignment) -> tuple[Span | None, float]:
    """Where *span* of the old text is in the new one, and which share of its words is still there."""
    first, last = _tokens_of(span, old)
    if first == last:
        return None, 0.0
    run = max(_runs(first, last, alignment), key=lambda run: _weight_of(run, old), default=[])
    total = _weight_of(range(first, last), old)
    if not run or not total:
        return None, 0.0
    start = _start(span, first, run[0], old, new, alignment)
    end = _end(span, last - 1, run[-1], old, new, alignment)
    kept = sum(_weight_of([i], old) for i in run)
    return Span(start, max(start, end)), kept / total


def _tokens_of(span: Span, tokens: Tokens) -> tuple[int, int]:
    """The tokens that *span* touches, as a half-open range."""
    return bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end)


def _weight_of(places: list[int] | range, tokens: Tokens) -> int:
    """How much *places* weigh: a word by its letters, a sign hardly."""
    return sum(len(tokens.keys[i]) * 4 if is_word(tokens.keys[i]) else 1 for i in places)


def _runs(first: int, last: int, alignment: Alignment) -> Iterator[list[int]]:
    """The matched tokens of a passage, cut where their matches stop rising or jump far."""
    room = 2 * (last - first) + 20
    run: list[int] = []
    for i in range(first, last):
        place = alignment.to[i]
        if place is None:
            continue
        before = alignment.to[run[-1]] if run else None
        if before is not None and not before < place <= before + room:
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _start(span: Span, first: int, matched: int, old: Tokens, new: Tokens, alignment: Alignment) -> int:
    place = alignment.to[matched]
    assert place is not None, "a run holds matched tokens only"
    if matched == first:
        return _within(span.start, old, matched, new, place)
    lost, free = matched - first, _free_before(place, alignment)
    before = _unmatched_before(first, alignment)
    taken = free if not before else round(free * lost / (lost + before))
    return new.starts[place - taken]


def _end(span: Span, last: int, matched: int, old: Tokens, new: Tokens, alignment: Alignment) -> int:
    place = alignment.to[matched]
    assert place is not None, "a run holds matched tokens only"
    if matched == last:
        return _within(span.end, old, matched, new, place)
    lost, free = last - matched, _free_after(place, alignment)
    behind = _unmatched_after(last, alignment)
    taken = free if not behind else round(free * lost / (lost + behind))
    return new.ends[place + taken]


def _within(offset: int, old: Tokens, i: int, new: Tokens, j: int) -> int:
    """The place in new token *j* that answers *offset* in (or at an end of) old token *i*."""
    if offset <= old.starts[i]:
        return new.starts[j]
    if offset >= old.ends[i]:
        return new.ends[j]
    return min(new.starts[j] + offset - old.starts[i], new.ends[j])


def _free_before(place: int, alignment: Alignment) -> int:
    count = 0
    while place - count > 0 and alignment.back[place - count - 1] is None:
        count += 1
    return count


def _free_after(place: int, alignment: Alignment) -> int:
    count = 0
    while place + count + 1 < len(alignment.back) and alignment.back[place + count + 1] is None:
        count += 1
    return count


def _unmatched_before(i: int, alignment: Alignment) -> int:
    count = 0
    while i - count > 0 and alignment.to[i - count - 1] is None:
        count += 1
    return count


def _unmatched_after(i: int, alignment: Alignment) -> int:
    count = 0
    while i + count + 1 < len(alignment.to) and alignment.to[i + count + 1] is None:
        count += 1
    return count
