"""That the calls of a disk are the system's own."""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from reader.annotations.disk import Disk
from reader.annotations.lock import Lock
from reader.errors import StoreLockedError
from tests.unit.annotations.kit import adding, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_the_system_itself_is_asked_to_sync_the_journal_and_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def sync(fd: int) -> None:
        synced.append(os.fstat(fd).st_ino)
        real(fd)

    store, _ = opened(tmp_path)
    monkeypatch.setattr(os, "fsync", sync)
    store.append([adding(1)])
    assert synced == [(tmp_path / "alice.journal.jsonl").stat().st_ino, tmp_path.stat().st_ino]


def test_the_lock_is_one_that_other_programs_see(tmp_path: Path) -> None:
    path = tmp_path / "alice.lock"
    with Lock(Disk(), path).held(), path.open() as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with pytest.raises(StoreLockedError), Lock(Disk(), path).held(patience=0):
            pass
    with path.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_lock_file_that_is_replaced_before_it_is_locked_is_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "alice.lock"
    other = Lock(Disk(), path)

    class Replacing(Disk):
        """Before the first locking, somebody removes the file and locks another of its name."""

        replaced = False

        def flock(self, fd: int) -> None:
            if not self.replaced:
                self.replaced = True
                path.unlink()
                others.enter_context(other.held())
            super().flock(fd)

    with ExitStack() as others, pytest.raises(StoreLockedError), Lock(Replacing(), path).held(patience=0):
        pass
