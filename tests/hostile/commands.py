"""Runs commands of the program in processes of their own, watched: time, memory, what they say.

``python -m tests.hostile.commands`` is the parent of those processes: it has the program
imported already, reads one order per line and answers each with one line.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 120
"""Seconds of a command; far beyond what any takes, because a test must not depend on the machine's speed."""
MOST_MEMORY = 500 << 20
"""Bytes that a command may hold, whatever it is given."""
ADDRESSES = 3 << 30
"""Bytes that it may ask for at all; beyond that the system refuses, so that the machine lives on."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    words: tuple[str, ...]
    code: int
    """Its exit code, or minus the signal that ended it."""
    out: bytes
    err: bytes
    peak: int
    """Bytes of memory, at most."""

    def faults(self) -> list[str]:
        """What must not be, whatever the command was given."""
        name = " ".join(self.words)
        found = []
        if self.code not in (0, 1, 2):
            found.append(f"{name}: ended with {self.code}: {self.err[-2000:]!r}")
        if any(words in self.err + self.out for words in (b"Traceback", b"mistake of the program")):
            found.append(f"{name}: {self.err[-2000:]!r}")
        if self.peak > MOST_MEMORY:
            found.append(f"{name}: {self.peak >> 20} MB")
        return found


class Commands:
    """A process from which commands are started; to be closed."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._home = home
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.commands"],
            cwd=ROOT,
            env={
                "LANG": "C.UTF-8",
                **kept,
                "HOME": str(home),
                "LOGNAME": "zoe",
                "READER_CACHE": "off",
                "READER_CONFIG": str(home / "no-config.toml"),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def run(self, *words: str | Path, cwd: Path) -> Done:
        """Run ``reader`` with *words*."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        given = [str(word) for word in words]
        order = {"words": given, "cwd": str(cwd), "home": str(self._home)}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        code, peak = json.loads(self._process.stdout.readline())
        out, err = ((self._home / name).read_bytes() for name in ("out", "err"))
        return Done(tuple(given), code, out, err, peak)


def _serve() -> None:
    import reader.cli.main
    import reader.session
    from reader.articles.loading import article_of
    from reader.recognition.recognise import recognise

    assert reader.cli.main
    assert reader.session
    recognise(article_of("Le 3 mars 2024, Anna Kovacs a déclaré à Vienne que « c’est dit ».", "a.txt"))
    for line in sys.stdin.buffer:
        order = json.loads(line)
        sys.stdout.write(json.dumps(_watched(order["words"], order["cwd"], Path(order["home"]))) + "\n")
        sys.stdout.flush()


def _watched(words: Sequence[str], cwd: str, home: Path) -> tuple[int, int]:
    child = os.fork()
    if not child:
        _become(words, cwd, home)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_maxrss * 1024


def _become(words: Sequence[str], cwd: str, home: Path) -> None:
    """Be the command, in a fresh process; never returns."""
    from reader.cli.main import main

    signal.alarm(DEADLINE)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    try:
        os.chdir(cwd)
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(home / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        code = main([os.fsdecode(os.fsencode(word)) for word in words])
        sys.stdout.flush()
        sys.stderr.flush()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - nothing of the parent may go on in the child
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
        code = 70
    os._exit(code)


if __name__ == "__main__":
    _serve()
