"""The application: one session, one theme, one keymap, and the screens over them."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App

from reader.paths import styles_folder
from reader.session import SaveState
from reader.tui.bindings import keyed
from reader.tui.commands.command import key_label
from reader.tui.commands.table import COMMANDS
from reader.tui.ending import EndingApp
from reader.tui.screens.command_screen import CommandScreen
from reader.tui.screens.question import Question
from reader.tui.screens.reading import ReadingScreen
from reader.tui.theme import TOKENS, chosen_theme
from reader.tui.widgets.typing_in import TypedInto

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen
    from textual.theme import Theme

    from reader.session import Session
    from reader.tui.bindings import ScreenClass
    from reader.tui.commands.command import Command

FLUSH_SECONDS = 5.0
"""How long leaving waits for the disk before it asks."""


class ReaderApp(EndingApp):
    """Reads and annotates the articles of one session."""

    CSS_PATH: ClassVar = [styles_folder() / f"{name}.tcss" for name in ("app", "reading", "article")]
    """The main screen's too: Textual loads no style sheet for a default screen."""
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    """The palette is a command of our own table."""
    CLICK_CHAIN_TIME_THRESHOLD: ClassVar[float] = 0.4

    def __init__(
        self,
        session: Session,
        *,
        commands: Sequence[Command] = COMMANDS,
        theme: Theme | None = None,
        measure: int | None = None,
    ) -> None:
        self.commands = tuple(commands)
        self._command_by_id = {command.id: command for command in self.commands}
        self._keyed: dict[object, object] = {}
        super().__init__()
        self.session = session
        self._measure = measure
        self._begin_with(theme or chosen_theme(None))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(TOKENS)

    def get_default_screen(self) -> Screen[None]:
        return self.keyed(ReadingScreen)(self.session, self.size, self._measure)

    def keyed(self, screen: type[ScreenClass]) -> type[ScreenClass]:
        """*screen* with the user's keys."""
        known = self._keyed.get(screen)
        if known is None:
            known = self._keyed[screen] = keyed(screen, self.commands)
        return cast("type[ScreenClass]", known)

    @property
    def reading(self) -> ReadingScreen:
        """The main screen, below whatever lies over it."""
        return cast("ReadingScreen", self.screen_stack[0])

    def command(self, id: str) -> Command:
        """The command of that id, with the user's keys."""
        return self._command_by_id[id]

    def _begin_with(self, theme: Theme) -> None:
        """The first theme; set before anything is styled, so that the style sheets are read once."""
        self.register_theme(theme)
        if theme.ansi:
            self.theme = theme.name
            return
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.add_class("-dark-mode" if theme.dark else "-light-mode", f"-theme-{theme.name}")

    def on_ready(self) -> None:
        """The first words are on the screen; what was made for them stays, so it is never looked through."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """One key after the other: the next waits until the widget or command of this one is done with it."""
        if self._is_ending and isinstance(event, events.InputEvent):
            return
        if isinstance(event, events.Paste):
            from reader.tui.widgets.line_input import harmless

            event.text = harmless(event.text)
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        screen = self.screen
        focused: object = self.focused or screen
        await super().on_event(event)
        if isinstance(focused, TypedInto):
            await focused.caught_up()
        if self.screen is not screen and isinstance(self.screen, CommandScreen):
            await self.screen.at_rest()

    # --- leaving

    def action_help_quit(self) -> None:
        """What ctrl+c comes to where nothing is selected."""
        quit = self.command("quit")
        key = key_label(quit.keys[0]) if quit.keys else "the palette"
        self.reading.say(f"{key} leaves; ctrl+c copies what is selected.")

    async def action_quit(self) -> None:
        await self.reading.action_command("quit")

    async def leave(self) -> None:
        """Save and leave; ask first where saving fails."""
        reading = self.reading
        reading.keep_position()
        status = await asyncio.to_thread(self.session.flush, FLUSH_SECONDS)
        if status.state in (SaveState.FAILED, SaveState.SAVING):
            from reader.tui.screens.confirm import Confirm

            lost = f"{status.pending} changes are not on the disk: {status.message or 'the disk is slow'}"
            if not await reading.ask(Confirm(lost, "Leave and lose them?", "Leave")):
                return
        self.exit()

    def save_all(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Question):
                screen.keep_typed()
        self.session.flush(FLUSH_SECONDS)
