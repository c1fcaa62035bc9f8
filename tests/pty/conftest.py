"""A folder with the two sample articles, and the installed command opened upon it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.pty.samples import with_samples
from tests.pty.terminal import READER, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Opening(Protocol):
    def __call__(self, *words: str, rows: int = 30, columns: int = 120) -> Terminal: ...


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The current folder: the samples in ``articles`` and nothing else."""
    return with_samples(tmp_path)


@pytest.fixture
def reader(work: Path) -> Iterator[Opening]:
    """Opens the command in a terminal; every terminal is closed at the end."""
    opened: list[Terminal] = []

    def start(*words: str, rows: int = 30, columns: int = 120) -> Terminal:
        opened.append(Terminal(words or ("articles",), work, rows, columns))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def exported(work: Path) -> list[dict[str, Any]]:
    """What ``reader export`` gives, each quote held against its article."""
    done = subprocess.run(
        [READER, "export", "articles"],
        cwd=work,
        env=environment(work),
        capture_output=True,
        text=True,
        check=True,
    )
    records = [json.loads(line) for line in done.stdout.split("\n") if line]
    for record in records:
        for part in [record] if record["type"] == "annotation" else [record["source"], record["target"]]:
            text = (work / "articles" / part["article"]).read_text(encoding="utf-8-sig")
            assert text[part["start"] : part["end"]] == part["quote"]
    return records
