"""All commands with their keys; those of the place one came from first. Enter runs one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.text.cells import cell_width
from reader.tui.commands.command import Command, Group, Place
from reader.tui.flow import flow
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.widgets.status_line import trouble_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.session import Session

KEY_CELLS = 24
NARROW = 72
"""Cells of a window in which keys and help do not fit on a line."""


class HelpScreen(ListingScreen):
    """The table of commands as a list to read and to filter."""

    TITLE_WORDS = "Help"
    PLACES: ClassVar = frozenset()

    def __init__(self, session: Session, commands: Sequence[Command], places: frozenset[Place]) -> None:
        super().__init__(session)
        self._commands = commands
        self._came_from = places
        self.chosen: str | None = None
        """The command to run, if one was chosen."""

    def opened(self) -> None:
        """Where nothing can be saved the whole sentence stands below the keys."""
        trouble = trouble_words(self.session.save_status)
        if trouble:
            self._said.say(flow(((trouble, "unsaved"),), max(self.size.width - 2, 8)))

    def title_line(self) -> tuple[tuple[str, str], ...]:
        return (("Help", "title"), ("  enter runs it · / filters · esc closes", "quiet"))

    def entries(self) -> Sequence[Row]:
        live = [command for command in self._commands if command.where in self._came_from]
        others = [command for command in self._commands if command.where not in self._came_from]
        rows = self._chapters(live)
        if others:
            rows.append(_head("Elsewhere"))
            rows += [self._row(command, runs=False) for command in others]
        return rows

    def _chapters(self, commands: Sequence[Command]) -> list[Row]:
        rows: list[Row] = []
        for group in Group:
            found = [command for command in commands if command.group is group]
            if found:
                rows += [_head(group.value), *(self._row(command, runs=True) for command in found)]
        return rows

    def _row(self, command: Command, *, runs: bool) -> Row:
        """Keys and help on a line, in a narrow window on lines of their own."""
        keys = command.key_text or "palette"
        where = "" if runs else f"  {command.where.value}"
        target = command.id if runs else None
        if self.size.width < NARROW:
            words = flow(((command.help + where, ""),), max(self.size.width - 2, 12), indent=4)
            return Row((((f"  {keys}", "key"),), *words), target)
        pad = " " * max(KEY_CELLS - cell_width(keys), 1)
        return Row((((f"  {keys}{pad}", "key"), (command.help, ""), (where, "quiet")),), target)

    def undo(self) -> None:
        """Nothing is changed while reading about keys."""

    def redo(self) -> None:
        """Nor done again."""

    def choose(self, target: object) -> None:
        """Close, and run the command where one came from."""
        self.chosen = str(target)
        self.answer(None)


def _head(words: str) -> Row:
    return Row(((("", ""),), ((words, "title"),)))
