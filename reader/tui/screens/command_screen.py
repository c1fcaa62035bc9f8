"""A screen whose keys come from the table of commands."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import Screen, ScreenResultType

from reader.errors import ReaderError
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.keymap import for_places
from reader.tui.widgets.typing_in import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from reader.tui.commands.command import Command
    from reader.tui.reader_app import ReaderApp
    from reader.tui.screens.question import Question
    from reader.tui.widgets.rows import Rows

Answer = TypeVar("Answer")
Result = TypeVar("Result")


class CommandScreen(Screen[ScreenResultType]):
    """Runs commands, and asks questions on their behalf."""

    PLACES: ClassVar[frozenset[Place]] = frozenset()
    """Where the reader is, whichever pane has the focus."""

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._rest = asyncio.Event()
        """Whether no command is at work: none runs, or the one that does waits for an answer or a thread."""
        self._rest.set()

    @property
    def reader_app(self) -> ReaderApp:
        """The app, by its own class."""
        return cast("ReaderApp", self.app)

    @property
    def keymap(self) -> tuple[Command, ...]:
        """All commands with the user's keys."""
        return self.reader_app.commands

    @property
    def rows(self) -> Rows:
        """The list that has the focus."""
        from reader.tui.widgets.rows import Rows

        return self.focused if isinstance(self.focused, Rows) else self.query_one(Rows)

    def places(self) -> frozenset[Place]:
        """Where the reader is now."""
        from reader.tui.widgets.rows import Rows

        inner = {Place.ROWS} if isinstance(self.focused, Rows) else set()
        return self.PLACES | inner | {Place.EVERYWHERE}

    def live_commands(self) -> tuple[Command, ...]:
        """The commands whose keys work now, the most particular first."""
        here = for_places(self.keymap, self.places())
        return tuple(sorted(here, key=lambda command: command.where in (Place.EVERYWHERE, Place.READING)))

    # --- running commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command's key works where the command belongs."""
        if action != "command":
            return True
        return self.reader_app.command(str(parameters[0])).where in self.places()

    async def action_command(self, id: str, number: int = 1) -> None:
        """Run the command *id*; *number* says which of its keys was pressed."""
        command = self.reader_app.command(id)
        self.quieten()
        try:
            running = command.run(self, number) if command.numbered else command.run(self)
        except ReaderError as error:
            self.complain(error)
            return
        if running is not None:
            await self._start(running)

    async def _start(self, running: Coroutine[object, object, None]) -> None:
        """Let it run on its own, but wait until it asks or ends: the next key belongs to its question."""
        self._rest.clear()

        async def guarded() -> None:
            try:
                await running
            except ReaderError as error:
                self.complain(error)
            finally:
                self._rest.set()

        self.run_worker(guarded(), name="command")
        await self.at_rest()

    async def at_rest(self) -> None:
        """Wait until the running command asks something, does slow work, or has ended."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rest.wait(), PATIENCE)

    async def ask(self, question: Question[Answer]) -> Answer | None:
        """Show a prompt and wait for its answer; None where it was left."""
        await self.app.push_screen(question)
        self._rest.set()
        question.when_answered = self._rest.clear
        return await question.answered

    async def away(self, work: Callable[[], Result]) -> Result:
        """Run slow *work* in a thread; keys go on being read."""
        self._rest.set()
        return await asyncio.to_thread(work)

    # --- rows

    async def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A row was chosen; what it stands for may be gone meanwhile: another window works here too."""
        try:
            choosing = self.choose(message.target)
            if choosing is not None:
                await choosing
        except ReaderError as error:
            self.catch_up()
            self.complain(error)

    def choose(self, target: object) -> Coroutine[object, object, None] | None:
        """Do what choosing a row means. Raises ReaderError where it cannot be done."""

    def catch_up(self) -> None:
        """Show what the session knows by now."""

    def leave_for(self, id: str) -> None:
        """Go back to the text and run another command there."""

    # --- talking to the reader

    def say(self, message: str, *, role: str = "") -> None:
        """A line for the reader; what it quotes from data has gone through ``safe_line``."""

    def quieten(self) -> None:
        """Take the last line back: it was about what happened before."""
        self.say("")

    def complain(self, error: ReaderError) -> None:
        """Say what went wrong."""
        self.say(safe_line(error.message), role="unsaved")
