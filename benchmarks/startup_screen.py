"""From process start to the article on a terminal, against a Textual app of three lines; ratios of one run.

Both run in a pseudo-terminal of 120 by 40, turn by turn. An empty app of three panes with a footer takes
1.14 times what the three lines take.
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

ROOT = Path(__file__).resolve().parents[1]
READER = Path(sys.executable).with_name("reader")
ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
ROUNDS = 20
LIMIT = 1.3
THREE_LINES = """
from textual.app import App
from textual.widgets import Static
type("Small", (App,), {"compose": lambda self: iter([Static("Vladimir Poutine ont eu")])})().run()
"""
SHOWN = b"Poutine ont eu"
"""Words of the first article's first lines, and of the small app."""


def seconds(command: tuple[str | Path, ...]) -> float:
    """From start until the words have been sent to the terminal; nothing else is done meanwhile."""
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
    taken = time.perf_counter() - start
    process.kill()
    process.wait()
    os.close(ours)
    return taken


def main() -> int:
    """Print both times and their ratio; 1 where it is beyond the limit."""
    compileall.compile_dir(ROOT / "reader", quiet=1)
    app: list[float] = []
    small: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "annotations"
        for _ in range(ROUNDS):
            small.append(seconds((sys.executable, "-c", THREE_LINES)))
            app.append(seconds((READER, ROOT / "seeds", "--store", store)))
    quick, own = (sorted(times)[ROUNDS // 4] for times in (small, app))
    print(f"three lines of Textual  {quick * 1000:7.1f} ms")
    print(f"reader seeds/           {own * 1000:7.1f} ms {own / quick:6.2f} ×  (at most {LIMIT})")
    return int(own / quick > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
