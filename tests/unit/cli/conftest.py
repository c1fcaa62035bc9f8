"""A small folder of articles and the command run upon it."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from reader.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = (
    "date 2025-10-28\n\nLe pont de Vrécourt\n\n"
    "Le maire, Élie Marchand, l’a promis à l’Assemblée : le pont rouvrira mardi.\n"
)
SECOND = "Le pont n’a pas rouvert.\nLe pont est fermé depuis le 3 novembre 2025, dit Élie Marchand.\n"


@dataclass(frozen=True, slots=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """stdout as JSON lines; whatever is not JSON fails here."""
        return [json.loads(line) for line in self.out.split("\n") if line]


class Command(Protocol):
    def __call__(self, *words: str | Path) -> Done: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two articles, the current folder above them, nobody's configuration."""
    articles = tmp_path / "articles"
    (articles / "b").mkdir(parents=True)
    (articles / "un.txt").write_text(FIRST, encoding="utf-8")
    (articles / "b" / "deux.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOGNAME", "zoe")
    monkeypatch.delenv("READER_STORE", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    before = logging.getLogger().handlers[:]
    yield articles
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()


@pytest.fixture
def reader(folder: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs ``reader`` with words, in this process."""
    del folder  # only has to be there

    def run(*words: str | Path) -> Done:
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:  # argparse
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run
