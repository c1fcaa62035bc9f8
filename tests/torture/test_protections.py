"""Each protection taken away alone: the tests of this folder notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations import file_store, tinydb_storage
from reader.annotations.disk import Disk
from tests.torture.lives import lived
from tests.torture.power import RecordingDisk
from tests.torture.test_power import violations
from tests.torture.test_writers import crowd
from tests.torture.verdict import faults_of
from tests.unit.annotations.kit import adding, annotation, noting, opened, tagging

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.file_store import FileStore
    from reader.annotations.state import State
    from tests.torture.lives import Life


def life_of(tmp_path: Path, steps: int = 40) -> Life:
    root = tmp_path / "life"
    root.mkdir()
    return lived(root, 11, steps)


def test_with_every_protection_nothing_is_lost(tmp_path: Path) -> None:
    assert violations(life_of(tmp_path), 60, 1, tmp_path) == []


def test_without_fsync_of_the_files_something_is_lost(tmp_path: Path) -> None:
    life = life_of(tmp_path)
    log = [event for event in life.log if event.kind != "fsync"]
    assert violations(life, 60, 1, tmp_path, log)


def test_without_fsync_of_the_folders_something_is_lost(tmp_path: Path) -> None:
    life = life_of(tmp_path)
    log = [event for event in life.log if event.kind != "fsync folder"]
    assert violations(life, 60, 1, tmp_path, log)


class Unlocked(Disk):
    """A disk on which everybody gets the lock."""

    def flock(self, fd: int) -> None:
        """Granted without being taken."""


def test_without_the_lock_writers_destroy_each_others_work(tmp_path: Path) -> None:
    for attempt in range(10):
        expected, found, _ = crowd(tmp_path / str(attempt), 4, 60, Unlocked)
        if found != expected:
            return
    pytest.fail("nothing was lost without a lock")


def alternating(folder: Path) -> State:
    """Two windows that write in turns, each without having polled; what a fresh opening finds."""
    one, _ = opened(folder)
    other, _ = opened(folder)
    one.append([adding(0)])
    for number in range(1, 10):
        one.append([adding(number)])
        other.append([adding(100 + number)])
    one.append([noting(annotation(0), "oui", id="n")])
    other.append([tagging(annotation(0), "LOC", id="t")])
    return opened(folder)[1]


def both_edits(state: State) -> bool:
    row = state.annotations["a-0"]
    return row.note == "oui" and "LOC" in row.tags


def numbers(folder: Path) -> list[bytes]:
    return [line.split(b",")[1] for line in (folder / "alice.journal.jsonl").read_bytes().split(b"\n")[:-1]]


def test_writing_in_turns_keeps_both_edits_and_every_number_once(tmp_path: Path) -> None:
    assert both_edits(alternating(tmp_path))
    assert len(set(numbers(tmp_path))) == len(numbers(tmp_path))


def test_without_carrying_a_change_over_an_edit_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_store, "rebase", lambda change, _state: change)
    assert not both_edits(alternating(tmp_path))


def test_without_reading_again_what_others_wrote_numbers_come_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_store.FileStore, "_catch_up", lambda _self: [])
    alternating(tmp_path)
    monkeypatch.undo()
    backup = next(tmp_path.glob("alice.conflict-1.journal.jsonl"))
    lines = backup.read_bytes().split(b"\n")[:-1]
    assert len({line.split(b",")[1] for line in lines}) < len(lines)


def in_place(self: tinydb_storage.SafeStorage, data: object) -> None:
    """Stock TinyDB's way of writing: over the file that is there."""
    from reader.annotations.document import render

    path = self._path
    disk = self._disk
    assert isinstance(disk, RecordingDisk)
    disk.write_over(path, render(data))  # type: ignore[arg-type]
    self._seen = self.signature()


def test_without_writing_beside_a_file_is_seen_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tinydb_storage.SafeStorage, "write", in_place)
    life = life_of(tmp_path, 60)
    damaged = noticed(life, tmp_path)
    assert damaged > 0


def test_writing_beside_a_file_is_never_seen_half(tmp_path: Path) -> None:
    assert noticed(life_of(tmp_path, 60), tmp_path) == 0


def noticed(life: Life, tmp_path: Path) -> int:
    """In how many of some power losses a damaged TinyDB file is found."""
    import random
    import shutil

    from reader.annotations.filed import read_filed
    from tests.torture.power import Loss

    chance, damaged = random.Random(3), 0
    for number in range(200):
        remains = tmp_path / f"loss-{number}"
        Loss(life.log, chance.randrange(len(life.log) + 1)).write_to(life.root, remains, chance)
        damaged += read_filed(Disk(), remains / "annotations" / "alice.json").damage is not None
        shutil.rmtree(remains)
    return damaged


def test_renaming_before_the_bytes_are_safe_is_noticed(tmp_path: Path) -> None:
    """The rename moved before the fsync of what it renames."""
    life = life_of(tmp_path, 60)
    log = list(life.log)
    for place, event in enumerate(log):
        if event.kind == "replace" and event.name.name == "alice.json":
            synced = max(at for at in range(place) if log[at].kind == "fsync" and log[at].node == event.node)
            log.insert(place + 1, log.pop(synced))
            sync = next(at for at in range(place, len(log)) if log[at].kind == "fsync folder")
            log.insert(place, log.pop(sync))
            log[place], log[place - 1] = log[place - 1], log[place]
    life.log = log
    assert noticed(life, tmp_path) > 0


def test_a_text_that_is_not_kept_is_noticed(tmp_path: Path) -> None:
    store: FileStore = file_store.FileStore(tmp_path, "alice")
    state: State = store.load()[0]
    assert faults_of(tmp_path, [state], ["jamais gardé"])
