"""Which rows of an article are in sight, and that the reader's place stays where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from reader.model import Span
from reader.tui.widgets.article_motion import CONTEXT_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.widgets.article_view import ArticleView

Where: TypeAlias = Literal["nearest", "third"]
"""``nearest`` scrolls as little as may be, ``third`` puts what is out of sight a third down the view."""


class Held(NamedTuple):
    """A letter and its row on the screen, to be there again after a change."""

    offset: int
    row: int


class Standpoint(NamedTuple):
    """What a reader sees of an article, in offsets: it outlives a change of width."""

    point: int
    """The letter that shows the cursor."""
    top: int
    """Of the first row in sight."""


class Sight:
    """The window that a view opens on its page; it alone scrolls."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._awaited: tuple[int, Where] | None = None
        """What to bring into sight as soon as there is any."""
        self._height = 0
        """Rows there were when the text was last laid out."""

    @property
    def top(self) -> int:
        """The first row in sight."""
        return self._view.scroll_offset.y

    @property
    def height(self) -> int:
        """How many rows are in sight."""
        return self._view.size.height

    @property
    def span(self) -> Span:
        """The stretch of the text that is in sight."""
        wrapped = self._view.page.wrapped
        top = min(self.top, wrapped.height - 1)
        bottom = min(top + max(self.height, 1), wrapped.height) - 1
        return Span(wrapped.row_span(top).start, wrapped.row_span(bottom).end)

    def reveal(self, target: Span | int, where: Where = "nearest") -> None:
        """Scroll so that *target* is in sight, as little as may be; what is in sight already stays."""
        span = target if isinstance(target, Span) else Span(target, target)
        if not self.height:
            self._awaited = (span.start, where)
            return
        wrapped = self._view.page.wrapped
        first, last = wrapped.row_of(span.start), wrapped.row_of(max(span.start, span.end - 1))
        self.scroll_to(top_for(first, last, self.top, self.height, where))

    def begin_at(self, offset: int) -> None:
        """A new page: from its top, but for what must be in sight."""
        self.scroll_to(0)
        self._awaited = (offset, "third")

    def scroll_to(self, row: int) -> None:
        """Let *row* be the first in sight, as far as there are rows below."""
        if row != self.top:
            self._view.scroll_to(y=row, animate=False, force=True)

    def hold(self) -> Held | None:
        """What is to stay where it is: the cursor if it is in sight, else the first row."""
        page, point = self._view.page, self._view.point
        if not page.text or self._awaited is not None:
            return None
        row = page.wrapped.row_of(point) - self.top
        if 0 <= row < self._height:
            return Held(point, min(row, max(0, self.height - 1)))
        return Held(page.wrapped.row_span(min(self.top, page.wrapped.height - 1)).start, 0)

    def settle(self, held: Held | None) -> None:
        """After a change of layout: go where one waits to go, else let what was *held* be where it was."""
        if self._awaited is not None and self.height:
            (offset, where), self._awaited = self._awaited, None
            self.reveal(offset, where)
        elif held is not None:
            self.scroll_to(self._view.page.wrapped.row_of(held.offset) - held.row)
        self._height = self.height

    def carry(self, held: Held | None, carried: Callable[[int], int]) -> Held | None:
        """What was *held*, and what one waits for, in a later text: *carried* says where offsets are."""
        if self._awaited is not None:
            self._awaited = (carried(self._awaited[0]), self._awaited[1])
        return held._replace(offset=carried(held.offset)) if held is not None else None


def top_for(first: int, last: int, top: int, height: int, where: Where = "nearest") -> int:
    """The top row of a view that shows the rows *first* to *last*; it may lie outside the text."""
    context = min(CONTEXT_ROWS, (height - 1) // 3)
    if where == "third":
        return top if top <= first and last < top + height else first - height // 3
    if last - first >= height - 2 * context:
        return top if top <= first < top + height else first - context
    if first < top + context:
        return first - context
    return max(top, last + context - height + 1)
