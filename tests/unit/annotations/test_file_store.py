"""The store on disk: what was kept is there, for the next opening, the other window and stock TinyDB."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reader.annotations.changes import Table, added, replaced
from reader.annotations.disk import Disk
from reader.annotations.file_store import FileStore
from reader.annotations.lock import Lock
from reader.annotations.memory_store import MemoryStore
from reader.errors import StoreLockedError, StoreReadOnlyError, StoreWriteError, UsageError
from reader.model import Tag
from reader.text.digest import digest
from tests.unit.annotations.kit import (
    FaultyDisk,
    adding,
    annotation,
    change,
    deleting,
    files,
    keys,
    link,
    noting,
    opened,
    tagging,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotations.store import Store

MAKERS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _folder: MemoryStore(),
    "file": lambda folder: FileStore(folder / "annotations", "alice"),
}


@pytest.fixture(params=sorted(MAKERS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Each kind of store, empty."""
    return MAKERS[request.param](tmp_path)


def test_an_empty_store_holds_nothing(store: Store) -> None:
    state, history = store.load()
    assert not list(state.rows())
    assert history.undoable() is None
    assert (store.read_only, store.notices) == (None, ())


def test_what_was_appended_is_loaded_with_its_history(store: Store) -> None:
    store.load()
    assert store.append([adding(1), adding(2)]) == ()
    store.append([noting(annotation(1), "oui", id="c-3")])
    state, history = store.load()
    assert sorted(state.annotations) == ["a-1", "a-2"]
    assert state.annotations["a-1"].note == "oui"
    last = history.undoable()
    assert last is not None
    assert last.id == "c-3"


def test_a_text_that_was_kept_is_given_back(store: Store) -> None:
    store.load()
    text = "L’été, ü, \u2028 et \U0001f600\n"
    store.keep_text(digest(text), text)
    assert store.kept_text(digest(text)) == text
    assert store.kept_text(digest("autre")) is None


def test_the_state_that_was_loaded_is_the_callers_own(store: Store) -> None:
    state, _ = store.load()
    state.apply(adding(7))
    assert not store.load()[0].annotations


# --- files


def test_opening_makes_no_file(tmp_path: Path) -> None:
    store, _ = opened(tmp_path / "annotations")
    assert store.poll() == ()
    store.compact()
    store.close()
    assert files(tmp_path) == []


def test_stock_tinydb_reads_the_file(tmp_path: Path) -> None:
    from tinydb import TinyDB

    store, _ = opened(tmp_path)
    store.append([adding(1, note="« é » \u2028")])
    store.append(
        [adding(2), change("c-9", added(Table.TAGS, Tag("PER", 1)), added(Table.LINKS, link(1, 1, 2)))]
    )
    store.compact()
    with TinyDB(tmp_path / "alice.json") as db:
        assert db.tables() == {"meta", "annotations", "links", "tags", "decisions", "articles"}
        assert [row["id"] for row in db.table("annotations")] == ["a-1", "a-2"]
        assert next(iter(db.table("meta")))["schema"] == 1
    text = (tmp_path / "alice.json").read_text("utf-8")
    assert "« é » \u2028" in text
    assert '\n      "id": "a-1",\n' in text


def test_only_files_of_known_names_are_left(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    store.keep_text(digest("x"), "x")
    store.compact()
    store.append([adding(2)])
    store.compact()
    store.close()
    assert files(tmp_path) == ["alice.journal.jsonl", "alice.json", "alice.json.bak", "alice.lock", "texts"]
    assert files(tmp_path / "texts") == [f"{digest('x')}.txt"]


def test_compacting_twice_gives_the_same_bytes_and_a_deletion_moves_nothing(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1), adding(2), adding(3)])
    store.compact()
    before = (tmp_path / "alice.json").read_text().split("\n")
    store.append([noting(annotation(3), "oui", id="n"), deleting(annotation(1), id="d")])
    store.compact()
    after = (tmp_path / "alice.json").read_text().split("\n")
    kept = [line for line in after if line not in before]
    assert [line.strip().split('"')[1] for line in kept] == ["seq", "last", "sha256", "note"]
    opened(tmp_path)[0].compact()
    assert (tmp_path / "alice.json").read_text().split("\n") == after


