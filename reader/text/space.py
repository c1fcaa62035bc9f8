"""White space at the borders of a stretch of text, told without copying the stretch."""

from __future__ import annotations

import re
from functools import cache


def next_ink(text: str, start: int) -> int:
    """Offset of the first character from *start* on that is no white space; -1 where there is none."""
    found = _ink().search(text, start)
    return found.start() if found else -1


def last_ink(text: str, end: int, start: int = 0) -> int:
    """Offset of the last character of ``text[start:end]`` that is no white space; -1 where there is none."""
    size = 64
    while end > start:
        begin = max(start, end - size)
        if kept := len(text[begin:end].rstrip()):
            return begin + kept - 1
        end, size = begin, size * 2
    return -1


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without outer white space; empty at its start where there is nothing else."""
    found = _ink().search(text, start, end)
    if found is None:
        return start, start
    return found.start(), last_ink(text, end, found.start()) + 1


@cache
def _ink() -> re.Pattern[str]:
    return re.compile(r"\S")
