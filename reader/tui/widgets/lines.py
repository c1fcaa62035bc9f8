"""Words that are only read: titles, hints, quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.tui.inks import Line


class Lines(Rows, can_focus=False):
    """A few lines; the first cell stays empty like that of a list."""

    DEFAULT_CSS = "Lines { height: auto; }"

    def __init__(self, lines: Iterable[Line] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._first = tuple(lines)

    def on_mount(self) -> None:
        self.say(self._first)

    def say(self, lines: Iterable[Line]) -> None:
        """Show these lines instead."""
        self.show([Row((line,)) for line in lines])