def test_the_journal_alone_gives_everything_back(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1), adding(2)])
    store.compact()
    store.append([deleting(annotation(1), id="d")])
    store.close()
    (tmp_path / "alice.json").unlink()
    assert keys(tmp_path) == ["a-2"]


def test_the_file_alone_gives_everything_back_and_a_new_journal_begins_with_it(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1), adding(2)])
    store.compact()
    store.close()
    (tmp_path / "alice.journal.jsonl").unlink()
    assert keys(tmp_path) == ["a-1", "a-2"]
    assert "alice.journal.jsonl" not in files(tmp_path)
    store, _ = opened(tmp_path)
    store.append([deleting(annotation(1), id="d")])
    store.close()
    assert keys(tmp_path) == ["a-2"]
    (tmp_path / "alice.json").unlink()
    assert keys(tmp_path) == ["a-2"]


def test_each_session_that_writes_keeps_the_version_before_it(tmp_path: Path) -> None:
    for number in range(8):
        store, _ = opened(tmp_path)
        store.append([adding(number)])
        store.compact()
        store.append([adding(100 + number)])
        store.compact()
        store.close()
    backups = [name for name in files(tmp_path) if ".bak" in name]
    assert backups == ["alice.json.bak", *(f"alice.json.bak.{age}" for age in (1, 2, 3, 4))]
    sizes = [len(json.loads((tmp_path / name).read_text())["annotations"]) for name in backups]
    assert sizes == [15, 13, 11, 9, 7]


# --- two windows


