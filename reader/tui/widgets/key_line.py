"""The bottom line: the few keys that matter where the reader is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.text.cells import cell_width
from reader.tui.commands.command import key_label
from reader.tui.inks import Inks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.tui.commands.command import Command

_LAST = ("quit", "rows.close", "help")
"""Commands that are left out last: how to get out, and where all keys stand."""


class KeyLine(Widget):
    """Key and word, key and word, as many as fit; the way out and help before all others."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._commands: Sequence[Command] = ()
        self._inks = Inks()

    def show(self, commands: Sequence[Command]) -> None:
        """Show those of *commands* that have a word for the footer."""
        shown = tuple(command for command in commands if command.footer and command.keys)
        if shown != self._commands:
            self._commands = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is but one line
        width, base = self.size.width, self.rich_style
        key, word = (base + self._inks.style(self.app, role) for role in ("key", "quiet"))
        segments: list[Segment] = []
        for label, name in fitting(self._commands, width - 2):
            segments += [
                Segment("  " if segments else " ", base),
                Segment(label, key + Style(bold=True)),
                Segment(f" {name}", word),
            ]
        return Strip(segments).adjust_cell_length(width, base)


def fitting(commands: Sequence[Command], width: int) -> list[tuple[str, str]]:
    """Labels and words of as many commands as fit, those left out last at the end."""
    last = sorted((c for c in commands if c.id in _LAST), key=lambda c: _LAST.index(c.id))
    while len(last) > 1 and sum(map(_cells, last)) > width:
        del last[0]
    room = width - sum(map(_cells, last))
    chosen = []
    for command in commands:
        if command in last:
            continue
        if _cells(command) > room:
            break
        room -= _cells(command)
        chosen.append(command)
    return [(key_label(c.keys[0]), c.footer) for c in (*chosen, *last)]


def _cells(command: Command) -> int:
    return cell_width(key_label(command.keys[0])) + cell_width(command.footer) + 3
