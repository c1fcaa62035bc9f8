"""Lines of a text as spans, without their newlines; only a newline ends a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.space import last_ink, next_ink

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
    while (first := next_ink(text, start)) >= 0:
        newline = text.find("\n", first)
        start = newline if newline >= 0 else len(text)
        yield first, last_ink(text, start, first) + 1
