"""What the world does to a store that is open: folders vanish, systems refuse what others allow."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from reader.annotations import document, journal, tinydb_storage
from reader.annotations.disk import Disk
from reader.annotations.lock import Lock
from reader.errors import StoreWriteError
from tests.unit.annotations.kit import adding, annotation, files, keys, noting, opened

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.file_store import FileStore


# --- files that vanish


@pytest.mark.parametrize("poll_first", [False, True])
@pytest.mark.parametrize("compacted", [False, True])
@pytest.mark.parametrize("gone", ["the folder", "its files", "the journal"])
def test_what_vanishes_while_it_is_open_is_written_anew(
    tmp_path: Path, gone: str, compacted: bool, poll_first: bool
) -> None:
    folder = tmp_path / "annotations"
    store, _ = opened(folder)
    store.append([adding(1), adding(2)])
    if compacted:
        store.compact()
    store.append([noting(annotation(1), "oui", id="n")])
    if gone == "the folder":
        shutil.rmtree(folder)
    for path in folder.glob("*"):
        if gone == "its files" or path.name.endswith("journal.jsonl"):
            path.unlink()
    if poll_first:
        assert store.poll() == ()
    assert store.append([adding(3)]) == ()
    for _ in range(2):
        _, state = opened(folder)
        assert sorted(state.annotations) == ["a-1", "a-2", "a-3"]
        assert state.annotations["a-1"].note == "oui"
        store.compact()
    (folder / "alice.json").unlink()
    assert keys(folder) == ["a-1", "a-2", "a-3"]


def test_what_vanished_is_there_again_after_leaving(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    store, _ = opened(folder)
    store.append([adding(1)])
    shutil.rmtree(folder)
    store.compact()
    store.close()
    assert keys(folder) == ["a-1"]
    opened(folder)[0].append([adding(2)])
    (folder / "alice.json").unlink()
    assert keys(folder) == ["a-1", "a-2"]


def test_an_empty_store_that_vanishes_stays_empty(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    store, _ = opened(folder)
    shutil.rmtree(folder, ignore_errors=True)
    assert store.poll() == ()
    store.compact()
    assert files(tmp_path) == []


# --- systems that refuse what others allow


class Distant(Disk):
    """A folder of another machine: its system cannot sync folders."""

    def __init__(self, error: int) -> None:
        self._error = error

    def fsync(self, fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            raise OSError(self._error, os.strerror(self._error))
        super().fsync(fd)


@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_system_that_cannot_sync_folders_is_no_obstacle(tmp_path: Path, error: int) -> None:
    store, _ = opened(tmp_path / "annotations", Distant(error))
    store.append([adding(1)])
    store.compact()
    assert keys(tmp_path / "annotations") == ["a-1"]


def test_a_folder_whose_syncing_fails_is_one(tmp_path: Path) -> None:
    store, _ = opened(tmp_path, Distant(errno.EIO))
    with pytest.raises(StoreWriteError):
        store.append([adding(1)])


class Unreleasing(Disk):
    """A disk that reports an error when the lock is let go."""

    def unlock(self, fd: int) -> None:
        super().unlock(fd)
        raise OSError(errno.EIO, "")


def assert_saved_once(folder: Path, store: FileStore) -> None:
    store.append([adding(2)])
    opened(folder)[0].append([adding(3)])
    store.append([adding(4)])
    lines = (folder / "alice.journal.jsonl").read_text("utf-8").split("\n")[:-1]
    assert len(lines) == 4
    assert keys(folder) == ["a-1", "a-2", "a-3", "a-4"]


def test_what_is_saved_is_saved_though_letting_go_of_the_lock_fails(tmp_path: Path) -> None:
    store, _ = opened(tmp_path, Unreleasing())
    store.append([adding(1)])
    assert_saved_once(tmp_path, store)


def test_what_is_saved_is_saved_though_closing_a_file_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def failing(fd: int) -> None:
        close(fd)
        raise OSError(errno.EIO, "")

    store, _ = opened(tmp_path)
    store.append([adding(1)])
    with monkeypatch.context() as patch:
        patch.setattr(os, "close", failing)
        store.append([adding(2)])
    assert keys(tmp_path) == ["a-1", "a-2"]


# --- what may not grow too large to be read again


def test_a_change_that_could_not_be_read_again_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MAX_LINE", 2000)
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    with pytest.raises(StoreWriteError, match="too large"):
        store.append([adding(2, note="n" * 2000)])
    store.append([adding(3)])
    assert keys(tmp_path) == ["a-1", "a-3"]


def test_a_journal_does_not_outgrow_what_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    monkeypatch.setattr(journal, "MAX_BYTES", (tmp_path / "alice.journal.jsonl").stat().st_size + 10)
    with pytest.raises(StoreWriteError, match="too large"):
        store.append([adding(2)])
    assert keys(tmp_path) == ["a-1"]


def test_a_file_that_could_not_be_read_again_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    store.compact()
    before = (tmp_path / "alice.json").read_bytes()
    for module in (document, tinydb_storage):
        monkeypatch.setattr(module, "MAX_BYTES", len(before) + 10)
    store.append([adding(2)])
    with pytest.raises(StoreWriteError, match="too large"):
        store.compact()
    assert (tmp_path / "alice.json").read_bytes() == before
    assert files(tmp_path) == ["alice.journal.jsonl", "alice.json", "alice.lock"]
    assert keys(tmp_path) == ["a-1", "a-2"]


# --- who may read the files


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_that_is_written_anew_can_be_read_by_whom_it_could_before(tmp_path: Path, mode: int) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    store.compact()
    (tmp_path / "alice.json").chmod(mode)
    store.append([adding(2)])
    store.compact()
    assert stat.S_IMODE((tmp_path / "alice.json").stat().st_mode) == mode


def test_a_journal_that_is_mended_can_be_read_by_whom_it_could_before(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    for number in range(3):
        store.append([adding(number)])
    path = tmp_path / "alice.journal.jsonl"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([lines[0], lines[1][:-9], *lines[2:]]))
    path.chmod(0o600)
    assert keys(tmp_path) == ["a-0", "a-2"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "alice.damaged-1.journal.jsonl").stat().st_mode) == 0o600


# --- files that are not the store's own


@pytest.mark.parametrize("ending", [".journal.jsonl", ".json"])
def test_what_a_link_leads_to_is_not_even_read(tmp_path: Path, ending: str) -> None:
    theirs, folder = tmp_path / "theirs", tmp_path / "annotations"
    store, _ = opened(theirs)
    store.append([adding(1)])
    store.compact()
    folder.mkdir()
    (folder / f"alice{ending}").symlink_to(theirs / f"alice{ending}")
    store, state = opened(folder)
    assert not state.annotations
    assert "link" in str(store.read_only)


def test_tinydb_over_our_storage_never_writes_over_what_another_program_wrote(tmp_path: Path) -> None:
    from tinydb import TinyDB

    path = tmp_path / "alice.json"
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    store.compact()
    storage = tinydb_storage.SafeStorage(path)
    tables = storage.read()
    assert tables is not None
    with TinyDB(path) as db:
        db.table("annotations").update({"note": "par un script"})
    edited = path.read_bytes()
    with pytest.raises(StoreWriteError, match="changed by another program"):
        storage.write(tables)
    assert path.read_bytes() == edited
    assert files(tmp_path) == ["alice.journal.jsonl", "alice.json", "alice.lock"]


def test_an_edit_by_another_program_in_the_middle_of_a_compaction_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "alice.json"

    class Edited(Disk):
        """Another program writes while the new version is being written beside."""

        armed = False

        def write(self, fd: int, data: bytes | memoryview) -> int:
            if self.armed and b'"meta"' in bytes(data[:20]):
                self.armed = False
                path.write_text(path.read_text("utf-8").replace('"note": ""', '"note": "à côté"', 1), "utf-8")
            return super().write(fd, data)

    disk = Edited()
    store, _ = opened(tmp_path, disk)
    store.append([adding(1)])
    store.compact()
    store.append([adding(2)])
    disk.armed = True
    with pytest.raises(StoreWriteError, match="changed by another program"):
        store.compact()
    store.compact()
    _, state = opened(tmp_path)
    assert sorted(state.annotations) == ["a-1", "a-2"]
    assert state.annotations["a-1"].note == "à côté"


# --- what a killed process leaves


def test_what_is_left_of_a_process_killed_before_its_first_save_is_tidied(tmp_path: Path) -> None:
    left = tmp_path / "texts" / f"{'0' * 64}.alice.tmp"
    left.parent.mkdir()
    left.write_text("half")
    (tmp_path / "alice.lock").touch()
    with Lock(Disk(), tmp_path / "alice.lock").held():
        opened(tmp_path)
        assert left.exists()  # somebody is at work on it
    opened(tmp_path)
    assert not left.exists()


@pytest.mark.parametrize("name", ["alice.json.tmp", "alice.json.bak.tmp", "alice.journal.jsonl.tmp"])
def test_what_a_killed_process_left_beside_is_tidied_at_the_next_opening(tmp_path: Path, name: str) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    (tmp_path / name).write_text("half")
    opened(tmp_path)
    assert not (tmp_path / name).exists()
