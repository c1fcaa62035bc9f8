"""The app in a terminal of which every byte is held against the grammar, and which says how it was left."""

from __future__ import annotations

import os
import termios
from typing import TYPE_CHECKING, Self

from tests.hostile.grammar import check
from tests.pty.terminal import READER, Terminal

if TYPE_CHECKING:
    import signal
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ON_AND_OFF = {
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "any mouse": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "mouse in cells": (b"\x1b[?1006h", b"\x1b[?1006l"),
    "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "pasting": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "wrapping": (b"\x1b[?7l", b"\x1b[?7h"),
    "keyboard": (b"\x1b[>", b"\x1b[<u"),
}
"""What the app switches on, and what must come after it."""


class Guarded(Terminal):
    """A terminal that lets nothing pass but the program's own sequences."""

    def __init__(
        self,
        words: Sequence[str | Path],
        cwd: Path,
        rows: int = 30,
        columns: int = 120,
        env: Mapping[str, str] | None = None,
        program: Sequence[str | Path] = (READER,),
    ) -> None:
        super().__init__(words, cwd, rows, columns, env, program)
        self._modes = termios.tcgetattr(self.inner)

    def __enter__(self) -> Self:
        return self

    @property
    def inner(self) -> int:
        """The side of the pseudo-terminal that its reader would hold."""
        return self._fd

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self._fd)
        self._fd = -1

    def send(self, data: bytes) -> None:
        """Send bytes that may be no text."""
        os.write(self.inner, data)

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def copied(self) -> list[str]:
        """What was put on the clipboard; fails where anything but the program speaks to the terminal."""
        return check(bytes(self.raw))

    def faults_of_leaving(self) -> list[str]:
        """What the program did not give back."""
        left = [
            name
            for name, (on, off) in ON_AND_OFF.items()
            if self.raw.rfind(on) >= 0 and self.raw.rfind(off) < self.raw.rfind(on)
        ]
        if termios.tcgetattr(self.inner) != self._modes:
            left.append("the modes of the line")
        return left
