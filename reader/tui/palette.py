"""The commands as Textual's palette finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.command import Hits

    from reader.tui.commands.command import Command
    from reader.tui.screens.command_screen import CommandScreen


class ReaderCommands(Provider):
    """What can be done where the reader is."""

    def _commands(self) -> Iterator[Command]:
        for command in self._here.live_commands():
            if not command.numbered and command.id != "palette":
                yield command

    @property
    def _here(self) -> CommandScreen[object]:
        return cast("CommandScreen[object]", self.screen)

    async def discover(self) -> Hits:
        for command in self._commands():
            yield DiscoveryHit(
                _words(command),
                lambda id=command.id: self._run(id),
                text=command.title,
                help=command.help,
            )

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.id) * 0.8)
            if score > 0:
                yield Hit(
                    score,
                    _words(command),
                    lambda id=command.id: self._run(id),
                    text=command.title,
                    help=command.help,
                )

    async def _run(self, id: str) -> None:
        await self._here.action_command(id)


def _words(command: Command) -> Content:
    """Title and keys; the help of a hit is read as markup, so keys are not put there."""
    return Content(f"{command.title}   ").append(Content.styled(command.key_text, "dim"))


class Palette(CommandPalette):
    """Textual's, over our commands; escape acts at once, so that the next key finds the screen below."""

    BINDINGS: ClassVar = [Binding("escape", "escape", priority=True, show=False)]

    def __init__(self) -> None:
        super().__init__(providers=[ReaderCommands], placeholder="What would you like to do?")
