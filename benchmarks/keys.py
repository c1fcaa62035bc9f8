"""From a key to the first byte of its repaint on a terminal of 120 by 40, beside a small Textual app's key.

The clock runs from the write into the pseudo-terminal to the first byte that comes back: what a person at
the keyboard waits for, without the terminal's own painting. Each key waits until the screen is quiet.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
READER = Path(sys.executable).with_name("reader")
ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
LIMIT = 5.0
"""Milliseconds, the median."""
ROUNDS = 60
QUIET = 0.05
"""Seconds without output after which a picture is finished."""
SETTLED = 1.0
"""Seconds without output after which everything is recognised and marked."""
PATIENCE = 5.0
DOWN, UP = b"\x1b[B", b"\x1b[A"
KEYS = (("cursor down", DOWN, UP), ("next mention", b"e", b"E"))
"""What it does, the key, and the key back again."""
SMALL = """
from textual.app import App
from textual.widgets import Static
class Small(App):
    pressed = 0
    def compose(self):
        yield Static("ready")
    def on_key(self):
        self.pressed += 1
        self.query_one(Static).update(f"key {self.pressed}")
Small().run()
"""


class Terminal:
    """A command in a pseudo-terminal; nothing looks at what it writes but the clock."""

    def __init__(self, command: tuple[str | Path, ...]) -> None:
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (40, 120))
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=ENVIRONMENT
        )
        os.close(theirs)
        self._written(PATIENCE)
        self.settle(SETTLED)

    def milliseconds(self, key: bytes) -> float:
        """From *key* to the first byte of what it changes."""
        start = time.perf_counter()
        os.write(self._ours, key)
        if not self._written(PATIENCE):
            raise AssertionError(f"nothing was painted after {key!r}")
        taken = time.perf_counter() - start
        self.settle(QUIET)
        return taken * 1000

    def settle(self, quiet: float) -> None:
        """Take in what is written until nothing comes for so many seconds."""
        while self._written(quiet):
            pass

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def _written(self, patience: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], patience)
        return bool(ready and os.read(self._ours, 1 << 16))


def pressed(terminal: Terminal, there: bytes, back: bytes) -> list[float]:
    """The milliseconds of *there*; ten at a time, then as often *back*, so that there is always a way."""
    taken = []
    for _ in range(ROUNDS // 10):
        taken += [terminal.milliseconds(there) for _ in range(10)]
        for _ in range(10):
            terminal.milliseconds(back)
    return sorted(taken)


def main() -> int:
    """Print each median, where its slowest tenth begins, and the ratio to the small app; 1 where too slow."""
    small = Terminal((sys.executable, "-c", SMALL))
    own = median(pressed(small, DOWN, UP))
    small.close()
    print(f"{'a small app of Textual':<24}{own:6.2f} ms")
    late = False
    with tempfile.TemporaryDirectory() as folder:
        reader = Terminal((READER, ROOT / "seeds", "--store", Path(folder) / "annotations"))
        for name, there, back in KEYS:
            taken = pressed(reader, there, back)
            middle, slow = median(taken), taken[len(taken) * 9 // 10]
            print(
                f"{name:<24}{middle:6.2f} ms {middle / own:6.2f} ×  a tenth beyond {slow:.2f} ms  "
                f"(median at most {LIMIT:.0f} ms)"
            )
            late |= middle > LIMIT
        reader.close()
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
