"""Where quotation marks open and close: « », “ ”, " ", and dialogue lines after a dash.

Only the marks; who speaks is attribution's matter. One pass: a mark that nothing closes costs no search.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 6000
"""Characters after which an open mark is taken for a slip."""
CLOSERS = {"«": "»", "“": "”", "„": "“”", '"': '"', "‹": "›", "<<": ">>"}

Mark = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks."""

    outer: Span
    inner: Span
    """Without the marks and the spaces inside them; never empty."""

    def ends_sentence(self, text: str) -> bool:
        """Whether a full stop or its like stands right before the closing mark."""
        return text[self.inner.end - 1] in ".!?…"

    def words(self, text: str) -> int:
        """How many words it holds, counted up to a few dozen."""
        return len(text[self.inner.start : self.inner.end].split(None, 40))


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of *text* in order; a mark that is never closed gives none."""
    found: list[Quotation] = []
    open_at: int | None = None
    for line_start, marks in _lines(text):
        goes_on = bool(marks) and not text[line_start : marks[0][0]].strip() and marks[0][1] in "«»"
        if open_at is not None and goes_on and marks[-1][0] - open_at < LONGEST:
            close = next((at for at, mark in marks if mark == "»"), None)
            if close is None:
                continue
            _add(found, text, open_at, close, "«", "»")
            marks = [mark for mark in marks if mark[0] > close]
        open_at = None
        for start, end, opening, closing in _pairs(marks):
            if end is None:
                open_at = start
            else:
                _add(found, text, start, end, opening, closing)
    return tuple(found)


def _add(found: list[Quotation], text: str, start: int, end: int, opening: str, closing: str) -> None:
    first, last = start + len(opening), end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first < last:
        found.append(Quotation(Span(start, end + len(closing)), Span(first, last)))


def _lines(text: str) -> Iterator[tuple[int, list[Mark]]]:
    """The marks of each line that is not blank, with the line's start."""
    line_start = 0
    marks: list[Mark] = []
    for found in _mark().finditer(text):
        if found.group() == "\n":
            if marks or text[line_start : line_start + 200].strip():
                yield line_start, marks
            line_start, marks = found.end(), []
        else:
            marks.append((found.start(), found.group()))
    yield line_start, marks


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[«»“”„\"‹›\n]|<<|>>")


def _pairs(marks: Sequence[Mark]) -> Iterator[tuple[int, int | None, str, str]]:
    """Opening and closing offsets with their marks; an end of None is a guillemet left open."""
    left = Counter(mark for _, mark in marks)
    nests = left["«"] == left["»"]
    start, opening, depth = -1, "", 0
    for at, mark in marks:
        left[mark] -= 1
        if opening:
            if mark == "«" and opening == "«" and nests:
                depth += 1
            elif mark in CLOSERS[opening]:
                depth -= 1
                if depth <= 0:
                    yield start, at, opening, mark
                    opening = ""
        elif mark in CLOSERS:
            if any(left[close] > 0 for close in _closers(mark)):
                start, opening, depth = at, mark, 1
            elif mark == "«":
                yield at, None, mark, ""
                return


def _closers(mark: str) -> Sequence[str]:
    return (CLOSERS[mark],) if mark == "<<" else CLOSERS[mark]
