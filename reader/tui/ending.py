"""How the app ends when nobody asked it to: a signal, a terminal that is gone, a mistake of its own.

Textual handles none of these: a signal leaves the terminal raw, a closed terminal keeps a core busy and
blocks the first long output for ever, an exception is painted over the screen.
"""

from __future__ import annotations

import asyncio
import logging
import os
import select
import signal
import sys
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from textual.app import App
from textual.worker import WorkerFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
HUNG_UP = 128 + 1
"""The exit code of a program whose terminal is gone."""
GRACE = 3.0
"""Seconds between the end of the terminal and the end by force."""


class EndingApp(App[None]):
    """Saves, gives the terminal back and leaves with the right code, whatever ends it."""

    crash: Exception | None = None
    """The mistake that ended the app; whoever ran it says so."""
    _is_ending = False

    def save_all(self) -> None:
        """Bring what was done to the disk, from any thread."""

    def on_load(self) -> None:
        """Before the terminal is touched."""
        loop = asyncio.get_running_loop()
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self.told_to_end, 128 + number)
        if not self.is_headless:
            _watch_terminal(lambda: loop.call_soon_threadsafe(self.told_to_end, HUNG_UP), self.save_all)

    def told_to_end(self, code: int) -> None:
        """Save what there is, give the terminal back, end with *code*."""
        if not self._is_ending:
            try:
                self.save_all()
            finally:
                self.exit(return_code=code)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        self._is_ending = True
        super().exit(result, return_code, message)

    # These three are Textual's own; there is no public way to keep its traceback off the screen, which
    # may quote what would command the terminal. Guarded by tests/hostile/test_process.py.

    def _handle_exception(self, error: Exception) -> None:
        if self._is_ending:  # a screen that is taken down while it is made misses its widgets
            logging.getLogger(__name__).error("While the app ended", exc_info=error)
            return
        if self.crash is None:
            self.crash = error.error if isinstance(error, WorkerFailed) else error  # type: ignore[assignment]
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def forget_closed_terminal() -> None:
    """Let what a terminal that is gone should still get go nowhere; else Python ends with code 120."""
    if sys.__stdin__ is None or not hasattr(select, "poll"):
        return
    poll = select.poll()
    poll.register(sys.__stdin__.fileno(), 0)
    if any(event & select.POLLHUP for _, event in poll.poll(0)):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for number in (1, 2):
            os.dup2(nowhere, number)


def _watch_terminal(gone: Callable[[], object], save: Callable[[], None]) -> None:
    """Call *gone* when the terminal has been closed; end the process where that does not help.

    The loop may be past hearing it: it waits for ever when more is painted than a closed terminal takes.
    """
    if sys.__stdin__ is None or not hasattr(select, "poll"):
        return
    poll = select.poll()
    poll.register(sys.__stdin__.fileno(), 0)  # hanging up is always told

    def watch() -> None:
        told = poll.poll()
        if not any(event & select.POLLHUP for _, event in told):
            return
        with suppress(RuntimeError):  # the loop has ended already
            gone()
        time.sleep(GRACE)
        try:
            save()
        finally:
            os._exit(HUNG_UP)

    Thread(target=watch, name="terminal", daemon=True).start()
