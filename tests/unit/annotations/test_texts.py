"""Kept texts: byte for byte, once, checked on reading."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from reader.annotations.disk import Disk
from reader.annotations.texts import KeptTexts
from reader.text.digest import digest
from tests.unit.annotations.kit import FaultyDisk, files

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "« L’été »\n\n\u2028\x0c fin\n"


def test_the_bytes_are_those_of_the_text(tmp_path: Path) -> None:
    KeptTexts(Disk(), tmp_path, "alice").keep(digest(TEXT), TEXT)
    assert (tmp_path / "texts" / f"{digest(TEXT)}.txt").read_bytes() == TEXT.encode()


def test_a_text_is_written_once(tmp_path: Path) -> None:
    KeptTexts(Disk(), tmp_path, "alice").keep(digest(TEXT), TEXT)
    disk = FaultyDisk()
    KeptTexts(disk, tmp_path, "zoé").keep(digest(TEXT), TEXT)
    assert "write" not in disk.calls


def test_a_text_that_was_altered_is_not_given_out_and_is_kept_again(tmp_path: Path) -> None:
    texts = KeptTexts(Disk(), tmp_path, "alice")
    texts.keep(digest(TEXT), TEXT)
    (tmp_path / "texts" / f"{digest(TEXT)}.txt").write_text("autre")
    assert texts.kept(digest(TEXT)) is None
    KeptTexts(Disk(), tmp_path, "alice").keep(digest(TEXT), TEXT)
    assert texts.kept(digest(TEXT)) == TEXT


def test_a_text_under_a_hash_that_is_not_its_own_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="own hash"):
        KeptTexts(Disk(), tmp_path, "alice").keep("0" * 64, TEXT)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "x" * 64, "A" * 64])
def test_only_a_hash_names_a_text(tmp_path: Path, name: str) -> None:
    assert KeptTexts(Disk(), tmp_path, "alice").kept(name) is None


@pytest.mark.parametrize("call", ["mkdir", "open", "write", "fsync", "replace"])
def test_a_refusal_leaves_nothing_half(tmp_path: Path, call: str) -> None:
    disk = FaultyDisk()
    texts = KeptTexts(disk, tmp_path, "alice")
    disk.fail(call, errno.ENOSPC)
    with pytest.raises(OSError, match="No space"):
        texts.keep(digest(TEXT), TEXT)
    texts.keep(digest(TEXT), TEXT)
    assert files(tmp_path / "texts") == [f"{digest(TEXT)}.txt"]


def test_a_folder_that_leads_out_of_the_store_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "texts").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="not a folder"):
        KeptTexts(Disk(), tmp_path / "store", "alice").keep(digest(TEXT), TEXT)
    assert files(tmp_path / "outside") == []


def test_what_a_killed_process_left_is_tidied_but_not_that_of_others(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name in ("1.alice.tmp", "1.zoé.tmp", "2.txt"):
        (tmp_path / "texts" / name).write_text("")
    KeptTexts(Disk(), tmp_path, "alice").tidy()
    assert files(tmp_path / "texts") == ["1.zoé.tmp", "2.txt"]
