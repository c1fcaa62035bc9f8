"""The article on the screen: shown, moved in, selected in. What is done with a passage is not its affair.

The parts, each on its own: ``Page`` is the article laid out, ``Cursor`` where the reader stands and what is
selected, ``Motion`` how that changes, ``Sight`` scrolls, ``Mouse`` follows the pointer, ``Strips`` paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection

from reader.layout.frame import MEASURE
from reader.text.display import safe_display
from reader.tui.widgets.article_cursor import Cursor
from reader.tui.widgets.article_ladder import Ladder
from reader.tui.widgets.article_motion import Ground, Motion, moved
from reader.tui.widgets.article_mouse import Mouse
from reader.tui.widgets.article_page import Page
from reader.tui.widgets.article_paint import COMPONENTS
from reader.tui.widgets.article_sight import Sight, Standpoint
from reader.tui.widgets.article_strips import Strips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.strip import Strip

    from reader.layout.marks import Mark, Marks
    from reader.model import Article, Span


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """An article with its marks, a cursor and a selection, all in offsets into its text."""

    ALLOW_SELECT = False
    """The mouse is followed here, not by the screen: exact at margins, wraps and combined letters."""
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = """
    ArticleView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    measure: var[int] = var(MEASURE, init=False)
    """Cells of a row at most."""

    class CursorMoved(Message):
        """The cursor stands elsewhere, or the selection is another one."""

        def __init__(self, view: ArticleView, cursor: Cursor) -> None:
            super().__init__()
            self.view = view
            self.cursor = cursor

        @property
        def control(self) -> ArticleView:
            return self.view

        def can_replace(self, message: Message) -> bool:
            return type(message) is type(self)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page = Page()
        self.cursor = Cursor()
        self.sight = Sight(self)
        self._ladder = Ladder()
        self._mouse = Mouse(self)
        self._strips = Strips(self)
        self._size_laid_out = Size()

    # --- what is shown

    def show_article(self, article: Article, position: int = 0) -> None:
        """Show *article* with the cursor at *position*; marks of the one before are dropped."""
        self._turn_to(article)
        self.sight.begin_at(position)
        self._lay_out()
        self._become(Cursor(article.text).at(position))

    def swap_article(self, article: Article, carried: Callable[[int], int]) -> None:
        """Show a later version of the open article: the cursor's row, else the top one, stays where it is.

        *carried* says where in it an offset of the old text is. Marks are dropped.
        """
        held, cursor = self.sight.hold(), self.cursor
        self._turn_to(article)
        self._become(cursor.carried(article.text, carried))
        self._lay_out()
        self.sight.settle(self.sight.carry(held, carried))

    def _turn_to(self, article: Article) -> None:
        self.page = Page(article, self.page.frame)
        self._ladder.forget()
        self._repaint()

    def set_marks(self, marks: Marks) -> None:
        """Show these marks, and the article's headings; nothing moves."""
        if marks is not self.page.layers.lasting:
            self.page.layers.lasting = marks
            self._repaint()

    def set_passing(self, hits: Sequence[Span], marks: Iterable[Mark] = ()) -> None:
        """Show finds, and marks that go soon, over the others."""
        if self.page.layers.set_passing(hits, marks):
            self._repaint()

    # --- the cursor and the selection

    @property
    def point(self) -> int:
        """The letter that shows the cursor."""
        return self.cursor.point

    @property
    def selection(self) -> Span | None:
        """The selected passage."""
        return self.cursor.selection

    def move(self, motion: Motion, *, stretching: bool = False) -> None:
        """Move the cursor; *stretching*, or while it is selecting, the selection follows."""
        before, wrapped = self.point, self.page.wrapped
        ground = Ground(wrapped, self.page.structure, self.size.height)
        self._become(moved(self.cursor, motion, ground, stretching=stretching))
        if motion.scrolls:
            self.sight.scroll_to(self.sight.top + wrapped.row_of(self.point) - wrapped.row_of(before))
        self.sight.reveal(self.point)

    def move_to(self, offset: int) -> None:
        """Put the cursor at *offset*, with nothing selected, and bring it into sight."""
        self._become(self.cursor.at(offset))
        self.sight.reveal(self.point)

    def select(self, span: Span | None, *, staying: bool = False) -> None:
        """Select *span*, with the cursor at its start; None lets the selection go. Selecting ends.

        A passage out of sight is shown a third down the view, with what stands around it. *Staying*, nothing
        is scrolled, and the cursor stays where it is if that is within.
        """
        released = self.cursor.released()
        if span is None:
            self._become(released)
        else:
            self._become(released.choosing(span, self.point if staying else span.start))
            if not staying:
                self.sight.reveal(span, "third")

    def stretch(self, anchor: int, offset: int) -> None:
        """Select from *anchor* to *offset*, which may be before it, without scrolling."""
        self._become(self.cursor.released().between(anchor, offset))

    def stretch_over(self, letter: Span) -> None:
        """Stretch the selection, or begin one at the cursor, so that it takes in *letter*."""
        self._become(self.cursor.reaching(letter))

    def start_or_end_selecting(self) -> None:
        """From here on movements select, or no longer."""
        self._become(self.cursor.ended() if self.cursor.selecting else self.cursor.begun())

    def grow(self) -> None:
        """Select the next larger passage: word, mention, clause, sentence, paragraph, all."""
        point, page = self.point, self.page
        span = self._ladder.up(self.selection, point, page.structure, page.layers.passages_at(point))
        if span is not None:
            self._become(self.cursor.choosing(span, point))

    def shrink(self) -> None:  # type: ignore[override]
        """Take back a growth. Hides Textual's flag of this name, which is about automatic widths."""
        point, page = self.point, self.page
        span = self._ladder.down(self.selection, point, page.structure, page.layers.passages_at(point))
        self._become(self.cursor.released() if span is None else self.cursor.choosing(span, point))

    def _become(self, cursor: Cursor) -> None:
        """Let this be the cursor: painted, told, and the screen given what it copies."""
        old, self.cursor = self.cursor, cursor
        if old == cursor:
            return
        changed = [old.letter, cursor.letter]
        if old.selection != cursor.selection:
            changed += [span for span in (old.selection, cursor.selection) if span is not None]
            self._publish(cursor.selection)
        for span in changed:
            self._refresh_rows(span)
        self.post_message(self.CursorMoved(self, cursor))

    # --- the place of the reader

    @property
    def standpoint(self) -> Standpoint:
        """Where the reader is, to come back to with ``return_to``."""
        return Standpoint(self.point, self.sight.span.start)

    def return_to(self, standpoint: Standpoint) -> None:
        """Let the screen show again what it showed, whatever the width is now; the cursor stays as it is."""
        self.sight.scroll_to(self.page.wrapped.row_of(standpoint.top))
        self.sight.reveal(standpoint.point, "third")

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The cell of the view, right and down, that shows *offset*; outside it, if that is out of sight."""
        row, cell = self.page.wrapped.cell_of(offset)
        return self.page.frame.text_from + cell, row - self.sight.top

    # --- the screen copies what is selected

    def _publish(self, span: Span | None) -> None:
        if not self.is_attached:
            return
        if span is not None:
            self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}
        elif self in self.screen.selections:
            others = {widget: kept for widget, kept in self.screen.selections.items() if widget is not self}
            self.screen.selections = others

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:  # noqa: ARG002
        """What the screen copies: the selected words, harmless for a clipboard."""
        span = self.selection
        return (safe_display(span.of(self.page.text)), "\n") if span is not None else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """The screen may have dropped the selection: somebody clicked elsewhere."""
        if self.selection is not None and self not in self.screen.selections:
            self._become(self.cursor.released())

    # --- layout and painting

    @on(events.Resize)
    def watch_measure(self) -> None:
        """There is another size, or another measure: wrap anew, and keep the reader's place."""
        self._lay_out()

    def _lay_out(self) -> None:
        held, self._size_laid_out = self.sight.hold(), self.size
        if self.size.width:
            if self.page.fit(self.scrollable_content_region.width, self.measure):
                self._repaint()
            self.virtual_size = Size(self.page.frame.width, self.page.wrapped.height)
        self.sight.settle(held)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.size != self._size_laid_out:
            self._lay_out()  # Textual paints before it tells the size
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        return self._strips.strip(self.page, self.sight.top + y, self.cursor)

    def _repaint(self) -> None:
        self._strips.forget()
        self.refresh()

    def _refresh_rows(self, span: Span) -> None:
        """Repaint the rows of a stretch, as far as they are in sight."""
        top, height = self.sight.top, self.size.height
        if not height:
            return
        first = max(self.page.wrapped.row_of(max(0, span.start - 1)), top)
        last = min(self.page.wrapped.row_of(span.end), top + height - 1)
        if first <= last:
            self.refresh_lines(first, last - first + 1)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.forget_styles()

    @on(events.Focus)
    @on(events.Blur)
    def _focus_changed(self) -> None:
        self._refresh_rows(self.cursor.letter)

    @on(events.MouseDown)
    @on(events.MouseMove)
    @on(events.MouseUp)
    @on(events.MouseRelease)
    @on(events.Click)
    def _pointed(self, event: events.Event) -> None:
        self._mouse.follow(event)
