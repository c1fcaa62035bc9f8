"""Lines of a text as spans, without their newlines; only a newline ends a line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines_of(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The lines from the offset *start* on, as ``(start, end)``."""
    while True:
        newline = text.find("\n", start)
        if newline < 0:
            yield start, len(text)
            return
        yield start, newline
        start = newline + 1


def filled_lines_of(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The same without outer white space, blank lines left out."""
    while (found := _ink().search(text, start)) is not None:
        first = found.start()
        last = text.find("\n", first)
        start = last = len(text) if last < 0 else last
        yield first, first + len(text[first:last].rstrip())


@cache
def _ink() -> re.Pattern[str]:
    return re.compile(r"\S")
