"""Any text is laid out whole, at any width, and none of it commands the terminal."""

from __future__ import annotations

from reader.layout.marks import Mark, Role
from reader.layout.rows import Flattened
from reader.layout.wrap import Wrapped
from reader.model import Span
from reader.text.cells import cell_width
from reader.text.display import safe_display, safe_line
from tests.fuzz.given import Given

ROLES = tuple(Role)


def check(data: bytes) -> None:
    given = Given(data)
    width = given.number(120)
    places = [
        (given.number(300), given.number(40), given.number(len(ROLES) - 1)) for _ in range(given.number(5))
    ]
    text = given.text()
    wrapped = Wrapped(text, width)
    marks = [Mark(_within(start, start + size, text), ROLES[role]) for start, size, role in places]
    looks = Flattened(marks)
    at = 0
    for row in range(wrapped.height):
        span = wrapped.row_span(row)
        assert span.start == at
        at = span.end
        shown = wrapped.shown_row(row)
        assert safe_line(shown) == shown
        assert wrapped.row_cells(row) == cell_width(shown)
        runs = list(looks.runs(span))
        assert sum(run.end - run.start for run in runs) == len(span)
        looks.margin(span)
        assert wrapped.row_of(span.start) == row or not len(span)
    assert at == len(text)
    assert len(safe_display(text)) == len(safe_line(text)) == len(text)
    offset = given.number(len(text))
    row, cell = wrapped.cell_of(offset)
    assert 0 <= wrapped.offset_at(row, cell) <= len(text)


def _within(start: int, end: int, text: str) -> Span:
    return Span(min(start, len(text)), min(end, len(text)))
