"""Writers: nothing is called saved before it is or dropped when the disk refuses, and no caller waits."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING

import pytest

from reader.annotations import writer as writing
from reader.annotations.file_store import FileStore
from reader.annotations.memory_store import MemoryStore
from reader.annotations.writer import BackgroundWriter, DirectWriter, SaveState, SaveStatus
from reader.errors import StoreReadOnlyError, StoreWriteError
from reader.text.digest import digest
from tests.unit.annotations.kit import (
    FaultyDisk,
    adding,
    annotation,
    deleting,
    files,
    keys,
    noting,
    opened,
    tagging,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.annotations.changes import Change
    from reader.annotations.state import State


class GatedStore(MemoryStore):
    """Appends only once the gate is open."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.asked = threading.Event()
        self.batches: list[int] = []

    def append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        self.asked.set()
        assert self.gate.wait(10)
        self.batches.append(len(changes))
        return super().append(changes)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries and looks around come at once."""
    monkeypatch.setattr(writing, "RETRY_SECONDS", (0.01,))
    monkeypatch.setattr(writing, "POLL_SECONDS", 0.01)


def applying_to(state: State) -> Callable[[tuple[Change, ...]], None]:
    def apply(foreign: tuple[Change, ...]) -> None:
        for change in foreign:
            state.apply(change)

    return apply


def awaited(event: threading.Event) -> None:
    assert event.wait(10)


def test_a_direct_writer_has_saved_when_it_returns(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    writer = DirectWriter(store)
    writer.submit(adding(1))
    assert keys(tmp_path) == ["a-1"]
    assert writer.flush() == SaveStatus(SaveState.SAVED)
    writer.close()
    assert "alice.json" in files(tmp_path)


def test_a_direct_writer_raises_what_the_disk_refuses(tmp_path: Path) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    disk.fail("fsync", errno.ENOSPC)
    with pytest.raises(StoreWriteError, match="the disk is full"):
        DirectWriter(store).submit(adding(1))
    assert keys(tmp_path) == []


def test_submitting_never_waits_and_saved_comes_only_after_the_disk() -> None:
    store = GatedStore()
    writer = BackgroundWriter(store)
    writer.submit(adding(1))
    awaited(store.asked)
    writer.submit(adding(2))
    writer.submit(adding(3))
    assert writer.status == SaveStatus(SaveState.SAVING, pending=3)
    assert writer.flush(timeout=0.01).state is SaveState.SAVING
    store.gate.set()
    assert writer.flush() == SaveStatus(SaveState.SAVED)
    assert [change.id for change in store.changes] == ["c-1", "c-2", "c-3"]
    assert store.batches[0] == 1
    writer.close()


def test_what_could_not_be_saved_is_kept_told_and_saved_by_itself_later(tmp_path: Path) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    store.append([adding(0)])
    told: list[SaveStatus] = []
    saved = threading.Event()

    def tell(status: SaveStatus) -> None:
        told.append(status)
        if status.state is SaveState.SAVED:
            saved.set()

    disk.fail("write", errno.ENOSPC, times=3)
    writer = BackgroundWriter(store, on_status=tell)
    writer.submit(adding(1))
    awaited(saved)
    failed = [status for status in told if status.state is SaveState.FAILED]
    assert failed
    assert "the disk is full" in failed[0].message
    assert failed[0].pending == 1
    assert keys(tmp_path) == ["a-0", "a-1"]
    writer.close()


def test_flushing_while_the_disk_refuses_says_so_and_keeps_the_changes(tmp_path: Path) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    writer = BackgroundWriter(store)
    disk.fails = lambda name, _count: OSError(errno.EDQUOT, "") if name == "write" else None
    writer.submit(adding(1))
    writer.submit(adding(2))
    assert writer.flush().state is SaveState.FAILED
    assert "quota" in writer.status.message
    disk.fails = lambda _name, _count: None
    assert writer.flush().state is SaveState.SAVED
    assert writer.close().state is SaveState.SAVED
    assert keys(tmp_path) == ["a-1", "a-2"]


def test_closing_while_the_disk_refuses_reports_what_is_not_saved(tmp_path: Path) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    writer = BackgroundWriter(store)
    disk.fails = lambda name, _count: OSError(errno.EIO, "") if name == "write" else None
    writer.submit(adding(1))
    status = writer.close()
    assert (status.state, status.pending) == (SaveState.FAILED, 1)


def test_the_annotated_text_is_kept_before_the_change_that_needs_it(tmp_path: Path) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    disk.fails = lambda name, _count: OSError(errno.ENOSPC, "") if name == "replace" else None
    writer = BackgroundWriter(store)
    writer.keep_text(digest("été"), "été")
    writer.submit(adding(1))
    assert writer.flush().state is SaveState.FAILED
    assert keys(tmp_path) == []
    disk.fails = lambda _name, _count: None
    writer.close()
    assert keys(tmp_path) == ["a-1"]
    assert store.kept_text(digest("été")) == "été"


def test_closing_brings_the_file_up_to_date(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    writer = BackgroundWriter(store)
    for number in range(20):
        writer.submit(adding(number))
    writer.close()
    (tmp_path / "alice.journal.jsonl").unlink()
    assert len(keys(tmp_path)) == 20


def test_the_file_is_written_anew_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "COMPACT_AFTER", 3)
    done = threading.Event()

    class Told(FileStore):
        def compact(self) -> None:
            super().compact()
            done.set()

    store = Told(tmp_path, "alice")
    store.load()
    writer = BackgroundWriter(store)
    for number in range(3):
        writer.submit(adding(number))
    awaited(done)
    assert "alice.json" in files(tmp_path)
    writer.close()


def test_what_another_window_did_is_told_by_itself(tmp_path: Path) -> None:
    first, _ = opened(tmp_path)
    second, _ = opened(tmp_path)
    seen: list[str] = []
    came = threading.Event()

    def tell(foreign: tuple[Change, ...]) -> None:
        seen.extend(change.id for change in foreign)
        came.set()

    writer = BackgroundWriter(second, on_foreign=tell)
    first.append([adding(1)])
    awaited(came)
    assert seen == ["c-1"]
    writer.close()


def test_two_windows_end_up_with_the_same(tmp_path: Path) -> None:
    first, mine = opened(tmp_path)
    first.append([adding(1)])
    mine.apply(adding(1))
    second, theirs = opened(tmp_path)
    one = BackgroundWriter(first, on_foreign=applying_to(mine))
    two = BackgroundWriter(second, on_foreign=applying_to(theirs))
    for writer, state, change in (
        (one, mine, noting(annotation(1), "oui", id="n")),
        (two, theirs, tagging(annotation(1), "LOC", id="t")),
        (one, mine, deleting(annotation(1), id="d")),
        (two, theirs, adding(2)),
    ):
        state.apply(change)
        writer.submit(change)
    one.flush()
    two.flush()
    one.close()
    two.close()
    for store, state in ((first, mine), (second, theirs)):
        for change in store.poll():
            state.apply(change)
    assert mine == theirs == opened(tmp_path)[1]


def test_a_listener_that_fails_does_not_stop_saving(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: object) -> None:
        raise RuntimeError

    store, _ = opened(tmp_path)
    writer = BackgroundWriter(store, on_status=fail, on_foreign=fail)
    for number in range(3):
        writer.submit(adding(number))
        assert writer.flush().state is SaveState.SAVED
    writer.close()
    assert keys(tmp_path) == ["a-0", "a-1", "a-2"]
    assert "a listener failed" in caplog.text


def test_nothing_is_taken_for_a_store_that_may_only_be_read(tmp_path: Path) -> None:
    first, _ = opened(tmp_path)
    first.append([adding(1)])
    disk = FaultyDisk()
    disk.fail("flock", errno.ENOLCK, times=10**6)
    store, _ = opened(tmp_path, disk)
    writer = BackgroundWriter(store)
    assert writer.status.state is SaveState.READ_ONLY
    with pytest.raises(StoreReadOnlyError, match="refuses to lock"):
        writer.submit(adding(2))
    assert writer.close().state is SaveState.READ_ONLY


class MistakenStore(MemoryStore):
    """A store in which the program itself makes a mistake, wherever it need not."""

    def __init__(self) -> None:
        super().__init__()
        self.looked = threading.Event()

    def poll(self) -> tuple[Change, ...]:
        self.looked.set()
        raise RuntimeError

    def compact(self) -> None:
        raise RuntimeError


def test_a_mistake_while_looking_around_or_compacting_does_not_stop_saving(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = MistakenStore()
    writer = BackgroundWriter(store)
    awaited(store.looked)
    writer.submit(adding(1))
    assert writer.flush(10).state is SaveState.SAVED
    assert writer.close().state is SaveState.SAVED
    assert set(store.load()[0].annotations) == {"a-1"}
    assert "looking around failed" in caplog.text
    assert "compacting failed" in caplog.text