def test_each_window_sees_what_the_other_did(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    other, _ = opened(tmp_path)
    one.append([adding(1)])
    assert [change.id for change in other.poll()] == ["c-1"]
    assert other.poll() == ()
    assert [change.id for change in one.append([adding(2)])] == []
    assert [change.id for change in other.append([adding(3)])] == ["c-2"]
    assert [change.id for change in one.poll()] == ["c-3"]
    assert keys(tmp_path) == ["a-1", "a-2", "a-3"]


def test_two_windows_that_edit_one_row_keep_both_edits(tmp_path: Path) -> None:
    one, mine = opened(tmp_path)
    one.append([adding(1)])
    mine.apply(adding(1))
    other, theirs = opened(tmp_path)
    for store, state, edit in (
        (one, mine, noting(annotation(1), "oui", id="n")),
        (other, theirs, tagging(annotation(1), "LOC", id="t")),
    ):
        state.apply(edit)
        for foreign in store.append([edit]):
            state.apply(foreign)
    for foreign in one.poll():
        mine.apply(foreign)
    assert mine == theirs == opened(tmp_path)[1]
    assert (mine.annotations["a-1"].note, mine.annotations["a-1"].tags) == ("oui", ("PER", "LOC"))


def test_two_windows_may_both_compact(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    other, _ = opened(tmp_path)
    for number in range(0, 10, 2):
        one.append([adding(number)])
        one.compact()
        other.append([adding(number + 1)])
        other.compact()
    assert one.poll()
    one.compact()
    assert len(keys(tmp_path)) == 10
    assert not opened(tmp_path)[0].notices
    assert not [name for name in files(tmp_path) if "damaged" in name]


def test_what_others_did_is_told_even_if_the_save_that_noticed_it_failed(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    disk = FaultyDisk()
    other, _ = opened(tmp_path, disk)
    one.append([adding(1)])
    disk.fail("write", errno.EIO)
    with pytest.raises(StoreWriteError):
        other.append([adding(2)])
    assert [change.id for change in other.append([adding(2)])] == ["c-1"]


def test_what_both_touched_is_told_again_so_that_the_later_stands(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    one.append([adding(1)])
    other, theirs = opened(tmp_path)
    one.append([noting(annotation(1), "", id="same")])
    untag = change("c-9", replaced(Table.ANNOTATIONS, annotation(1), annotation(1, tags=())))
    theirs.apply(untag)
    for foreign in other.append([untag]):
        theirs.apply(foreign)
    assert theirs == opened(tmp_path)[1]


def test_what_could_not_be_done_any_more_is_taken_off_the_screen(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    one.append([adding(1), adding(2)])
    other, theirs = opened(tmp_path)
    one.append([deleting(annotation(2), id="d")])
    tie = change("c-9", added(Table.LINKS, link(1, 1, 2)))
    theirs.apply(tie)
    for foreign in other.append([tie]):
        theirs.apply(foreign)
    assert not theirs.links
    assert theirs == opened(tmp_path)[1]


def test_what_others_did_is_told_although_the_file_was_damaged_as_well(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    other, _ = opened(tmp_path)
    one.append([adding(1)])
    one.compact()
    (tmp_path / "alice.json").write_bytes(b"")
    assert {edit.key for change in other.poll() for edit in change.edits} == {"a-1"}


def test_what_others_did_is_told_even_if_it_was_noticed_while_compacting(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    other, _ = opened(tmp_path)
    one.append([adding(1)])
    other.compact()
    assert [change.id for change in other.poll()] == ["c-1"]
    one.append([adding(2)])
    other.compact()
    assert [change.id for change in other.append([adding(3)])] == ["c-2"]


def test_an_edit_by_another_program_while_open_is_taken_over(tmp_path: Path) -> None:
    from tinydb import TinyDB

    store, _ = opened(tmp_path)
    store.append([adding(1), adding(2), adding(3)])
    store.compact()
    with TinyDB(tmp_path / "alice.json") as db:
        db.table("annotations").update({"note": "par un script"}, doc_ids=[1])
        db.table("annotations").remove(doc_ids=[3])
    (found,) = store.poll()
    assert {edit.key for edit in found.edits} == {"a-1", "a-3"}
    store.append([tagging(annotation(1), "LOC", id="t")])
    store.compact()
    store.close()
    for _ in range(2):
        _, state = opened(tmp_path)
        assert sorted(state.annotations) == ["a-1", "a-2"]
        assert state.annotations["a-1"].note == "par un script"
        assert "LOC" in state.annotations["a-1"].tags
        (tmp_path / "alice.json").unlink(missing_ok=True)


def test_a_journal_taken_back_while_open_is_noticed(tmp_path: Path) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    earlier = (tmp_path / "alice.journal.jsonl").read_bytes()
    store.append([adding(2)])
    (tmp_path / "alice.journal.jsonl").write_bytes(earlier)
    foreign = store.append([adding(3)])
    assert [edit.after for change in foreign for edit in change.edits] == [None]
    assert keys(tmp_path) == ["a-1", "a-3"]


# --- refusals


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES])
@pytest.mark.parametrize("call", ["open", "write", "fsync", "flock"])
def test_a_refused_save_says_so_and_the_next_one_works(tmp_path: Path, call: str, error: int) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    store.append([adding(1)])
    disk.fail(call, error, times=1)
    with pytest.raises((StoreWriteError, StoreLockedError)) as caught:
        store.append([adding(2)])
    assert "Not saved" in caught.value.message or "nothing was written" in caught.value.message
    assert keys(tmp_path) == ["a-1"]
    assert store.append([adding(2)]) == ()
    assert keys(tmp_path) == ["a-1", "a-2"]


@pytest.mark.parametrize("poll_first", [False, True])
def test_a_save_whose_cutting_back_fails_too_is_still_saved_once(tmp_path: Path, poll_first: bool) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    store.append([adding(1)])
    disk.fails = lambda name, _count: OSError(errno.EIO, "") if name in ("fsync", "truncate") else None
    with pytest.raises(StoreWriteError):
        store.append([adding(2)])
    disk.fails = lambda _name, _count: None
    if poll_first:
        store.poll()
    store.append([adding(2), adding(3)])
    journal = (tmp_path / "alice.journal.jsonl").read_text()
    assert [journal.count(f'"id":"c-{number}"') for number in (1, 2, 3)] == [1, 1, 1]
    assert keys(tmp_path) == ["a-1", "a-2", "a-3"]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "link", "unlink"])
def test_a_refused_compaction_leaves_the_file_and_no_rubbish(tmp_path: Path, call: str) -> None:
    store, _ = opened(tmp_path)
    store.append([adding(1)])
    store.compact()
    store.close()
    before = (tmp_path / "alice.json").read_bytes()
    for after in range(6):
        disk = FaultyDisk()
        store, _ = opened(tmp_path, disk)
        store.append([adding(10 + after)])
        disk.fail(call, errno.ENOSPC, after=after)
        try:
            store.compact()
        except StoreWriteError:
            now = (tmp_path / "alice.json").read_bytes()
            assert (
                now == before or json.loads(now)["meta"]["1"]["seq"] > json.loads(before)["meta"]["1"]["seq"]
            )
        disk.fails = lambda _name, _count: None
        store.compact()
        store.close()
        before = (tmp_path / "alice.json").read_bytes()
        assert not [name for name in files(tmp_path) if name.endswith(".tmp")]
        assert not opened(tmp_path)[0].notices


def test_a_lock_that_the_file_system_refuses_leaves_the_store_to_be_read(tmp_path: Path) -> None:
    first, _ = opened(tmp_path)
    first.append([adding(1)])
    disk = FaultyDisk()
    disk.fail("flock", errno.ENOLCK, times=99)
    store, state = opened(tmp_path, disk)
    assert sorted(state.annotations) == ["a-1"]
    assert store.read_only is not None
    assert "refuses to lock" in store.read_only
    with pytest.raises(StoreReadOnlyError):
        store.append([adding(2)])
    first.append([adding(3)])
    assert [change.id for change in store.poll()] == ["c-3"]


def test_a_lock_refused_at_the_first_save_fails_closed(tmp_path: Path) -> None:
    disk = FaultyDisk()
    store, _ = opened(tmp_path, disk)
    disk.fail("flock", errno.EOPNOTSUPP, times=99)
    with pytest.raises(StoreLockedError, match="Put the store on a local disk"):
        store.append([adding(1)])
    assert "alice.journal.jsonl" not in files(tmp_path)


def test_a_store_that_another_program_keeps_locked_can_be_read(tmp_path: Path) -> None:
    first, _ = opened(tmp_path)
    first.append([adding(1)])
    with Lock(Disk(), tmp_path / "alice.lock").held():
        store, state = opened(tmp_path, FaultyDisk())
        assert sorted(state.annotations) == ["a-1"]
        assert "keeping" in (store.read_only or "")


def test_a_folder_that_may_not_be_written_opens_read_only(tmp_path: Path) -> None:
    first, _ = opened(tmp_path)
    first.append([adding(1)])
    first.close()
    disk = FaultyDisk()
    disk.fail("open", errno.EROFS)  # of the lock: it is the first
    store, state = opened(tmp_path, disk)
    assert sorted(state.annotations) == ["a-1"]
    assert "can be read but not changed: alice.lock: the disk is read-only" in (store.read_only or "")


def test_a_lock_file_that_was_removed_is_no_lock(tmp_path: Path) -> None:
    one, _ = opened(tmp_path, FaultyDisk())
    one.append([adding(1)])
    (tmp_path / "alice.lock").unlink()
    other, _ = opened(tmp_path)
    other.append([adding(2)])
    with Lock(Disk(), tmp_path / "alice.lock").held(), pytest.raises(StoreLockedError):
        one.append([adding(3)])
    one.append([adding(3)])
    assert keys(tmp_path) == ["a-1", "a-2", "a-3"]


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "-x", "a\nb", "a\x1bb", "alice.json", "a.damaged-1"]
)
def test_a_name_that_cannot_be_a_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be an annotator’s name"):
        FileStore(tmp_path, name)


def test_a_name_is_spelt_as_the_store_has_it(tmp_path: Path) -> None:
    first, _ = opened(tmp_path, annotator="Zoé")
    first.append([adding(1)])
    for other in ("zoé", "Zoe\u0301"):
        store, state = opened(tmp_path, annotator=other)
        assert store.annotator == "Zoé"
        assert sorted(state.annotations) == ["a-1"]


@pytest.mark.parametrize("ending", [".journal.jsonl", ".lock", ".json"])
def test_a_link_out_of_the_store_is_not_written_through(tmp_path: Path, ending: str) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    folder = tmp_path / "annotations"
    folder.mkdir()
    (folder / f"alice{ending}").symlink_to(outside)
    store, _ = opened(folder)
    if store.read_only is None:
        with suppress(StoreWriteError, StoreReadOnlyError):
            store.append([adding(1)])
            store.compact()
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("ending", [".journal.jsonl", ".json", ".lock"])
def test_a_pipe_or_folder_in_the_place_of_a_file_does_not_hang(tmp_path: Path, ending: str) -> None:
    for make in (os.mkfifo, os.mkdir):
        folder = tmp_path / make.__name__
        folder.mkdir()
        first, _ = opened(folder)
        first.append([adding(1)])
        first.close()
        (folder / f"alice{ending}").unlink(missing_ok=True)
        make(folder / f"alice{ending}")
        store, _ = opened(folder)
        assert store.read_only is not None
        assert "alice" in store.read_only


# --- order of the calls


class Ordered(Disk):
    """Notes what is done to which file."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self._names: dict[int, str] = {}

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        fd = super().open(path, flags, mode)
        self._names[fd] = path.name
        return fd

    def write(self, fd: int, data: bytes | memoryview) -> int:
        self.log.append(f"write {self._names[fd]}")
        return super().write(fd, data)

    def fsync(self, fd: int) -> None:
        self.log.append(f"fsync {self._names[fd]}")
        super().fsync(fd)

    def replace(self, source: Path, target: Path) -> None:
        self.log.append(f"replace {target.name}")
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        self.log.append(f"link {target.name}")
        super().link(source, target)

    def flock(self, fd: int) -> None:
        self.log.append("lock")
        super().flock(fd)

    def unlock(self, fd: int) -> None:
        self.log.append("unlock")
        super().unlock(fd)


def test_a_save_is_lock_write_fsync_unlock(tmp_path: Path) -> None:
    disk = Ordered()
    folder = tmp_path / "annotations"
    store, _ = opened(folder, disk)
    store.append([adding(1)])
    first = [
        f"fsync {tmp_path.name}", "lock", "write alice.journal.jsonl", "fsync alice.journal.jsonl",
        "fsync annotations", "unlock",
    ]  # fmt: skip
    assert disk.log == first
    disk.log.clear()
    store.append([adding(2), adding(3)])
    assert disk.log == ["lock", "write alice.journal.jsonl", "fsync alice.journal.jsonl", "unlock"]


def test_compaction_comes_after_the_journal_is_safe_and_never_leaves_the_name_empty(tmp_path: Path) -> None:
    disk = Ordered()
    store, _ = opened(tmp_path, disk)
    store.append([adding(1)])
    store.compact()
    store.append([adding(2)])
    disk.log.clear()
    store.compact()
    assert disk.log == [
        "lock", "fsync alice.journal.jsonl", f"fsync {tmp_path.name}", "write alice.json.tmp",
        "fsync alice.json.tmp", "link alice.json.bak.tmp", "replace alice.json.bak", "replace alice.json",
        f"fsync {tmp_path.name}", "unlock",
    ]  # fmt: skip


def test_a_deleted_row_that_is_edited_by_the_other_window_says_what_both_see(tmp_path: Path) -> None:
    one, _ = opened(tmp_path)
    one.append([adding(1)])
    other, theirs = opened(tmp_path)
    one.append([deleting(annotation(1), id="d")])
    from dataclasses import replace

    from reader.model import AnchorState

    moved = replace(annotation(1), anchor=AnchorState.MOVED)
    edit = change("m", replaced(Table.ANNOTATIONS, annotation(1), moved))
    theirs.apply(edit)
    for foreign in other.append([edit]):
        theirs.apply(foreign)
    assert not theirs.annotations
    assert keys(tmp_path) == []
