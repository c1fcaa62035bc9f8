"""Damaged, merged and foreign stores: what can be had is had, the rest is kept aside, both are said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.unit.annotations.kit import (
    adding,
    annotation,
    change,
    deleting,
    files,
    keys,
    noting,
    opened,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotations.state import State


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that was closed in order, with five annotations, one deletion and two lines beyond the file."""
    store, _ = opened(tmp_path)
    for number in range(4):
        store.append([adding(number)])
    store.compact()
    store.append([adding(4)])
    store.compact()
    store.append([deleting(annotation(0), id="d")])
    store.append([noting(annotation(2), "oui", id="n")])
    store.close()
    return tmp_path


def json_of(folder: Path) -> Path:
    return folder / "alice.json"


def journal_of(folder: Path) -> Path:
    return folder / "alice.journal.jsonl"


def assert_holds(folder: Path, *, said: str | None = None) -> State:
    """That everything is there, that it is said, and that a second opening has nothing more to say."""
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3", "a-4"]
    assert state.annotations["a-2"].note == "oui"
    if said is not None:
        assert any(said in notice for notice in store.notices), store.notices
    assert store.read_only is None
    store.append([adding(9)])
    store.compact()
    store.close()
    assert_settled(folder, state, "a-9")
    return state


def assert_settled(folder: Path, state: State, *more: str) -> None:
    """That the files agree again, each by itself and both together."""
    expected = sorted([*state.annotations, *more])
    again, _ = opened(folder)
    assert again.notices == ()
    again.close()
    assert keys(folder) == expected
    kept = json_of(folder).read_bytes()
    json_of(folder).unlink()
    assert keys(folder) == expected
    json_of(folder).write_bytes(kept)


