"""Many spans, to be asked what stands at a place or next to it: a bisection, not a look at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.model import Span

Item = TypeVar("Item")


class Stretches(Generic[Item]):
    """Items in reading order, those that begin at one place by length, the longest first."""

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        pairs = [(span_of(item), item) for item in items]
        pairs.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        self._spans = [span for span, _ in pairs]
        self._items = [item for _, item in pairs]
        self._keys = [(span.start, -span.end) for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))
        """How far this span and those before it go."""

    def touching(self, place: Span) -> list[Item]:
        """The items that share a letter with *place*; with the letter there, if it is empty."""
        stop = max(place.end, place.start + 1)
        index, found = bisect_left(self._keys, (stop,)), []
        while index and self._reach[index - 1] > place.start:
            index -= 1
            if self._spans[index].end > place.start:
                found.append(self._items[index])
        return found[::-1]

    def after(self, place: Span) -> Span | None:
        """The next span after *place*; after an empty place, one that begins right there too."""
        first = (place.start, -place.end) if len(place) else (place.start - 1, 0)
        index = bisect_right(self._keys, first)
        return self._spans[index] if index < len(self._spans) else None

    def before(self, place: Span) -> Span | None:
        """The span before *place*."""
        index = bisect_left(self._keys, (place.start, -place.end))
        return self._spans[index - 1] if index else None
