"""A text wrapped to a width, in cells, with exact offsets.

Rows partition the text: the spans of all rows joined are the text. Line ends and the
spaces at a wrap belong to the row before them. An empty row (a *spacer*) parts two
paragraphs that the text parts by a single line end; it has an empty span.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.layout.breaks import may_cut, row_end
from reader.model import Span
from reader.text.cells import cell_width, graphemes, is_simple
from reader.text.display import safe_display

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPH = 100
"""A line of at least so many code points is a paragraph of prose, not a line of a list or a poem."""


_FIRST_COMBINING = "\u0300"


@lru_cache(maxsize=4096)
def _grapheme_width(grapheme: str) -> int:
    return cell_width(grapheme)


_RARE_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f\u3000"
"""Spaces at which a row may end, besides U+0020 (UAX #14, class BA, without U+2009)."""


class Wrapped:
    """A text on rows of at most *width* cells."""

    __slots__ = ("_breakable", "_headings", "_simple", "_starts", "_stops", "shown", "text", "width")

    def __init__(self, text: str, width: int, headings: Iterable[Span] = ()) -> None:
        self.text = text
        self.width = max(1, width)
        self.shown = safe_display(text).replace("\t", " ")
        """What may be painted: as long as the text, offset by offset."""
        self._breakable = self.shown
        for space in _RARE_SPACES:
            self._breakable = self._breakable.replace(space, " ")
        self._simple = is_simple(self.shown)
        self._headings = frozenset(span.start for span in headings)
        self._stops: dict[int, tuple[list[int], list[int]]] = {}
        self._starts = self._wrap()

    # --- rows ---------------------------------------------------------------

    @property
    def height(self) -> int:
        """The number of rows; at least one."""
        return len(self._starts)

    def row_span(self, row: int) -> Span:
        """What of the text stands on *row*, with its line end or the spaces that hang over."""
        return Span(self._starts[row], self._end(row))

    def content_end(self, row: int) -> int:
        """Where the words of *row* end: before its line end or the spaces at the wrap."""
        start, end = self._starts[row], self._end(row)
        if end > start and self.shown[end - 1] == "\n":
            return end - 1
        while end < len(self.text) and end > start and self._breakable[end - 1] == " ":
            end -= 1
        return end

    def is_spacer(self, row: int) -> bool:
        """Whether *row* stands for no text at all, only for the space between two paragraphs."""
        return self._starts[row] == self._end(row) < len(self.text)

    def row_of(self, offset: int) -> int:
        """The row on which *offset* stands; the end of the text stands on the last row."""
        return max(0, bisect_right(self._starts, offset) - 1)

    # --- cells --------------------------------------------------------------

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Row and cell of *offset*; within a grapheme, those of its first code point.

        Spaces that hang over all stand in the one cell behind the row.
        """
        row = self.row_of(offset)
        if self._is_simple_row(row):
            return row, min(offset - self._starts[row], self.width)
        offsets, cells = self._row_stops(row)
        return row, min(cells[max(0, bisect_right(offsets, offset) - 1)], self.width)

    def offset_at(self, row: int, cell: int) -> int:
        """The grapheme that covers *cell* of *row*; beyond the row, where its words end.

        A row without a line end or space to stand on gives its last grapheme, so that the
        result always stands on *row*. Rows outside the text give its ends.
        """
        if row < 0:
            return 0
        if row >= self.height:
            return len(self.text)
        if self._is_simple_row(row):
            offset = self._starts[row] + max(0, cell)
        else:
            offsets, cells = self._row_stops(row)
            offset = offsets[max(0, bisect_right(cells, cell) - 1)]
        return min(offset, self.last_stand(row))

    def last_stand(self, row: int) -> int:
        """The last offset at which a cursor stands on *row*: where its words end, else its last grapheme."""
        content, end = self.content_end(row), self._end(row)
        if content < end or row == self.height - 1:
            return content
        if self._is_simple_row(row):
            return max(self._starts[row], end - 1)
        offsets, _ = self._row_stops(row)
        return offsets[max(0, bisect_left(offsets, end) - 1)]

    def row_cells(self, row: int) -> int:
        """The cells that *row* takes, at most the width but for a grapheme that is wider."""
        return cell_width(self.shown_row(row))

    def shown_row(self, row: int) -> str:
        """What to paint on *row*: without its line end and what of its last spaces does not fit."""
        start, end = self._starts[row], self._end(row)
        if end > start and self.shown[end - 1] == "\n":
            end -= 1
        if self._simple:
            return self.shown[start : min(end, start + self.width)]
        if end - start > self.width or not is_simple(self.shown[start:end]):
            offsets, cells = self._row_stops(row)
            end = min(end, offsets[max(1, bisect_right(cells, self.width) - 1)])
        return self.shown[start:end]

    # --- inside -------------------------------------------------------------

    def _end(self, row: int) -> int:
        return self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)

    def _is_simple_row(self, row: int) -> bool:
        return self._simple or is_simple(self.shown[self._starts[row] : self._end(row)])

    def _row_stops(self, row: int) -> tuple[list[int], list[int]]:
        """Where the graphemes of *row* begin, and its end: offsets and cells."""
        stops = self._stops.get(row)
        if stops is None:
            if len(self._stops) > 512:
                self._stops.clear()
            stops = self._stops[row] = self._measure(self._starts[row], self._end(row))
        return stops

    def _measure(self, start: int, end: int) -> tuple[list[int], list[int]]:
        offsets, cells, cell = [], [], 0
        for first, last in graphemes(self.shown, start, end):
            offsets.append(first)
            cells.append(cell)
            cell += _grapheme_width(self.shown[first:last])
        offsets.append(end)
        cells.append(cell)
        return offsets, cells

    def _wrap(self) -> list[int]:
        starts: list[int] = []
        begin, size = 0, len(self.shown)
        while True:
            line_end = self.shown.find("\n", begin)
            end = size if line_end < 0 else line_end
            starts.append(begin)
            if end - begin > self.width or not self._simple:
                self._wrap_line(starts, begin, end)
            if line_end < 0:
                return starts
            if self._needs_space(begin, end):
                starts.append(end + 1)
            begin = end + 1

    def _wrap_line(self, starts: list[int], begin: int, end: int) -> None:
        """Add where the rows of a line begin, after the first."""
        text, width, simple = self._breakable, self.width, self._simple
        while True:
            # One more code point than fits: it may be a mark that combines with the last.
            if simple or is_simple(self.shown[begin : min(end, begin + width + 1)]):
                if end - begin <= width:
                    return
                begin = row_end(text, begin, begin + width, end)
            else:
                begin = self._complex_row_end(begin, end)
            if begin >= end:
                return
            starts.append(begin)

    def _complex_row_end(self, begin: int, end: int) -> int:
        """Where the row at *begin* ends, told grapheme by grapheme."""
        shown, cell, previous = self.shown, 0, 1
        stops, beside_wide = [begin], []
        for first, last in graphemes(shown, begin, end):
            single = last == first + 1 and shown[first] < _FIRST_COMBINING
            width = 1 if single else _grapheme_width(shown[first:last])
            if first > begin and (previous > 1 or width > 1):
                beside_wide.append(first)
            if cell + width > self.width and first > begin:
                break
            cell, previous = cell + width, width
            stops.append(last)
        else:
            return end
        found = row_end(self._breakable, begin, stops[-1], end)
        found = next((at for at in reversed(beside_wide) if at > found and may_cut(shown, at)), found)
        return found if found >= stops[-1] else stops[max(1, bisect_right(stops, found) - 1)]

    def _needs_space(self, begin: int, end: int) -> bool:
        """Whether a spacer parts the line from the next: prose or headings without a blank line between."""
        following = self.shown.find("\n", end + 1)
        next_end = len(self.shown) if following < 0 else following
        if self.shown[begin:end].isspace() or begin == end:
            return False
        if end + 1 == next_end or self.shown[end + 1 : next_end].isspace():
            return False
        return (
            end - begin >= PARAGRAPH
            or next_end - end > PARAGRAPH
            or begin in self._headings
            or end + 1 in self._headings
        )
