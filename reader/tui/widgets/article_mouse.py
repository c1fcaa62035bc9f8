"""The mouse in the article: a click sets the cursor, a drag selects, more clicks take more.

The screen's own way of selecting is not used: it knows no graphemes, and beside the text,
between paragraphs and behind the end of a row it selects what nobody pointed at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import events

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.timer import Timer

    from reader.model import Span
    from reader.tui.widgets.article_view import ArticleView

SCROLL_PAUSE = 0.05
"""Seconds between two rows while the mouse is dragged at an edge."""
LONGEST_CHAIN = 4


class Press(NamedTuple):
    """A button that went down."""

    span: Span
    """What was pressed on: a letter, a word or mention, a sentence, a paragraph."""
    at: Offset
    """Where on the screen."""
    chain: int
    """How many presses at the same spot, this one included."""
    time: float


class Mouse:
    """Follows the mouse over one view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._press: Press | None = None
        self._is_down = False
        self._has_moved = False
        self._pointer = (0, 0)
        self._timer: Timer | None = None

    def follow(self, event: events.Event) -> None:
        """Do what *event* means: pressed, dragged, let go, clicked."""
        match event:
            case events.MouseDown():
                self._down(event)
            case events.MouseMove():
                self._moved(event)
            case events.MouseUp():
                self._lost()
                self._view.release_mouse()
            case events.MouseRelease():
                self._lost()
            case events.Click():
                self._clicked(event)

    def _down(self, event: events.MouseDown) -> None:
        """A press begins a click or a drag."""
        if event.button != 1 or self._view.page.article is None:
            return
        chain, last = 1, self._press
        limit = self._view.app.CLICK_CHAIN_TIME_THRESHOLD
        if last is not None and last.at == event.screen_offset and event.time - last.time <= limit:
            chain = last.chain % LONGEST_CHAIN + 1
        span = self._taken(self._at(event), chain)
        self._press = Press(span, event.screen_offset, chain, event.time)
        self._is_down, self._has_moved = True, False
        self._view.capture_mouse()

    def _moved(self, event: events.MouseMove) -> None:
        """A drag selects from where it began, by letters, words or sentences."""
        if self._press is None or not self._is_down:
            return
        if not self._has_moved and event.screen_offset == self._press.at:
            return
        self._has_moved = True
        self._pointer = self._at(event)
        self._stretch()
        self._scroll_at_edges()

    def _lost(self) -> None:
        """The mouse is somebody else's now."""
        self._is_down = False
        self._stop_scrolling()

    def _clicked(self, event: events.Click) -> None:
        """A press without a drag sets the cursor; more of them select the word, sentence or paragraph."""
        view, press = self._view, self._press
        if press is None or self._has_moved or event.button != 1:
            return
        event.stop()
        if press.chain > 1:
            view.select(press.span, staying=True)
        elif event.shift:
            view.stretch_over(press.span)
        else:
            view.move_to(press.span.start)

    def _at(self, event: events.MouseEvent) -> tuple[int, int]:
        offset = event.get_content_offset_capture(self._view)
        return offset.x, offset.y

    def _taken(self, pointer: tuple[int, int], chain: int) -> Span:
        """What so many presses at *pointer* take."""
        view = self._view
        letter = view.page.letter_at(pointer[0], view.sight.top + pointer[1])
        if chain == 2:
            return view.page.word_or_mention_at(letter.start) or letter
        if chain == 3:
            return view.page.structure.sentence_at(letter.start)
        if chain > 3:
            return view.page.structure.paragraph_at(letter.start)
        return letter

    def _stretch(self) -> None:
        """Select from the press to the pointer, what lies under both included."""
        if self._press is None:
            return
        began, here = self._press.span, self._taken(self._pointer, self._press.chain)
        if here.start < began.start:
            self._view.stretch(max(began.end, here.end), here.start)
        else:
            self._view.stretch(began.start, max(began.end, here.end))

    def _scroll_at_edges(self) -> None:
        """Go on scrolling while the pointer is held at the first or last row."""
        if self._direction():
            if self._timer is None:
                self._timer = self._view.set_interval(SCROLL_PAUSE, self._scroll)
        else:
            self._stop_scrolling()

    def _direction(self) -> int:
        y = self._pointer[1]
        return -1 if y <= 0 else 1 if y >= self._view.size.height - 1 else 0

    def _scroll(self) -> None:
        self._view.scroll_relative(y=self._direction(), animate=False, force=True)
        self._stretch()

    def _stop_scrolling(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
