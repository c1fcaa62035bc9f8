"""The journal: whole lines count, a write that was cut short does not, rot is told from both."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from reader.annotations.disk import Disk
from reader.annotations.journal import Journal, JournalRewrittenError
from reader.annotations.records import read_change, read_head, write_line
from reader.errors import StoreDamagedError
from tests.unit.annotations.kit import FaultyDisk, adding

if TYPE_CHECKING:
    from pathlib import Path


def journal_of(path: Path, *batches: int, disk: Disk | None = None) -> Journal:
    """A journal at *path* to which batches of so many changes were added."""
    journal = Journal(disk or Disk(), path)
    number = 0
    for size in batches:
        journal.append([adding(number + index) for index in range(size)])
        number += size
    return journal


def ids(path: Path) -> list[str]:
    journal = Journal(Disk(), path)
    journal.take(journal.scan())
    return [change.id for change in journal.changes(0)]


def test_a_line_says_its_number_and_its_change() -> None:
    line = write_line(7, 6, adding(1))
    assert line.endswith(b"\n")
    assert read_head(line[:-1]) == (1, 7, 6)
    assert read_change(line) == adding(1)


def test_a_line_with_any_byte_changed_is_not_whole() -> None:
    line = write_line(1, 0, adding(1))[:-1]
    for place in range(len(line)):
        for value in (line[place] ^ 1, line[place] ^ 0x80):
            assert read_head(line[:place] + bytes([value]) + line[place + 1 :]) is None


def test_a_line_cut_anywhere_is_not_whole() -> None:
    line = write_line(1, 0, adding(1))[:-1]
    assert all(read_head(line[:end]) is None for end in range(len(line)))


def test_a_lone_surrogate_in_a_note_survives_in_valid_utf8() -> None:
    change = adding(1, note="avant \udce9 après")
    line = write_line(1, 0, change)
    line.decode("utf-8")
    assert read_change(line) == change


@pytest.mark.parametrize(
    "body", ["null", "[]", '{"id":1}', '{"id":"c","title":"t","edits":{}}', "[" * 100_000]
)
def test_a_whole_line_without_a_change_is_damage(body: str) -> None:
    with pytest.raises(StoreDamagedError):
        read_change(f'{{"schema":1,"seq":1,"synced":0,"change":{body},"crc":"00000000"}}'.encode())


def test_what_was_appended_is_read_in_order(tmp_path: Path) -> None:
    journal_of(tmp_path / "j", 1, 3, 2)
    assert ids(tmp_path / "j") == [f"c-{number}" for number in range(6)]


def test_a_second_process_reads_on_from_where_it_stood(tmp_path: Path) -> None:
    first = journal_of(tmp_path / "j", 2)
    second = Journal(Disk(), tmp_path / "j")
    second.take(second.scan())
    first.append([adding(2)])
    found = second.scan()
    assert list(found.seqs) == [3]
    second.take(found)
    second.append([adding(3)])
    first.take(first.scan())
    assert first.seq == second.seq == 4


@pytest.mark.parametrize("cut", [1, 2, 20, 200])
def test_a_torn_last_line_is_recognised(tmp_path: Path, cut: int) -> None:
    whole = journal_of(tmp_path / "j", 1, 1).end
    data = (tmp_path / "j").read_bytes()
    third = journal_of(tmp_path / "k", 3)
    torn = (tmp_path / "k").read_bytes()[whole : third.end - cut - 1]
    (tmp_path / "j").write_bytes(data + torn)
    found = Journal(Disk(), tmp_path / "j").scan()
    assert (found.torn, found.end, len(found.starts)) == (whole, whole, 2)


def test_a_line_that_only_lacks_its_end_counts_and_the_next_begins_anew(tmp_path: Path) -> None:
    journal_of(tmp_path / "j", 2)
    (tmp_path / "j").write_bytes((tmp_path / "j").read_bytes()[:-1])
    journal = Journal(Disk(), tmp_path / "j")
    journal.take(journal.scan())
    journal.append([adding(2)])
    assert ids(tmp_path / "j") == ["c-0", "c-1", "c-2"]


def test_of_a_write_cut_short_in_its_middle_nothing_counts(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "j", 1, 3)
    data = bytearray((tmp_path / "j").read_bytes())
    data[journal.starts[2] + 50] ^= 1
    (tmp_path / "j").write_bytes(data)
    found = Journal(Disk(), tmp_path / "j").scan()
    assert (len(found.starts), found.torn, found.damaged) == (2, journal.starts[2], [])


def test_a_saved_line_that_rotted_is_told_from_a_write_cut_short(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "j", 1, 1, 1)
    data = bytearray((tmp_path / "j").read_bytes())
    data[journal.starts[1] + 50] ^= 1
    (tmp_path / "j").write_bytes(data)
    found = Journal(Disk(), tmp_path / "j").scan()
    assert found.damaged == [(journal.starts[1], journal.starts[2])]
    assert (list(found.seqs), found.torn) == ([1, 3], None)


def test_line_ends_of_another_system_do_no_harm(tmp_path: Path) -> None:
    journal_of(tmp_path / "j", 2)
    (tmp_path / "j").write_bytes((tmp_path / "j").read_bytes().replace(b"\n", b"\r\n"))
    assert ids(tmp_path / "j") == ["c-0", "c-1"]


def test_lines_of_a_later_version_are_noticed(tmp_path: Path) -> None:
    import zlib

    body = b'{"schema":2,"seq":1,"synced":0,"change":{}'
    (tmp_path / "j").write_bytes(b'%b,"crc":"%08x"}\n' % (body, zlib.crc32(body)))
    assert Journal(Disk(), tmp_path / "j").scan().newer


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_refused_write_leaves_the_file_as_it_was(tmp_path: Path, call: str) -> None:
    disk = FaultyDisk()
    journal = journal_of(tmp_path / "j", 2, disk=disk)
    before = (tmp_path / "j").read_bytes()
    disk.fail(call, errno.ENOSPC)
    with pytest.raises(OSError, match="No space"):
        journal.append([adding(2)])
    assert (tmp_path / "j").read_bytes() == before
    journal.append([adding(2)])
    assert ids(tmp_path / "j") == ["c-0", "c-1", "c-2"]


def test_short_writes_are_continued(tmp_path: Path) -> None:
    disk = FaultyDisk()
    disk.short = True
    journal_of(tmp_path / "j", 2, disk=disk)
    assert ids(tmp_path / "j") == ["c-0", "c-1"]


def test_a_journal_that_was_rewritten_is_noticed(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "j", 3)
    data = (tmp_path / "j").read_bytes()
    for other in (b"", data[: journal.starts[2]], data.replace(b"c-2", b"c-9")[:-10] + b"0123456789", None):
        if other is None:
            (tmp_path / "j").unlink()
        else:
            (tmp_path / "j").write_bytes(other)
        with pytest.raises(JournalRewrittenError):
            journal.scan()


def test_a_line_longer_than_a_block_is_read(tmp_path: Path) -> None:
    journal = Journal(Disk(), tmp_path / "j")
    big = adding(1, note="x" * 3_000_000)
    journal.append([adding(0), big, adding(2)])
    assert ids(tmp_path / "j") == ["c-0", "c-1", "c-2"]
