"""Finds a passage again by its quote, its context and its old place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import AnchorState, Span
from reader.text.folding import find_folded

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands now, and how sure that is."""

    span: Span | None
    state: AnchorState


def locate(quote: str, prefix: str, suffix: str, span: Span, text: str, kept_text: str | None) -> Located:
    """Find *quote*, which stood at *span* between *prefix* and *suffix*, in *text* as it is now.

    *kept_text* is the text that was annotated, where it was kept. The quote is verified before its old
    place is trusted; among several places the one with the most like context, then the nearest, wins.
    """
    del kept_text
    if quote and text[span.start : span.end] == quote and _context(text, span, prefix, suffix) > 0:
        return Located(span, AnchorState.EXACT)
    places = list(_places(text, quote))
    if not places:
        found = find_folded(text, quote)
        if len(found) == 1:
            return Located(found[0], AnchorState.DOUBTFUL)
        return Located(None, AnchorState.ORPHAN)
    best = max(
        places, key=lambda place: (_context(text, place, prefix, suffix), -abs(place.start - span.start))
    )
    unsure = len(places) > 1 and _context(text, best, prefix, suffix) == 0
    return Located(best, AnchorState.DOUBTFUL if unsure else AnchorState.MOVED)


def _places(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _context(text: str, span: Span, prefix: str, suffix: str) -> int:
    """How many characters around *span* are those around the quote, counted outwards."""
    before = text[max(0, span.start - len(prefix)) : span.start]
    after = text[span.end : span.end + len(suffix)]
    return _common(before[::-1], prefix[::-1]) + _common(after, suffix) + (not prefix and not suffix)


def _common(left: str, right: str) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length
