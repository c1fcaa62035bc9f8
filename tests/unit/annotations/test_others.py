"""Whose work lies in a store besides one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.others import others_in
from reader.session import Session
from tests.articles import SUMMIT, folder, span_of

if TYPE_CHECKING:
    from pathlib import Path


def test_only_files_of_annotators_that_hold_something_count(tmp_path: Path) -> None:
    for name in (
        "bea.json",
        "bea.journal.jsonl",
        "zoe.journal.jsonl",
        "ana.json",
        "x.damaged-1.json",
        "notes.txt",
    ):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "empty.json").touch()
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "bea.json")
    assert others_in(tmp_path, "ana") == ("bea", "zoe")
    assert others_in(tmp_path, "ANA") == ("bea", "zoe")
    assert others_in(tmp_path / "none", "ana") == ()


def test_another_name_is_told_whose_work_it_does_not_see(tmp_path: Path) -> None:
    articles = folder(tmp_path)
    store = tmp_path / "annotations"
    with_ana = Session.open([articles], store=store, annotator="ana")
    with_ana.tag("annonce.txt", span_of(SUMMIT, "Vienne"), ["LOC"])
    assert (with_ana.others_notice(), with_ana.has_begun()) == ("", True)
    with_ana.close()
    with_bea = Session.open([articles], store=store, annotator="bea")
    assert with_bea.others_notice() == "Here as bea. This store also has the work of ana: --as ana shows it."
    assert not with_bea.has_begun()
    with_bea.close()
