"""From process start to the article on a terminal, against a Textual app of three lines; ratios of one run.

Both run in a pseudo-terminal of 120 by 40, turn by turn. The clock on the wall is what a person waits for;
processor time, user and system, says the same where the machine has other work. An empty app of three panes
with a footer takes 1.14 times what the three lines take.
"""

from __future__ import annotations

import compileall
import os
import pty
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
READER = Path(sys.executable).with_name("reader")
ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
ROUNDS = 20
LIMIT = 1.3
THREE_LINES = """
from textual.app import App
from textual.widgets import Static
type("Small", (App,), {"compose": lambda self: iter([Static("ont eu un entretien")])})().run()
"""
SHOWN = b"ont eu un"
"""Words of the first article's first lines in which nothing is ever marked, and of the small app."""


class Taken(NamedTuple):
    """Seconds until the words have been sent to the terminal."""

    wall: float
    processor: float
    """With the little that happens between sending and being killed."""


def taken(command: tuple[str | Path, ...]) -> Taken:
    """What *command* takes from its start until the words have been sent; nothing else is done meanwhile."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 120))
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=ENVIRONMENT, cwd=ROOT
    )
    os.close(theirs)
    sent = b""
    while SHOWN not in sent:
        sent += os.read(ours, 1 << 16)
    wall = time.perf_counter() - start
    process.kill()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    os.close(ours)
    return Taken(wall, usage.ru_utime + usage.ru_stime)


def main() -> int:
    """Print the lower quartiles and their ratios; 1 where the wait is beyond the limit."""
    compileall.compile_dir(ROOT / "reader", quiet=1)
    app: list[Taken] = []
    small: list[Taken] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "annotations"
        for _ in range(ROUNDS):
            small.append(taken((sys.executable, "-c", THREE_LINES)))
            app.append(taken((READER, ROOT / "seeds", "--store", store)))
    quick, own = (
        Taken(*(sorted(column)[ROUNDS // 4] for column in zip(*t, strict=True))) for t in (small, app)
    )
    ratio = own.wall / quick.wall
    print("                              wall     processor")
    print(f"three lines of Textual  {quick.wall * 1000:7.1f} ms  {quick.processor * 1000:7.1f} ms")
    print(f"reader seeds/           {own.wall * 1000:7.1f} ms  {own.processor * 1000:7.1f} ms")
    busy = own.processor / quick.processor
    print(f"                        {ratio:7.2f} ×   {busy:7.2f} ×   (wall at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
