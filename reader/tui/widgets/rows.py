"""A list of rows painted line by line: nothing is made for what is not on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.cells import cell_width, clip
from reader.tui.inks import Inks, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events


class Row(NamedTuple):
    """One entry: its lines, and what choosing it means (None: it cannot be chosen)."""

    lines: tuple[Line, ...]
    target: object | None = None
    right: Line = ()
    """Words at the right end of the first line."""

    @property
    def plain(self) -> str:
        """All its words, for filtering."""
        return "\n".join("".join(words for words, _ in line) for line in (*self.lines, self.right))


class Rows(ScrollView, can_focus=True):
    """Rows of one or more lines with a cursor; a sign in the first cell shows it without colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}
    INKS: ClassVar[Inks] = Inks()
    FIXED_HEIGHT: ClassVar[bool] = False
    """Whether the height never follows the content: then most changes need no new layout."""

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, rows: Rows, target: object) -> None:
            super().__init__()
            self.rows = rows
            self.target = target

        @property
        def control(self) -> Rows:
            return self.rows

    class Pointed(Message, bubble=True):
        """The cursor came to another row."""

        def __init__(self, rows: Rows, target: object) -> None:
            super().__init__()
            self.rows = rows
            self.target = target

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Rows.Pointed)

    def __init__(self, *, id: str | None = None, pointed: bool = False) -> None:
        super().__init__(id=id)
        self._pointed = pointed
        """Whether the current row is shown without focus too: where another widget steers the list."""
        self.rows: Sequence[Row] = ()
        self.cursor = -1
        """Index of the current row; -1 where none can be chosen."""
        self._base: Style | None = None
        self._lines: list[tuple[int, int]] = []
        self._tops: list[int] = []

    # --- content

    def show(self, rows: Iterable[Row], *, target: object | None = None, anew: bool = False) -> None:
        """Show *rows*; the cursor goes to the row of *target*, else stays near, or *anew* goes to the top."""
        shown = tuple(rows)
        if shown == self.rows and not anew and (target is None or target == self.target):
            return
        self.rows, painted = shown, len(self._lines)
        self._lines = [(i, n) for i, row in enumerate(self.rows) for n in range(len(row.lines))]
        tops, top = [], 0
        for row in self.rows:
            tops.append(top)
            top += len(row.lines)
        self._tops = tops
        wanted = next(
            (i for i, row in enumerate(self.rows) if target is not None and row.target == target), None
        )
        near = 0 if anew else self.cursor
        self.cursor = self._choosable(near if wanted is None else wanted)
        if anew:
            self.scroll_home(animate=False)
        self._fit(self.size.width)
        self._keep_in_sight()
        self._paint_again(max(painted, len(self._lines)))

    def _paint_again(self, lines: int) -> None:
        """Paint so many lines from the top, as far as they are in sight; below them is and was nothing."""
        width, height = self.size
        self.refresh(Region(0, 0, width, min(max(lines - round(self.scroll_y), 0), height)))

    def _fit(self, width: int) -> None:
        """Tell Textual how long the list is; each time costs a layout of the whole screen."""
        lines = max(len(self._lines), self.size.height) if self.FIXED_HEIGHT else len(self._lines)
        size = Size(width, lines)
        if size != self.virtual_size:
            self.virtual_size = size

    @property
    def target(self) -> object | None:
        """What the current row stands for."""
        return self.rows[self.cursor].target if 0 <= self.cursor < len(self.rows) else None

    def _choosable(self, near: int) -> int:
        """The nearest row that can be chosen, downwards first."""
        start = min(max(near, 0), max(len(self.rows) - 1, 0))
        order: list[int] = [*range(start, len(self.rows)), *range(start - 1, -1, -1)]
        for i in order:
            if self.rows[i].target is not None:
                return i
        return -1

    # --- moving

    def step(self, by: int) -> None:
        """To the next or previous row that can be chosen; without any, scroll."""
        if self.cursor < 0:
            self.scroll_relative(y=by, animate=False)
            return
        i = self.cursor + by
        while 0 <= i < len(self.rows) and self.rows[i].target is None:
            i += by
        if 0 <= i < len(self.rows):
            self._point(i)
        else:
            self.scroll_to(y=0 if by < 0 else self.max_scroll_y, animate=False)

    def page(self, by: int) -> None:
        """A screenful up or down."""
        self._leap(by * max(self.size.height - 1, 1))

    def half_page(self, by: int) -> None:
        """Half a screenful up or down."""
        self._leap(by * max(self.size.height // 2, 1))

    def _leap(self, lines: int) -> None:
        """To the row so many lines further, at least to the next one; without any, scroll."""
        if self.cursor < 0 or not self._lines:
            self.scroll_relative(y=lines, animate=False)
            return
        line = min(max(self._tops[self.cursor] + lines, 0), len(self._lines) - 1)
        there = self._choosable(self._lines[line][0])
        if (there - self.cursor) * lines > 0:
            self._point(there)
        else:
            self.step(1 if lines > 0 else -1)

    def first(self) -> None:
        """To the first row."""
        self._point(self._choosable(0))
        self.scroll_home(animate=False)

    def last(self) -> None:
        """To the last row."""
        self._point(self._choosable(len(self.rows) - 1))

    def choose(self) -> None:
        """Choose the current row."""
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target))

    def _point(self, index: int) -> None:
        if index < 0:
            return
        moved = index != self.cursor
        self.cursor = index
        self._keep_in_sight()
        self.refresh()
        if moved:
            self.post_message(self.Pointed(self, self.target))

    def _keep_in_sight(self) -> None:
        if self.cursor >= 0 and self.is_attached:
            top = self._tops[self.cursor]
            above = 0
            while above < top and self.rows[self._lines[top - above - 1][0]].target is None and above < 2:
                above += 1
            height = len(self.rows[self.cursor].lines)
            self.scroll_to_region(Region(0, top - above, 1, height + above), animate=False, force=True)

    # --- painting

    def on_resize(self, event: events.Resize) -> None:
        self._fit(event.size.width)
        self._keep_in_sight()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, base = self.scrollable_content_region.width, self._ground()
        number = round(self.scroll_y) + y
        if number >= len(self._lines) or width < 1:
            return Strip.blank(width, base)
        index, line = self._lines[number]
        row = self.rows[index]
        at_cursor = index == self.cursor and (self.has_focus or self._pointed)
        sign = "▌" if at_cursor else " "
        pieces: list[tuple[str, str]] = [(sign, "key")]
        pieces += _laid_out(row.lines[line], row.right if line == 0 else (), width - 1)
        strip = Strip([Segment(words, base + self._ink(role)) for words, role in pieces])
        strip = strip.adjust_cell_length(width, base)
        if at_cursor:
            ground = self.get_component_rich_style("rows--cursor").bgcolor
            strip = strip.apply_style(Style(bgcolor=ground)) if ground is None else _on(strip, ground)
        return strip

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None

    def _ground(self) -> Style:
        """The style under everything; asking Textual for it walks up to the screen each time."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def _ink(self, role: str) -> Style:
        return self.INKS.style(self.app, role)

    def on_click(self, event: events.Click) -> None:
        """One click points, and chooses."""
        number = round(self.scroll_y) + event.get_content_offset_capture(self).y
        if 0 <= number < len(self._lines) and self.rows[self._lines[number][0]].target is not None:
            self._point(self._lines[number][0])
            self.choose()


def _on(strip: Strip, ground: object) -> Strip:
    """*strip* on another ground."""
    over = Style(bgcolor=ground)  # type: ignore[arg-type]
    return Strip([Segment(s.text, (s.style or Style()) + over, s.control) for s in strip], strip.cell_length)


def _laid_out(left: Line, right: Line, width: int) -> list[tuple[str, str]]:
    """*left* cut to what *right* leaves, both within *width* cells."""
    beside = sum(cell_width(words) for words, _ in right)
    if beside and beside + 8 > width:
        right, beside = (), 0
    room = width - beside - (1 if beside else 0)
    pieces: list[tuple[str, str]] = []
    for words, role in left:
        taken = cell_width(words)
        if taken > room:
            pieces.append((clip(words, room), role))
            room -= cell_width(pieces[-1][0])
            break
        pieces.append((words, role))
        room -= taken
    if beside:
        pieces.append((" " * (room + 1), ""))
        pieces.extend(right)
    return pieces
