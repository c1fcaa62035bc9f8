"""The article on the screen: shown, moved in, selected in. What is done with a passage is not its affair."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.layout.frame import MEASURE, Frame, frame
from reader.layout.glyphs import glyphs_for
from reader.layout.marks import Mark, Role
from reader.layout.rows import Flattened, Overlaid
from reader.layout.wrap import Wrapped
from reader.model import Span
from reader.text.cells import grapheme_at, next_grapheme, previous_grapheme
from reader.text.display import safe_display
from reader.text.structure import TextMap
from reader.tui.widgets.article_ladder import Ladder
from reader.tui.widgets.article_motion import Motion, horizontal, place_of, stretch, vertical
from reader.tui.widgets.article_mouse import Mouse, letter
from reader.tui.widgets.article_paint import COMPONENTS, Painter, Palette, RowState
from reader.tui.widgets.article_place import CONTEXT_ROWS, Standpoint, Where, top_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events

    from reader.model import Article


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

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """Offset of the cursor; while a selection is stretched, its moving end."""
    selecting: var[bool] = var(False, init=False)
    """Whether movements stretch the selection."""
    measure: var[int] = var(MEASURE, init=False)
    """Cells of a row at most."""

    class CursorMoved(Message):
        """The cursor stands elsewhere, or the selection is another one."""

        def __init__(self, view: ArticleView, offset: int, selection: Span | None) -> None:
            super().__init__()
            self.view = view
            self.offset = offset
            """Of the letter that shows the cursor, within the selection if there is one."""
            self.selection = selection

        @property
        def control(self) -> ArticleView:
            return self.view

        def can_replace(self, message: Message) -> bool:
            return type(message) is type(self)

    class SelectionChanged(Message):
        """The selection is another one."""

        def __init__(self, view: ArticleView, selection: Span | None) -> None:
            super().__init__()
            self.view = view
            self.selection = selection

        @property
        def control(self) -> ArticleView:
            return self.view

        def can_replace(self, message: Message) -> bool:
            return type(message) is type(self)

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self.article: Article | None = None
        self.wrapped = Wrapped("", 1)
        """The text on its rows, at the width there is."""
        self.structure = TextMap("")
        """Words, sentences and paragraphs of the text."""
        self._frame: Frame = frame(1)
        self.marks_made_of: object = None
        """What whoever set the marks made them of; None where there are none."""
        self._marked = Flattened()
        self._hits: Sequence[Span] = ()
        self._hit = Flattened()
        self._passing: tuple[Mark, ...] = ()
        self._flattened: Flattened | Overlaid = self._marked
        self._mentions: tuple[Span, ...] = ()
        self._ladder = Ladder()
        self._anchor: int | None = None
        self._known_selection: Span | None = None
        self._goal: int | None = None
        self._strips: dict[int, Strip] = {}
        self._live: range | None = None
        self._palette: Palette | None = None
        self._height = 0
        """Rows there were when the text was last laid out."""
        self._awaits_place: tuple[int, Where] | None = None
        self._glyphs = glyphs_for(getattr(sys.__stderr__, "encoding", "utf-8"))
        self._mouse = Mouse(self)

    # --- what is shown --------------------------------------------------------

    @property
    def text(self) -> str:
        """The text of the article; empty without one."""
        return self.wrapped.text

    def show_article(self, article: Article, position: int = 0) -> None:
        """Show *article* with the cursor at *position*; marks of the one before are dropped."""
        self._drop_selection()
        self.article = article
        self.structure = TextMap(article.text)
        self._mentions = ()
        self._ladder.forget()
        self._goal = None
        self._wrap(article.text)
        self._hits, self._hit, self._passing = (), Flattened(), ()
        self.set_marks(())
        self._awaits_place = (position, "third")
        self.set_reactive(ArticleView.cursor, self.validate_cursor(position))
        self._live = None
        self.scroll_to(y=0, animate=False, force=True)
        self._take_place()
        self._tell_cursor()

    def swap_article(self, article: Article, carried: Callable[[int], int]) -> None:
        """Show a later version of the open article: the cursor's row, else the top one, stays where it is.

        *carried* says where in it an offset of the old text is. Marks are dropped.
        """
        kept, selection, cursor = self._kept_row(), self.selection, self.cursor
        at_end = selection is not None and cursor == selection.end
        self.article, self.structure = article, TextMap(article.text)
        self._mentions, self._goal, self._live = (), None, None
        self._ladder.forget()
        self._wrap(article.text)
        self.set_marks(())
        if self._awaits_place is not None:
            self._awaits_place = (carried(self._awaits_place[0]), self._awaits_place[1])
        if self._anchor is not None:
            self._anchor = carried(self._anchor)
        span = _carried_span(selection, carried) if selection is not None else None
        self._set_selection(span)
        moved = span.end if span is not None and at_end else carried(cursor)
        self.set_reactive(ArticleView.cursor, self.validate_cursor(moved))
        if kept is not None:
            self._scroll_to_row(self.wrapped.row_of(carried(kept[0])) - kept[1])
        self._tell_cursor()

    def set_marks(self, marks: Iterable[Mark], made_of: object = None) -> None:
        """Show these marks, and the article's headings; nothing moves."""
        self.marks_made_of = made_of
        headings = self.article.headings if self.article is not None else ()
        self._marked = Flattened([*(Mark(span, Role.HEADING) for span in headings), *marks])
        self._lay_over()

    def set_passing(self, hits: Sequence[Span], marks: Iterable[Mark] = ()) -> None:
        """Show finds, and marks that go soon, over the others, however many there are of those."""
        passing = tuple(marks)
        if hits is self._hits and passing == self._passing:
            return
        if hits is not self._hits:
            self._hits, self._hit = hits, Flattened.alike(hits, Role.HIT)
        self._passing = passing
        self._lay_over()

    def _lay_over(self) -> None:
        self._flattened = self._marked
        if self._hits:
            self._flattened = Overlaid(self._flattened, self._hit)
        if self._passing:
            self._flattened = Overlaid(self._flattened, Flattened(self._passing))
        self._repaint()

    def set_mentions(self, spans: Iterable[Span]) -> None:
        """The mentions and annotations that a double click or a growing selection stops at."""
        self._mentions = tuple(spans)

    # --- the cursor -----------------------------------------------------------

    @property
    def point(self) -> int:
        """The letter that shows the cursor: at the end of a selection, its last one."""
        selection = self.selection
        if selection is not None and self.cursor == selection.end:
            return previous_grapheme(self.text, selection.end)
        return self.cursor

    def validate_cursor(self, offset: int) -> int:
        """Within the text, and never inside a grapheme."""
        offset = min(max(offset, 0), len(self.text))
        return grapheme_at(self.text, offset)[0]

    def watch_cursor(self, old: int, new: int) -> None:
        self._live = None
        self._refresh_rows(old, old)
        self._refresh_rows(new, new)
        self._tell_cursor()

    def move(self, motion: Motion, extend: bool = False) -> None:
        """Move the cursor; with *extend*, or while selecting, the selection follows."""
        extend = extend or self.selecting
        anchor, offset = self._ends(motion) if extend else (None, self.point)
        if motion.is_vertical:
            target = self._vertical_target(motion, offset, anchor)
        elif anchor is None:
            target, self._goal = horizontal(motion, self.wrapped, self.structure, offset), None
        else:
            target, self._goal = stretch(motion, self.wrapped, self.structure, offset, anchor), None
        self._put(target, anchor)
        self.reveal(self.point)

    def move_to(self, offset: int, extend: bool = False, where: Where = "nearest") -> None:
        """Put the cursor at *offset* and bring it into sight."""
        anchor = self._ends(None)[0] if extend or self.selecting else None
        self._goal = None
        self._put(offset, anchor)
        self.reveal(self.point, where)

    def _vertical_target(self, motion: Motion, offset: int, anchor: int | None) -> int:
        place = place_of(self.wrapped, offset, behind=anchor is not None and offset > anchor)
        if self._goal is None:
            self._goal = place.cell
        forward = 1 if motion.is_forward else -1
        steps = max(1, self.size.height - CONTEXT_ROWS) if motion.is_page else 1
        target = vertical(self.wrapped, place, self._goal, forward * steps)
        if motion.is_page:
            self._scroll_to_row(self.scroll_offset.y + self.wrapped.row_of(target) - place.row)
        return target

    def _ends(self, motion: Motion | None) -> tuple[int, int]:
        """Fixed and moving end of the selection; a selection made at once moves the end *motion* goes to."""
        selection = self.selection
        if selection is None:
            return (self.cursor if self._anchor is None else self._anchor), self.cursor
        if self._anchor is not None:
            return self._anchor, self.cursor
        if motion is None or motion.is_forward:
            return selection.start, selection.end
        return selection.end, selection.start

    def _put(self, cursor: int, anchor: int | None) -> None:
        """Set cursor and selection together."""
        cursor = self.validate_cursor(cursor)
        self._anchor = anchor
        self._set_selection(None if anchor is None else Span(min(anchor, cursor), max(anchor, cursor)))
        self.cursor = cursor

    def _tell_cursor(self) -> None:
        self.post_message(self.CursorMoved(self, self.point, self.selection))

    # --- the selection ----------------------------------------------------------

    @property
    def selection(self) -> Span | None:
        """The selected passage; the screen's selections are the one place where it is kept."""
        if not self.is_attached:
            return None
        selection = self.screen.selections.get(self)
        if selection is None:
            return None
        start = selection.start.x if selection.start is not None else 0
        end = selection.end.x if selection.end is not None else len(self.text)
        start, end = max(0, min(start, end)), min(len(self.text), max(start, end))
        return Span(start, end) if start < end else None

    def select(self, span: Span | None, scroll: bool = True) -> None:
        """Select *span*, with the cursor at its start; None ends selecting.

        A passage out of sight is shown a third down the view, with what stands around it.
        """
        self._goal = None
        if span is None:
            self._drop_selection()
            return
        self._select(span, span.start)
        if scroll:
            self.reveal(span, "third")

    def grow(self) -> None:
        """Select the next larger passage: word, mention, clause, sentence, paragraph, all."""
        point = self.point
        span = self._ladder.up(self.selection, point, self.structure, self._mentions)
        if span is not None:
            self._select(span, point)

    def shrink(self) -> None:  # type: ignore[override]
        """Take back a growth. Hides Textual's flag of this name, which is about automatic widths."""
        point = self.point
        span = self._ladder.down(self.selection, point, self.structure, self._mentions)
        if span is None:
            self.select(None)
        else:
            self._select(span, point)

    def watch_selecting(self, selecting: bool) -> None:
        if selecting and self.selection is None:
            self._anchor = self.cursor
        elif not selecting:
            self._anchor = None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:  # noqa: ARG002
        """What the screen copies: the selected words, harmless for a clipboard."""
        span = self.selection
        return (safe_display(span.of(self.text)), "\n") if span is not None else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """The screen changed or dropped the selection."""
        if self.selection is None and self._known_selection is not None:
            self._anchor = None
            self.selecting = False
        self._selection_changed()

    def word_or_mention_at(self, offset: int) -> Span | None:
        """The smallest mention at *offset*, else the word."""
        around = [span for span in self._mentions if offset in span]
        return min(around, key=len) if around else self.structure.word_at(offset)

    def stretch_from_here(self, letter: Span) -> None:
        """Stretch the selection, or begin one at the cursor, so that it takes in *letter*."""
        selection = self.selection
        anchor = self._anchor
        if anchor is None:
            anchor = self.cursor if selection is None else selection.start
        self.stretch_to(anchor, letter.start if letter.start < anchor else letter.end)

    def stretch_to(self, anchor: int, cursor: int) -> None:
        """Select from *anchor* to *cursor*, which may be before it, without scrolling."""
        self._goal = None
        self._put(cursor, anchor)

    def _select(self, span: Span, cursor: int) -> None:
        self._anchor = None
        self._set_selection(span)
        self.cursor = cursor if cursor in span else span.start

    def _drop_selection(self) -> None:
        self.cursor, self._anchor = self.point, None
        self.selecting = False
        self._set_selection(None)

    def _set_selection(self, span: Span | None) -> None:
        if not self.is_attached:
            return
        if span is not None and len(span):
            self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}
        elif self in self.screen.selections:
            others = {widget: kept for widget, kept in self.screen.selections.items() if widget is not self}
            self.screen.selections = others
        self._selection_changed()

    def _selection_changed(self) -> None:
        old, new = self._known_selection, self.selection
        if old == new:
            return
        self._known_selection, self._live = new, None
        for span in (old, new):
            if span is not None:
                self._refresh_rows(span.start, span.end)
        self.post_message(self.SelectionChanged(self, new))
        self._tell_cursor()

    # --- the place on the screen ------------------------------------------------

    def reveal(self, target: Span | int, where: Where = "nearest") -> None:
        """Scroll so that *target* is in sight, as little as may be; what is in sight already stays.

        ``third`` puts what was out of sight a third down the view.
        """
        span = target if isinstance(target, Span) else Span(target, target)
        if not self.size.height:
            self._awaits_place = (span.start, where)
            return
        first = self.wrapped.row_of(span.start)
        last = self.wrapped.row_of(max(span.start, span.end - 1))
        self._scroll_to_row(top_for(first, last, self.scroll_offset.y, self.size.height, where))

    @property
    def in_sight(self) -> Span:
        """The stretch of the text that is on the screen."""
        top = min(self.scroll_offset.y, self.wrapped.height - 1)
        bottom = min(top + max(self.size.height, 1), self.wrapped.height) - 1
        return Span(self.wrapped.row_span(top).start, self.wrapped.row_span(bottom).end)

    @property
    def standpoint(self) -> Standpoint:
        """Where the reader is, to come back to with ``return_to``."""
        return Standpoint(self.point, self.in_sight.start)

    def return_to(self, standpoint: Standpoint) -> None:
        """Put the cursor and the screen back where they were, whatever the width is now."""
        self.select(None)
        self._put(standpoint.cursor, None)
        self._scroll_to_row(self.wrapped.row_of(standpoint.top))
        self.reveal(self.point, "third")

    def _scroll_to_row(self, row: int) -> None:
        if row != self.scroll_offset.y:
            self.scroll_to(y=row, animate=False, force=True)

    # --- layout -----------------------------------------------------------------

    def on_resize(self) -> None:
        self._lay_out()

    def watch_measure(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Wrap anew for the size there is, and keep the reader's place."""
        kept = self._kept_row()
        if frame(self.scrollable_content_region.width, self.measure) != self._frame:
            self._wrap(self.text)
            self._repaint()
        if not self._take_place() and kept is not None:
            offset, screen_row = kept
            self._scroll_to_row(self.wrapped.row_of(offset) - screen_row)
        self._height = self.size.height

    def _kept_row(self) -> tuple[int, int] | None:
        """An offset and its row on the screen: the cursor's if it was in sight, else the top one's."""
        if not self.text or self._awaits_place is not None:
            return None
        top, row = self.scroll_offset.y, self.wrapped.row_of(self.point)
        if top <= row < top + self._height:
            return self.point, min(row - top, max(0, self.size.height - 1))
        return self.wrapped.row_span(min(top, self.wrapped.height - 1)).start, 0

    def _wrap(self, text: str) -> None:
        self._frame = frame(self.scrollable_content_region.width, self.measure)
        headings = self.article.headings if self.article is not None else ()
        self.wrapped = Wrapped(text, self._frame.text, headings)
        self.virtual_size = Size(self._frame.width, self.wrapped.height)
        self._live = None
        self._strips.clear()

    def _take_place(self) -> bool:
        """Go to the place that was asked for before there was a size."""
        if self._awaits_place is None or not self.size.height:
            return False
        offset, where = self._awaits_place
        self._awaits_place = None
        self.reveal(offset, where)
        return True

    # --- the mouse ----------------------------------------------------------------

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The cell of the view, right and down, that shows *offset*; outside it, if that is out of sight."""
        row, cell = self.wrapped.cell_of(offset)
        return self._frame.text_from + cell, row - self.scroll_offset.y

    def letter_under(self, x: int, y: int) -> Span:
        """The letter at a cell of the view; empty behind the end of a row and between paragraphs."""
        wrapped, row = self.wrapped, self.scroll_offset.y + y
        cell = x - self._frame.text_from
        if 0 < row < wrapped.height and wrapped.is_spacer(row):
            row, cell = row - 1, wrapped.width
        if not 0 <= row < wrapped.height:
            return Span(end := 0 if row < 0 else len(self.text), end)
        return letter(self.text, wrapped.offset_at(row, cell), wrapped.content_end(row))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._mouse.down(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._mouse.moved(event)

    def on_mouse_up(self) -> None:
        self._mouse.up()

    def on_mouse_release(self) -> None:
        self._mouse.lost()

    def on_click(self, event: events.Click) -> None:
        self._mouse.clicked(event)

    # --- painting -----------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        row = self.scroll_offset.y + y
        if row >= self.wrapped.height or not self._frame.width:
            return Strip.blank(self.size.width, self.painter.palette.plain)
        if self._live is None:
            self._live = self._live_rows()
        if row in self._live:
            return self.painter.row(row, self._row_state(row))
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self.painter.row(row)
        return strip

    @property
    def painter(self) -> Painter:
        if self._palette is None:
            self._palette = Palette(self)
        return Painter(self.wrapped, self._flattened, self._frame, self._glyphs, self._palette)

    def _live_rows(self) -> range:
        """The rows that cursor and selection stand on; all others are painted once and kept."""
        if self.article is None:
            return range(0)
        row, selection = self.wrapped.row_of(self.point), self.selection
        if selection is None:
            return range(row, row + 1)
        return range(self.wrapped.row_of(selection.start), self.wrapped.row_of(selection.end) + 1)

    def _row_state(self, row: int) -> RowState:
        """What the reader does on *row*."""
        point = self.point
        if self.wrapped.row_of(point) != row:
            return RowState(self.selection)
        end = (
            point if point == len(self.text) or self.text[point] == "\n" else next_grapheme(self.text, point)
        )
        return RowState(self.selection, Span(point, end), self.has_focus)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def on_focus(self) -> None:
        self._refresh_rows(self.point, self.point)

    def on_blur(self) -> None:
        self._refresh_rows(self.point, self.point)

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _refresh_rows(self, start: int, end: int) -> None:
        """Repaint the rows of a stretch, as far as they are in sight."""
        top = self.scroll_offset.y
        first = max(self.wrapped.row_of(max(0, start - 1)), top)
        last = min(self.wrapped.row_of(end), top + self.size.height - 1)
        if first <= last:
            self.refresh_lines(first, last - first + 1)


def _carried_span(span: Span, carried: Callable[[int], int]) -> Span:
    """*span* in a later text, from its first letter to its last."""
    start = carried(span.start)
    return Span(start, max(start, carried(span.end - 1) + 1))
