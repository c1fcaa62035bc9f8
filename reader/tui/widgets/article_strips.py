"""The painted rows of a page: kept until what they show changes, but for those that the reader is on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.strip import Strip

from reader.layout.glyphs import glyphs_for
from reader.tui.widgets.article_paint import Painter, Palette, RowState

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.tui.widgets.article_cursor import Cursor
    from reader.tui.widgets.article_page import Page


class Strips:
    """Paints rows for one widget and remembers them."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._glyphs = glyphs_for(getattr(sys.__stderr__, "encoding", "utf-8"))
        self._palette: Palette | None = None
        self._kept: dict[int, Strip] = {}
        self._cursor: Cursor | None = None
        """The cursor that the live rows are those of."""
        self._live = range(0)
        """The rows that cursor and selection stand on."""

    def strip(self, page: Page, row: int, cursor: Cursor) -> Strip:
        """One row of *page*, with the cursor and the selection where they stand on it."""
        if self._palette is None:
            self._palette = Palette(self._widget)
        if row >= page.wrapped.height or not page.frame.width:
            return Strip.blank(self._widget.size.width, self._palette.plain)
        if cursor is not self._cursor:
            self._cursor, self._live = cursor, _live_rows(page, cursor)
        painter = Painter(page, self._glyphs, self._palette)
        if row in self._live:
            return painter.row(row, self._state(page, row, cursor))
        strip = self._kept.get(row)
        if strip is None:
            strip = self._kept[row] = painter.row(row)
        return strip

    def forget(self) -> None:
        """The page says something else now."""
        self._kept.clear()
        self._cursor = None

    def forget_styles(self) -> None:
        """It looks different now."""
        self._palette = None
        self.forget()

    def _state(self, page: Page, row: int, cursor: Cursor) -> RowState:
        """What the reader does on *row*."""
        if page.wrapped.row_of(cursor.point) != row:
            return RowState(cursor.selection)
        return RowState(cursor.selection, cursor.letter, self._widget.has_focus)


def _live_rows(page: Page, cursor: Cursor) -> range:
    if page.article is None:
        return range(0)
    row, selection = page.wrapped.row_of(cursor.point), cursor.selection
    if selection is None:
        return range(row, row + 1)
    rows = [row, page.wrapped.row_of(selection.start), page.wrapped.row_of(selection.end)]
    return range(min(rows), max(rows) + 1)
