"""The app on a folder of very many files, and on files that are harmed while they are read."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from reader.articles.discovery import discover
from tests.hostile import articles
from tests.hostile.commands import MOST_MEMORY
from tests.hostile.terminals import Guarded
from tests.hostile.tour import touring
from tests.pty.terminal import READER
from tests.torture import amount

if TYPE_CHECKING:
    from pathlib import Path

MANY = amount(2_000, 100_000)
FIRST = "Anna Kovacs parle du premier."


def leave(terminal: Guarded) -> None:
    """End the app, which must have behaved all the time."""
    terminal.signal(signal.SIGTERM)
    assert terminal.leave() == 128 + signal.SIGTERM
    assert terminal.copied() == []
    assert terminal.faults_of_leaving() == []


def peak(terminal: Guarded) -> int:
    """Bytes of memory that the app ever held."""
    with open(f"/proc/{terminal.process.pid}/status", encoding="ascii") as status:  # noqa: PTH123
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


@pytest.mark.skipif(not READER.exists(), reason="the command reader is not installed in this environment")
def test_a_folder_of_very_many_files_is_opened_and_its_first_article_shown(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(MANY):
        words = f"Titre {number}\n\n{FIRST if not number else 'Rien de neuf à Vienne.'}\n"
        (folder / f"{number:06}.txt").write_text(words, encoding="utf-8")
    assert len(discover([folder])) == MANY
    with Guarded(("articles",), tmp_path) as terminal:
        terminal.wait(FIRST)
        terminal.press("e")
        terminal.wait("a keep")
        if sys.platform.startswith("linux"):
            assert peak(terminal) < MOST_MEMORY
        leave(terminal)


def gone(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    beside = path.with_suffix(".new")
    beside.write_text("Tout autre chose à lire.\n", encoding="utf-8")
    beside.replace(path)


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link_to_a_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def cut_short(path: Path) -> None:
    os.truncate(path, 7)


def of_8_gib(path: Path) -> None:
    os.truncate(path, 8 << 30)


def binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF\0" * 1000)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


HARMS = (
    *(gone, replaced, a_pipe, a_folder, a_link_to_a_device),
    *(a_link_to_itself, cut_short, of_8_gib, binary, emptied),
)


async def test_whatever_happens_to_the_open_file_reading_and_marking_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    other, harmed = folder / "b.txt", folder / "a.txt"
    other.write_text("Bela Orban est à Vienne.\n", encoding="utf-8")
    harmed.write_text(articles.PROSE, encoding="utf-8")
    async with touring(tmp_path) as tour:
        story = tour.story
        await tour.press("e", "a")
        for happens in HARMS:
            happens(harmed)
            await story.look()
            await tour.press("m", "e", "J", "g", "e", "a")
            assert story.shows("Bela Orban est à Vienne")
            await tour.press("u", "K")
            _as_it_was(harmed)
            await story.look()
        await story.settle()
        assert [row["quote"] for row in story.annotations()] == ["3 mars 2024"]
        assert "saved" in story.status


def _as_it_was(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    path.unlink(missing_ok=True)
    path.write_text(articles.PROSE, encoding="utf-8")
