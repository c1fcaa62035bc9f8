"""Many writers at once: no change lost, no number given twice, nobody waits for the dead."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from reader.annotations.changes import Table, added
from reader.annotations.disk import Disk
from reader.annotations.file_store import FileStore
from reader.annotations.journal import Journal
from reader.annotations.lock import Lock
from tests.torture import amount
from tests.torture.forks import ended, forked, told
from tests.unit.annotations.kit import adding, annotation, change, keys, tagging

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def crowd(folder: Path, writers: int, changes: int, disk: Callable[[], Disk] = Disk) -> tuple[int, int, int]:
    """Let processes write at once; annotations expected and found, and tags found on the one all edit."""
    first = FileStore(folder, "alice", disk())
    first.load()
    first.append([change("c-shared", added(Table.ANNOTATIONS, annotation(0, tags=())))])

    def work(writer: int) -> None:
        store = FileStore(folder, "alice", disk())
        state, _ = store.load()
        for number in range(changes):
            key = 1_000_000 * (writer + 1) + number
            before = state.annotations["a-0"]
            ours = [adding(key)]
            if number % 10 == 0:
                ours.append(tagging(before, f"t-{key}", id=f"t-{key}"))
            for one in ours:
                state.apply(one)
            for foreign in store.append(ours):
                state.apply(foreign)
            if number % 15 == 10:
                store.compact()

    children = [forked(lambda _tell, writer=writer: work(writer)) for writer in range(writers)]  # type: ignore[misc]
    for child, pipe in children:
        told(pipe)
        ended(child)
    state, _ = FileStore(folder, "alice").load()
    return writers * changes + 1, len(state.annotations), len(state.annotations["a-0"].tags)


@pytest.mark.parametrize(("writers", "changes"), [(4, amount(40, 500)), (8, amount(20, 250))])
def test_writers_at_once_lose_nothing(tmp_path: Path, writers: int, changes: int) -> None:
    expected, found, tags = crowd(tmp_path, writers, changes)
    assert (found, tags) == (expected, writers * -(-changes // 10))
    journal = Journal(Disk(), tmp_path / "alice.journal.jsonl")
    journal.take(journal.scan())
    assert list(journal.seqs) == list(range(1, len(journal.seqs) + 1))
    (tmp_path / "alice.json").unlink()
    assert len(keys(tmp_path)) == expected


def test_a_dead_holder_of_the_lock_blocks_nobody(tmp_path: Path) -> None:
    FileStore(tmp_path, "alice").append([adding(1)])

    def hold(tell: Callable[[bytes], None]) -> None:
        with Lock(Disk(), tmp_path / "alice.lock").held():
            tell(b"held")
            signal.pause()

    child, pipe = forked(hold)
    assert os.read(pipe, 10) == b"held"
    os.kill(child, signal.SIGKILL)
    ended(child)
    os.close(pipe)
    FileStore(tmp_path, "alice").append([adding(2)])
    assert keys(tmp_path) == ["a-1", "a-2"]
