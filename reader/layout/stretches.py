"""Many spans, to be asked what stands at a place or next to it: a bisection, not a look at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.text.sequences import parting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.model import Span

Item = TypeVar("Item")
BLOCK = 64
"""Items that are passed over together where none of them reaches far enough."""
Key = tuple[int, int]
"""Where an item begins, and minus where it ends."""


class Stretches(Generic[Item]):
    """Items in reading order, those that begin at one place by length, the longest first."""

    __slots__ = ("_ends", "_farthest", "_items", "_keys", "_reach", "_span_of")

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        self._span_of = span_of
        self._items = sorted(items, key=self._key)
        self._keys = [self._key(item) for item in self._items]
        self._measure()

    def touching(self, place: Span) -> list[Item]:
        """The items that share a letter with *place*; with the letter there, if it is empty."""
        stop = max(place.end, place.start + 1)
        index = bisect_left(self._keys, (stop,))
        found: list[Item] = []
        while index and self._reach[index - 1] > place.start:
            block = (index - 1) // BLOCK
            if self._farthest[block] > place.start:
                near = range(index - 1, block * BLOCK - 1, -1)
                found += [self._items[each] for each in near if self._ends[each] > place.start]
            index = block * BLOCK
        return found[::-1]

    def after(self, place: Span) -> Span | None:
        """The next span after *place*; after an empty place, one that begins right there too."""
        first = (place.start, -place.end) if len(place) else (place.start - 1, 0)
        index = bisect_right(self._keys, first)
        return self._span_of(self._items[index]) if index < len(self._items) else None

    def before(self, place: Span) -> Span | None:
        """The span before *place*."""
        index = bisect_left(self._keys, (place.start, -place.end))
        return self._span_of(self._items[index - 1]) if index else None

    def beyond(self, place: Span) -> Iterator[Item]:
        """The items that begin after *place* does, in order."""
        return iter(self._items[bisect_right(self._keys, (place.start, -place.end)) :])

    def ahead_of(self, place: Span) -> Iterator[Item]:
        """The items that begin before *place* does, the nearest first."""
        return reversed(self._items[: bisect_left(self._keys, (place.start, -place.end))])

    def now(self, items: Sequence[Item]) -> Stretches[Item]:
        """The stretches of *items*; where few of them are not those of before, little is done."""
        parted = parting(self._items, items)
        middle = items[parted.start : parted.new_end]
        keys = [self._key(item) for item in middle]
        around = [
            *self._keys[max(parted.start - 1, 0) : parted.start],
            *keys,
            *self._keys[parted.old_end :][:1],
        ]
        if any(one > other for one, other in pairwise(around)):
            return Stretches(items, self._span_of)
        found = Stretches[Item]((), self._span_of)
        found._items = [*items]
        found._keys = self._keys[: parted.start] + keys + self._keys[parted.old_end :]
        found._measure()
        return found

    def _key(self, item: Item) -> Key:
        span = self._span_of(item)
        return span.start, -span.end

    def _measure(self) -> None:
        self._ends = [-end for _, end in self._keys]
        self._reach = list(accumulate(self._ends, max))
        """How far this item and those before it go."""
        self._farthest = [
            max(self._ends[first : first + BLOCK]) for first in range(0, len(self._ends), BLOCK)
        ]