def flipped(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


JSON_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _data: b"",
    "blank": lambda _data: b"\n \n",
    "cut": lambda data: data[: len(data) // 2],
    "zeros": lambda data: b"\0" * len(data),
    "half zeros": lambda data: data[:500] + b"\0" * (len(data) - 500),
    "not utf-8": lambda data: data.replace(b"PER", b"\xff\xfe\xfd"),
    "a list": lambda _data: b"[]",
    "no tables": lambda _data: b'{"meta": 3}',
    "rows that are none": lambda _data: b'{"annotations": {"1": []}}',
    "deep": lambda _data: b"[" * 200_000,
    "deep table": lambda _data: b'{"annotations": {"1": {"a": ' + b"[" * 5000 + b"]" * 5000 + b"}}}",
    "huge number": lambda data: data.replace(b'"start": 1,', b'"start": ' + b"9" * 5000 + b","),
    "infinity": lambda data: data.replace(b'"start": 1,', b'"start": Infinity,'),
    "wrong meta": lambda data: data.replace(b'"schema": 1', b'"schema": "one"'),
}


@pytest.mark.parametrize("damage", sorted(JSON_DAMAGE))
def test_a_damaged_file_is_kept_aside_and_made_again_from_the_journal(folder: Path, damage: str) -> None:
    data = JSON_DAMAGE[damage](json_of(folder).read_bytes())
    json_of(folder).write_bytes(data)
    assert_holds(folder, said="alice.damaged-1.json")
    assert (folder / "alice.damaged-1.json").read_bytes() == data


@pytest.mark.parametrize("damage", sorted(JSON_DAMAGE))
def test_without_its_journal_a_damaged_file_is_made_again_from_the_backup(folder: Path, damage: str) -> None:
    store, _ = opened(folder)
    store.compact()
    store.close()
    journal_of(folder).unlink()
    json_of(folder).write_bytes(JSON_DAMAGE[damage](json_of(folder).read_bytes()))
    store, state = opened(folder)
    assert {"a-1", "a-2", "a-3", "a-4"} <= set(state.annotations)
    assert any("alice.json.bak was used" in notice for notice in store.notices)
    store.close()
    assert_settled(folder, state)


def test_without_journal_and_backup_every_whole_row_is_saved(folder: Path) -> None:
    store, _ = opened(folder)
    store.compact()
    store.close()
    for name in files(folder):
        if name not in ("alice.json", "alice.lock"):
            (folder / name).unlink()
    data = json_of(folder).read_bytes()
    json_of(folder).write_bytes(data[: data.index(b'"a-4"') + 40])
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3"]
    store.close()
    assert_settled(folder, state)


def test_one_bad_row_does_not_take_the_others_along(folder: Path) -> None:
    data = json_of(folder).read_bytes().replace(b'"id": "a-3"', b'"id": 3')
    json_of(folder).write_bytes(data)
    assert_holds(folder, said="“id” is 3")
    assert (folder / "alice.damaged-1.json").read_bytes() == data


def test_a_missing_file_is_made_again(folder: Path) -> None:
    json_of(folder).unlink()
    assert_holds(folder)


def test_only_a_backup_is_enough(folder: Path) -> None:
    json_of(folder).unlink()
    journal_of(folder).unlink()
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-0", "a-1", "a-2", "a-3"]
    assert any("backup" in notice for notice in store.notices)
    store.close()
    assert_settled(folder, state)


def test_a_torn_last_line_is_dropped_and_said(folder: Path) -> None:
    with journal_of(folder).open("ab") as file:
        file.write(b'{"schema":1,"seq":8,"synced":7,"change":{"id":"c-')
    assert_holds(folder, said="half saved")
    assert not [name for name in files(folder) if "damaged" in name]


def test_a_torn_last_line_is_dropped_once(folder: Path) -> None:
    with journal_of(folder).open("ab") as file:
        file.write(b'{"schema":1,"seq":8,"sy')
    first, state = opened(folder)
    again, same = opened(folder)
    assert (len(first.notices), again.notices) == (1, ())
    assert same == state


def test_a_torn_last_line_is_dropped_before_an_edit_of_another_program_is_written_down(folder: Path) -> None:
    with journal_of(folder).open("ab") as file:
        file.write(b'{"schema":1,"seq":8,"sy')
    data = json_of(folder).read_text("utf-8")
    json_of(folder).write_text(data.replace('"note": ""', '"note": "par un script"', 1), "utf-8")
    _, state = opened(folder)
    assert "par un script" in {row.note for row in state.annotations.values()}
    json_of(folder).unlink()
    again, same = opened(folder)
    assert (same, again.notices) == (state, ())


def test_rubbish_at_the_end_of_the_journal_is_kept_aside(folder: Path) -> None:
    with journal_of(folder).open("ab") as file:
        file.write(b"what is\nthis?")
    assert_holds(folder, said="alice.damaged-1.journal.jsonl")
    assert (folder / "alice.damaged-1.journal.jsonl").read_bytes() == b"what is\nthis?"


@pytest.mark.parametrize("line", [0, 2, 4])
def test_a_rotten_line_that_the_file_contains_costs_nothing(folder: Path, line: int) -> None:
    lines = journal_of(folder).read_bytes().split(b"\n")
    flipped(journal_of(folder), sum(len(one) + 1 for one in lines[:line]) + 60)
    assert_holds(folder, said="One place of alice.journal.jsonl cannot be read any more")


def test_a_rotten_line_beyond_the_file_costs_that_line_alone(folder: Path) -> None:
    lines = journal_of(folder).read_bytes().split(b"\n")
    flipped(journal_of(folder), sum(len(one) + 1 for one in lines[:5]) + 60)
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-0", "a-1", "a-2", "a-3", "a-4"]
    assert state.annotations["a-2"].note == "oui"
    store.close()
    assert_settled(folder, state)


def test_a_rotten_line_and_a_damaged_file_leave_backup_and_lines(folder: Path) -> None:
    flipped(journal_of(folder), 60)
    json_of(folder).write_bytes(b"")
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3", "a-4"]
    assert state.annotations["a-2"].note == "oui"
    store.close()
    assert_settled(folder, state)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (0, 3), (1, 3), (3, 5)])
def test_lines_that_were_removed_cost_nothing_that_the_file_has(folder: Path, first: int, last: int) -> None:
    lines = journal_of(folder).read_bytes().split(b"\n")
    journal_of(folder).write_bytes(b"\n".join(lines[:first] + lines[last:]))
    assert_holds(folder, said="alice.damaged-1.journal.jsonl")


