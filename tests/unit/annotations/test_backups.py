"""Backups hold versions that were read whole; what is damaged never takes the place of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.backups import backups_of, read_backup
from reader.annotations.document import Meta, render
from reader.cli.main import main
from tests.unit.annotations.kit import QuickDisk, adding, files, keys, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotations.file_store import FileStore

CONFLICT = b"<<<<<<< HEAD\n%b=======\n%b>>>>>>> autre\n"


def session(folder: Path, *numbers: int) -> FileStore:
    """A session that adds these annotations and leaves the files compact."""
    store, _ = opened(folder, QuickDisk())
    store.append([adding(number) for number in numbers])
    store.compact()
    return store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store of six sessions: every place for a backup is taken."""
    for number in range(6):
        session(tmp_path, number)
    return tmp_path


def backups(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("alice.json.bak*"))}


def sizes(folder: Path) -> list[int]:
    """How many annotations each backup that can be read holds, newest first."""
    return [len(backup.state.annotations) for backup in backups_of(folder, "alice")]


DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "emptied": lambda _data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "a merge that was not finished": lambda data: CONFLICT % (data, data),
    "one bad row": lambda data: data.replace(b'"id": "a-3"', b'"id": 3'),
    "a table that is not known": lambda data: data.replace(b'"annotations": {', b'"annotatiOns": {'),
    "gone": lambda _data: None,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_mending_a_damaged_file_again_and_again_leaves_every_backup_as_it_was(
    folder: Path, damage: str
) -> None:
    path, before = folder / "alice.json", backups(folder)
    assert sizes(folder) == [5, 4, 3, 2, 1]
    for _ in range(6):
        data = DAMAGE[damage](path.read_bytes())
        path.unlink() if data is None else path.write_bytes(data)
        store, state = opened(folder, QuickDisk())
        store.compact()
        assert len(state.annotations) == 6
        assert len(read_backup(path).state.annotations) == 6
    assert backups(folder) == before
    assert sizes(folder) == [5, 4, 3, 2, 1]


def test_a_damaged_file_is_kept_under_its_new_name_and_no_other(folder: Path) -> None:
    (folder / "alice.json").write_bytes(b"half a li")
    opened(folder, QuickDisk())
    aside = folder / "alice.damaged-1.json"
    assert aside.read_bytes() == b"half a li"
    assert aside.stat().st_nlink == 1


def test_a_file_that_is_damaged_while_it_is_open_becomes_no_backup(folder: Path) -> None:
    store = session(folder, 6)
    before = backups(folder)
    (folder / "alice.json").write_bytes(b"half a li")
    store.append([adding(7)])
    store.compact()
    assert backups(folder) == before
    assert (folder / "alice.damaged-1.json").read_bytes() == b"half a li"
    assert len(keys(folder)) == 8


def test_the_version_that_was_mended_becomes_the_next_backup(folder: Path) -> None:
    (folder / "alice.json").write_bytes(b"")
    session(folder, 6)
    assert sizes(folder) == [6, 5, 4, 3, 2]


def test_what_another_program_edited_is_whole_and_becomes_a_backup(folder: Path) -> None:
    path = folder / "alice.json"
    path.write_bytes(edited := path.read_bytes().replace(b'"note": ""', b'"note": "par un script"', 1))
    opened(folder, QuickDisk())
    assert (folder / "alice.json.bak").read_bytes() == edited
    assert sizes(folder) == [6, 5, 4, 3, 2]


def test_a_bad_row_under_a_right_checksum_is_kept_aside_where_there_is_no_journal(tmp_path: Path) -> None:
    rows = {"1": {"id": "a-1", "article": "a.txt", "start": "three"}}
    data = render({"meta": {"1": Meta(annotator="alice", seq=1, last="c-1").to_row()}, "annotations": rows})
    (tmp_path / "alice.json").write_bytes(data)
    session(tmp_path, 2)
    assert (tmp_path / "alice.damaged-1.json").read_bytes() == data
    assert keys(tmp_path) == ["a-2"]
    assert all(data != backup for backup in backups(tmp_path).values())
    assert "alice.journal.jsonl" in files(tmp_path)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_listing_earlier_versions_where_there_are_none_says_so_beside_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: tuple[str, ...]
) -> None:
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("READER_STORE", raising=False)
    (tmp_path / "un.txt").write_text("Le pont rouvrira.", encoding="utf-8")
    assert main(["restore", str(tmp_path), "--as", "alice", "--list", *form]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("reader: There is no earlier version")
