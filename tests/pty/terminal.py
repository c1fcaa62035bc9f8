"""A real terminal for the installed command: a pseudo-terminal, a screen parsed by pyte, and keys."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

READER = Path(sys.executable).with_name("reader")
PATIENCE = 20.0
"""Seconds to wait for the screen; only a failure takes that long."""

GLANCE = 0.25
"""Seconds after which a condition is looked at again though nothing was written."""
QUIET = 0.1
"""Seconds without output after which a picture is finished."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    "shift+right": "\x1b[1;2C",
    "shift+left": "\x1b[1;2D",
    "ctrl+up": "\x1b[1;5A",
    "ctrl+down": "\x1b[1;5B",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
}
"""What a terminal sends for each key."""

_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[@-~]|\x1b\[\??[0-9;]*\$[@-~]|\x1bP.*?\x1b\\|\x1b_.*?\x1b\\", re.DOTALL
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?$ ]*|[P_\]][^\x1b\x07]*\x1b?)?\Z")


class Terminal:
    """A running command and what its screen shows."""

    def __init__(
        self,
        words: Sequence[str | Path],
        cwd: Path,
        rows: int = 24,
        columns: int = 80,
        env: Mapping[str, str] | None = None,
        program: Sequence[str | Path] = (READER,),
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.raw = bytearray()
        """Every byte the command wrote."""
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""
        self._fd, inner = pty.openpty()
        _set_size(inner, rows, columns)
        self.process = subprocess.Popen(
            [*program, *words],
            cwd=cwd,
            env={**environment(cwd), **(env or {})},
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - no thread runs while it starts
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- looking

    @property
    def text(self) -> str:
        """The whole screen, row by row."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def shows(self, *words: str) -> bool:
        """Whether all of *words* stand on the screen."""
        return all(word in self.text for word in words)

    def wait(self, *words: str) -> None:
        """Wait until all of *words* stand on the screen."""
        self.wait_until(lambda: self.shows(*words), f"to show {words}")

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Read what the command writes until *holds*, or fail with the screen as it is."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            more = self.pump(min(deadline, time.monotonic() + GLANCE))
            if not more and (time.monotonic() >= deadline or self.process.poll() is not None) and not holds():
                raise AssertionError(f"waited for the screen {what}; it is:\n{self.text}")

    def settle(self) -> None:
        """Let the picture be finished: a terminal paints in pieces, and half of one says nothing."""
        while self.pump(time.monotonic() + QUIET):
            pass

    def pump(self, deadline: float) -> bool:
        """Take in what the command writes next; False at the deadline or when it is gone."""
        left = deadline - time.monotonic()
        ready, _, _ = select.select([self._fd], [], [], max(left, 0))
        if not ready:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux: the other side is closed
            return False
        self._feed(data)
        return bool(data)

    # --- doing

    def press(self, *keys: str) -> None:
        """Press keys by name; a single character is itself."""
        for key in keys:
            os.write(self._fd, _bytes_of(key))

    def type(self, text: str) -> None:
        """Type *text* letter by letter."""
        self.press(*text)

    def resize(self, rows: int, columns: int) -> None:
        self.screen.resize(rows, columns)
        _set_size(self._fd, rows, columns)
        self.process.send_signal(signal.SIGWINCH)

    def leave(self) -> int:
        """Wait until the command has ended; its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.pump(deadline):
            pass
        return self.process.wait(max(deadline - time.monotonic(), 1))

    def kill(self) -> None:
        """End the command without any chance to save."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        if self.process.poll() is None:
            self.kill()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _feed(self, data: bytes) -> None:
        """Give pyte what it understands; half a sequence waits for its rest."""
        self.raw += data
        data = self._held + data
        half = _UNFINISHED.search(data[-256:])
        cut = len(data) - (len(half[0]) if half else 0)
        self._held = data[cut:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[:cut]))


def _take_terminal() -> None:
    """Make the pseudo-terminal the controlling one of the new session, so that it gets its signals."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _bytes_of(key: str) -> bytes:
    if key.startswith("ctrl+") and len(key) == 6:
        return bytes([ord(key[-1].upper()) & 0x1F])
    return KEYS.get(key, key).encode()


def environment(home: Path) -> dict[str, str]:
    """Nothing of this machine's configuration, and a terminal that everybody has."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "PYTHONPATH") if name in os.environ}
    return {
        "LANG": "C.UTF-8",
        **kept,
        "HOME": str(home),
        "LOGNAME": "zoe",
        "TERM": "xterm-256color",
        "READER_CONFIG": str(home / "no-config.toml"),
    }


def _set_size(fd: int, rows: int, columns: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