def test_a_table_that_is_not_known_is_kept_aside_and_what_it_replaced_is_not_taken_for_deleted(
    folder: Path,
) -> None:
    """One wrong bit in the name of a table, or a table of a script."""
    data = json_of(folder).read_bytes().replace(b'"annotations": {', b'"annotatiOns": {')
    json_of(folder).write_bytes(data)
    assert_holds(folder, said="'annotatiOns' is no table")
    assert (folder / "alice.damaged-1.json").read_bytes() == data


def test_a_journal_older_than_the_file_does_not_take_it_back(folder: Path) -> None:
    store, _ = opened(folder)
    store.compact()
    store.close()
    lines = journal_of(folder).read_bytes().split(b"\n")
    journal_of(folder).write_bytes(b"\n".join(lines[:3]) + b"\n")
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3", "a-4"]
    assert state.annotations["a-2"].note == "oui"
    store.close()
    assert_settled(folder, state)


def test_an_older_file_is_brought_forward(folder: Path) -> None:
    json_of(folder).write_bytes((folder / "alice.json.bak").read_bytes())
    assert_holds(folder)


def test_the_file_of_another_copy_of_the_store_adds_what_it_has(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    store, _ = opened(elsewhere)
    store.append([adding(70), adding(71)])
    store.compact()
    store.close()
    json_of(folder).write_bytes(json_of(elsewhere).read_bytes())
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3", "a-4", "a-70", "a-71"]
    store.close()
    assert_settled(folder, state)


def test_what_another_program_edited_is_taken_over_and_what_followed_stays(folder: Path) -> None:
    head, mark, tail = json_of(folder).read_text().partition('"id": "a-1"')
    json_of(folder).write_text(head + mark + tail.replace('"tags": ["PER"]', '"tags": ["PER", "LOC"]'))
    state = assert_holds(folder, said="edited by another program")
    assert {row.tags for row in state.annotations.values()} == {("PER", "LOC")}


def test_a_file_that_was_only_laid_out_anew_is_no_edit(folder: Path) -> None:
    json_of(folder).write_text(json.dumps(json.loads(json_of(folder).read_text())))
    store, _ = opened(folder)
    assert store.notices == ()
    assert_holds(folder)


def test_line_ends_of_another_system_are_no_damage(folder: Path) -> None:
    for path in (json_of(folder), journal_of(folder)):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert_holds(folder)
    assert not [name for name in files(folder) if "damaged" in name]


# --- merges


def branched(folder: Path, other: Path) -> tuple[list[str], list[str]]:
    """Two copies of a store that went their own ways: the lines of both files of each."""
    for path in (json_of(folder), journal_of(folder)):
        (other / path.name).write_bytes(path.read_bytes())
    texts = []
    for place, number in ((folder, 50), (other, 60)):
        store, _ = opened(place)
        store.append([adding(number), noting(annotation(1), f"note {number}", id=f"n-{number}")])
        store.append([adding(number + 1)])
        store.compact()
        store.close()
        texts += [json_of(place).read_text(), journal_of(place).read_text()]
    return [texts[0], texts[2]], [texts[1], texts[3]]


def conflicted(ours: str, theirs: str) -> str:
    """What git leaves of two versions: common lines, and the rest between marks."""
    import difflib

    left, right = ours.split("\n"), theirs.split("\n")
    lines: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += left[a:b]
        else:
            lines += ["<<<<<<< HEAD", *left[a:b], "=======", *right[c:d], ">>>>>>> autre"]
    return "\n".join(lines)


def assert_merged(folder: Path) -> None:
    store, state = opened(folder)
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3", "a-4", "a-50", "a-51", "a-60", "a-61"]
    assert state.annotations["a-2"].note == "oui"
    assert "note" in state.annotations["a-1"].note
    assert store.notices
    store.close()
    assert_settled(folder, state)


def test_conflict_marks_in_both_files_are_resolved_by_id(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files_, journals = branched(folder, tmp_path_factory.mktemp("other"))
    json_of(folder).write_text(conflicted(*files_))
    journal_of(folder).write_text(conflicted(*journals))
    assert_merged(folder)
    assert {"alice.conflict-1.json", "alice.conflict-1.journal.jsonl"} <= set(files(folder))


def test_conflict_marks_in_the_file_alone_are_resolved_by_id(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files_, _ = branched(folder, tmp_path_factory.mktemp("other"))
    json_of(folder).write_text(conflicted(*files_))
    assert_merged(folder)


def test_conflict_marks_without_any_journal_are_resolved_by_id(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files_, _ = branched(folder, tmp_path_factory.mktemp("other"))
    for name in files(folder):
        (folder / name).unlink()
    json_of(folder).write_text(conflicted(*files_))
    assert_merged(folder)


def test_journals_that_were_joined_without_marks_are_put_in_order(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, (ours, theirs) = branched(folder, tmp_path_factory.mktemp("other"))
    lines = ours.split("\n")[:-1]
    lines += [line for line in theirs.split("\n")[:-1] if line not in lines]
    journal_of(folder).write_text("\n".join(lines) + "\n")
    assert_merged(folder)


# --- other versions


def test_a_file_of_a_later_version_is_not_touched_by_a_byte(folder: Path) -> None:
    text = json_of(folder).read_text().replace('"schema": 1', '"schema": 2')
    json_of(folder).write_text(text)
    (folder / "alice.lock").unlink()
    before = {name: (folder / name).read_bytes() for name in files(folder)}
    store, state = opened(folder)
    assert "later version" in (store.read_only or "")
    assert {"a-1", "a-2", "a-3", "a-4"} <= set(state.annotations)
    assert store.poll() == ()
    store.close()
    assert {name: (folder / name).read_bytes() for name in files(folder)} == before


def test_a_journal_of_a_later_version_is_not_touched_by_a_byte(folder: Path) -> None:
    import zlib

    body = b'{"schema":2,"seq":8,"synced":7,"change":{"something":"new"}'
    with journal_of(folder).open("ab") as file:
        file.write(b'%b,"crc":"%08x"}\n' % (body, zlib.crc32(body)))
    before = {name: (folder / name).read_bytes() for name in files(folder)}
    store, state = opened(folder)
    assert "later version" in (store.read_only or "")
    assert sorted(state.annotations) == ["a-1", "a-2", "a-3", "a-4"]
    store.close()
    assert {name: (folder / name).read_bytes() for name in files(folder)} == before


def test_a_file_without_schema_is_brought_up_to_date_and_kept(tmp_path: Path) -> None:
    from tinydb import TinyDB

    with TinyDB(tmp_path / "alice.json") as db:
        db.table("annotations").insert(
            {"id": "a-1", "article": "a.txt", "start": 3, "end": 5, "quote": "un", "tags": ["PER"]}
        )
        db.table("tags").insert({"name": "PER"})
    before = json_of(tmp_path).read_bytes()
    store, state = opened(tmp_path)
    assert state.annotations["a-1"].origin == "hand"
    assert state.tags["PER"].colour == 1
    assert any("alice.schema-0-1.json" in notice for notice in store.notices)
    assert (tmp_path / "alice.schema-0-1.json").read_bytes() == before
    store.close()
    assert_settled(tmp_path, state)


def test_recovering_twice_gives_the_damaged_file_one_name(folder: Path) -> None:
    for number in (1, 2):
        json_of(folder).write_bytes(b"rubbish %d" % number)
        store, _ = opened(folder)
        store.close()
        store, _ = opened(folder)
        store.close()
    assert [name for name in files(folder) if "damaged" in name] == [
        "alice.damaged-1.json",
        "alice.damaged-2.json",
    ]


def test_history_goes_on_after_a_recovery(folder: Path) -> None:
    from reader.annotations.file_store import FileStore

    flipped(journal_of(folder), 60)
    store = FileStore(folder, "alice")
    _, history = store.load()
    last = history.undoable()
    assert last is not None
    assert last.id == "n"
    undo = change("u", *last.inverse_edits())
    store.append([undo])
    store.close()
    assert opened(folder)[1].annotations["a-2"].note == ""
