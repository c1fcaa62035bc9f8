"""From process start to the article on a terminal, against a Textual app of three lines; ratios of one run.

Both run in a pseudo-terminal of 120 by 40, turn by turn. An empty app of three panes with a footer takes
1.14 times what the three lines take.
"""

from __future__ import annotations

import compileall
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.pty.terminal import READER, Terminal  # noqa: E402 - found beside this folder

ROUNDS = 12
LIMIT = 1.3
THREE_LINES = """
from textual.app import App
from textual.widgets import Static
type("Small", (App,), {"compose": lambda self: iter([Static("Vladimir Poutine ont eu")])})().run()
"""
SHOWN = "Poutine ont eu"
"""Words of the first article's first lines, and of the small app."""


def seconds(program: tuple[str | Path, ...], words: tuple[str | Path, ...], cwd: Path) -> float:
    """From start until the words are on the screen."""
    start = time.perf_counter()
    with Terminal(words, cwd, rows=40, columns=120, program=program) as terminal:
        terminal.wait(SHOWN)
        return time.perf_counter() - start


def main() -> int:
    """Print both times and their ratio; 1 where it is beyond the limit."""
    compileall.compile_dir(ROOT / "reader", quiet=1)
    app: list[float] = []
    small: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "annotations"
        for _ in range(ROUNDS):
            small.append(seconds((sys.executable, "-c", THREE_LINES), (), ROOT))
            app.append(seconds((READER,), (ROOT / "seeds", "--store", store), ROOT))
    quick, own = (sorted(times)[ROUNDS // 4] for times in (small, app))
    print(f"three lines of Textual  {quick * 1000:7.1f} ms")
    print(f"reader seeds/           {own * 1000:7.1f} ms {own / quick:6.2f} ×  (at most {LIMIT})")
    return int(own / quick > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
