"""Checking says what is wrong and writes nothing; backups come back as a change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.backups import backups_of, read_backup, restoring
from reader.annotations.changes import Table, added
from reader.annotations.checking import check_store
from reader.errors import StoreDamagedError
from reader.text.digest import digest
from tests.unit.annotations.kit import adding, annotation, change, deleting, files, opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store, _ = opened(tmp_path)
    store.append([adding(1), adding(2)])
    store.keep_text(digest("été"), "été")
    row = replace(annotation(3), article_sha256=digest("été"))
    store.append([change("c-3", added(Table.ANNOTATIONS, row))])
    store.compact()
    store.append([adding(4)])
    store.compact()
    return tmp_path


def said(folder: Path) -> str:
    before = {name: (folder / name).read_bytes() for name in files(folder) if (folder / name).is_file()}
    sentences = check_store(folder, "alice")
    assert {name: (folder / name).read_bytes() for name in before} == before
    return "\n".join(sentences)


def test_a_store_in_order_has_nothing_to_say(folder: Path) -> None:
    assert said(folder) == ""
    assert check_store(folder / "nowhere", "alice") == ()


def test_each_damage_is_said(folder: Path) -> None:
    kept = {name: (folder / name).read_bytes() for name in ("alice.json", "alice.journal.jsonl")}
    text = folder / "texts" / f"{digest('été')}.txt"
    for name, data, sentence in (
        ("alice.json", b"", "is damaged"),
        ("alice.json", kept["alice.json"].replace(b'"id": "a-1"', b'"id": 1'), "“id” is 1"),
        ("alice.json", kept["alice.json"].replace(b'"PER"', b'"LOC"'), "differs from the journal in 4 rows"),
        ("alice.journal.jsonl", kept["alice.journal.jsonl"][:-30], "not saved whole"),
        ("alice.journal.jsonl", kept["alice.journal.jsonl"].replace(b"a-1", b"a-7"), "1 places"),
        ("alice.journal.jsonl", kept["alice.journal.jsonl"] * 2, "two copies"),
    ):
        (folder / name).write_bytes(data)
        assert sentence in said(folder)
        (folder / name).write_bytes(kept[name])
    text.write_text("autre")
    assert "has been altered" in said(folder)


def test_a_backup_comes_back_and_can_be_undone(folder: Path) -> None:
    store, state = opened(folder)
    store.append([deleting(annotation(1), id="d")])
    state.apply(deleting(annotation(1), id="d"))
    (backup, *_) = backups_of(folder, "alice")
    restore = change("r", *restoring(state, backup))
    store.append([restore])
    assert sorted(opened(folder)[1].annotations) == ["a-1", "a-2", "a-3"]
    store.append([change("u", *restore.inverse_edits())])
    assert opened(folder)[1] == state


def test_a_damaged_backup_is_refused(folder: Path) -> None:
    (folder / "alice.json.bak").write_bytes(b"{")
    with pytest.raises(StoreDamagedError, match="cannot be brought back"):
        read_backup(folder / "alice.json.bak")
    assert backups_of(folder, "alice") == ()
