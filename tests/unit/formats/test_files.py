"""Files of exports and imports."""

from __future__ import annotations

import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from reader.errors import FormatError
from reader.formats import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    assert files.save(tmp_path / "x.jsonl", ["é\n", "b\n"]) == 5
    assert (tmp_path / "x.jsonl").read_bytes() == b"\xc3\xa9\nb\n"
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]


def test_when_writing_fails_the_old_file_stays_and_nothing_else(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "new"
        raise OSError(28, "No space left on device")

    (tmp_path / "x").write_text("old")
    with pytest.raises(FormatError, match="No space left on device") as caught:
        files.save(tmp_path / "x", broken())
    assert caught.value.title == "The export was not written"
    assert (tmp_path / "x").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_the_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("old")
    (tmp_path / "x").chmod(0o600)
    files.save(tmp_path / "x", ["new"])
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    files.save(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    files.save(pipe, ["through"])
    reader.join()
    assert read == ["through"]


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="was not written: No such file"):
        files.save(tmp_path / "none" / "x", ["new"])


def test_the_file_is_synced_before_it_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    fsync, replace = os.fsync, type(tmp_path).replace

    def noted_fsync(descriptor: int) -> None:
        calls.append("fsync")
        fsync(descriptor)

    def noted_replace(source: Path, target: Path) -> Path:
        calls.append("replace")
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(type(tmp_path), "replace", noted_replace)
    files.save(tmp_path / "x", ["new"])
    assert calls == ["fsync", "replace", "fsync"]


def test_lines_end_at_a_newline_alone(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes("\ufeffa\u2028b\u0085c\r\nd".encode())
    assert list(files.lines_of(tmp_path / "x")) == ["a\u2028b\u0085c\r\n", "d"]


def test_wrong_bytes_are_kept_for_their_line_to_be_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"ok\n\xff\n")
    assert list(files.lines_of(tmp_path / "x")) == ["ok\n", "\udcff\n"]


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(FormatError, match="cannot be read"):
            list(files.lines_of(path))


def test_a_line_without_end_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LONGEST_LINE", 100)
    (tmp_path / "x").write_bytes(b"x" * 1000)
    with pytest.raises(FormatError, match="a line of more than 100 bytes"):
        list(files.lines_of(tmp_path / "x"))


def test_a_file_beyond_all_measure_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    (tmp_path / "x").write_bytes(b"x\n" * 1000)
    with pytest.raises(FormatError, match="larger than 100 bytes"):
        list(files.lines_of(tmp_path / "x"))
