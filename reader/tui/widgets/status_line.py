"""The line that always says whether all is saved; also mode, finds, place, and what just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.session import SaveState
from reader.text.cells import cell_width, clip
from reader.text.display import safe_line
from reader.tui.inks import Inks

if TYPE_CHECKING:
    from reader.session import SaveStatus
    from reader.tui.inks import Line

_GAP = 2
_SAVING = {
    SaveState.SAVED: ("saved", "good"),
    SaveState.SAVING: ("saving…", "date"),
    SaveState.FAILED: ("NOT SAVED", "unsaved"),
    SaveState.READ_ONLY: ("read-only", "unsaved"),
}


class Status(NamedTuple):
    """What the status line says."""

    save: SaveStatus
    message: str = ""
    message_role: str = ""
    selecting: bool = False
    link_from: str = ""
    """The words a link begins at."""
    moving: bool = False
    """Whether an annotation waits for new borders."""
    finds: str = ""
    """``3/12``."""
    recognising: str = ""
    """``marking 3/20``."""
    working: str = ""
    """How far the work is that the reader waits for: a bar."""
    percent: int | None = None
    """How far the cursor is."""


class StatusLine(Widget):
    """What happened at the left, what holds at the right."""

    def __init__(self, status: Status, id: str | None = None) -> None:
        super().__init__(id=id)
        self.status = status
        self._inks = Inks()
        self._trouble = ""
        """Why changes do not reach the disk, as it was last said in full."""

    def set(self, **changes: object) -> None:
        """Change some of what it says; new trouble with saving is said in full once."""
        status = self.status._replace(**changes)  # type: ignore[arg-type]
        trouble = trouble_words(status.save)
        if trouble != self._trouble:
            if trouble or status.message == self._trouble:
                status = status._replace(message=trouble, message_role="unsaved")
            self._trouble = trouble
        if status != self.status:
            self.status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is but one line
        width, base = self.size.width, self.rich_style
        left, right = laid_out(self.status, width - 2)
        segments = [Segment(" ", base)]
        segments += [Segment(words, base + self._inks.style(self.app, role)) for words, role in left]
        room = width - 2 - _cells(left) - _cells(right)
        segments.append(Segment(" " * max(room, 0), base))
        segments += [Segment(words, base + self._inks.style(self.app, role)) for words, role in right]
        return Strip(segments).adjust_cell_length(width, base)


def laid_out(status: Status, width: int) -> tuple[Line, Line]:
    """The left and the right end of the line within *width* cells; of the right, saving is left out last."""
    left, right = _left(status), _right(status)
    if _cells(left) + _GAP + _cells(right) > width:
        right = _right(status._replace(percent=None))
    while right and _cells(right) > max(width // 2, 16):
        right = right[2:]
    return _clipped(left, width - _cells(right) - _GAP), right


def trouble_words(save: SaveStatus) -> str:
    """What keeps changes from the disk; empty if nothing does."""
    if save.state is SaveState.FAILED:
        return f"NOT SAVED: {safe_line(save.message)}"
    if save.state is SaveState.READ_ONLY:
        return f"read-only: {safe_line(save.message)}"
    return ""


def _left(status: Status) -> Line:
    pieces: list[tuple[str, str]] = []
    if status.message:
        pieces.append((status.message, status.message_role))
    if status.selecting:
        pieces.append(("selecting", "key"))
    if status.moving:
        pieces.append(("new borders: select, then B", "key"))
    if status.link_from:
        pieces.append((f"linking from «{safe_line(status.link_from)}»", "link"))
    joined: list[tuple[str, str]] = []
    for piece in pieces:
        joined += [piece] if not joined else [("  ·  ", "quiet"), piece]
    return tuple(joined)


def _right(status: Status) -> Line:
    pieces = []
    if status.working:
        pieces.append((status.working, "key"))
    elif status.recognising:
        pieces.append((status.recognising, "quiet"))
    if status.finds:
        pieces.append((status.finds, "hit"))
    if status.percent is not None:
        pieces.append((f"{status.percent} %", "quiet"))
    pieces.append(_SAVING[status.save.state])
    joined: list[tuple[str, str]] = []
    for piece in pieces:
        joined += [piece] if not joined else [("  ", ""), piece]
    return tuple(joined)


def _clipped(line: Line, room: int) -> Line:
    kept: list[tuple[str, str]] = []
    for words, role in line:
        if room <= 0:
            break
        kept.append((clip(words, room), role))
        room -= cell_width(kept[-1][0])
    return tuple(kept)


def _cells(line: Line) -> int:
    return sum(cell_width(words) for words, _ in line)
