"""Sets of code points written as ranges (``"300-36F 483"``), read when first needed."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache


@cache
def bounds(ranges: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of each range of *ranges*, in order."""
    pairs = [part.partition("-") for part in ranges.split()]
    starts = tuple(int(low, 16) for low, _, _ in pairs)
    ends = tuple(int(high or low, 16) for low, _, high in pairs)
    return starts, ends


def within(code_point: int, ranges: str) -> bool:
    """Whether *code_point* lies in one of *ranges*."""
    starts, ends = bounds(ranges)
    index = bisect_right(starts, code_point) - 1
    return index >= 0 and code_point <= ends[index]


@cache
def character_class(ranges: str) -> str:
    """*ranges* as the inside of a character class of a regular expression."""
    starts, ends = bounds(ranges)
    return "".join(rf"\U{low:08x}-\U{high:08x}" for low, high in zip(starts, ends, strict=True))
