"""The short way of exporting gives the bytes of the long one, or leaves the work to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.formats import jsonl
from reader.formats.data import DEFAULT_PARTS
from reader.formats.straight import straight_lines
from reader.model import Span
from reader.session import Passage, Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = "Le pont rouvrira mardi,\u2028dit-on : « oui » …\nEt demain ?\n"
SECOND = "\ufeffLe pont n’a pas rouvert.\r\nIl est fermé.\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles with marks and links, saved and closed."""
    articles = tmp_path / "articles"
    (articles / "b").mkdir(parents=True)
    (articles / "un.txt").write_text(FIRST, encoding="utf-8", newline="")
    (articles / "b" / "deux.md").write_text(SECOND, encoding="utf-8", newline="")
    with_session(
        tmp_path,
        lambda session: (
            session.tag("un.txt", Span(3, 16), ["promesse", "à voir"]),
            session.tag("b/deux.md", Span(8, 23), ["démenti"]),
            session.annotate("un.txt", Span(0, 40), "note\u2028\x7f"),
            session.link_passages(
                Passage("un.txt", Span(3, 16)), Passage("b/deux.md", Span(8, 23)), "contradicts", "!"
            ),
            session.link_passages(Passage("b/deux.md", Span(0, 7)), Passage("un.txt", Span(0, 7)), "updates"),
        ),
    )
    return tmp_path


def with_session(folder: Path, do: Callable[[Session], object]) -> None:
    session = Session.open([folder / "articles"], store=folder / "store", annotator="zoé")
    try:
        do(session)
    finally:
        session.close()


def short_way(folder: Path) -> list[str] | None:
    return straight_lines(folder / "articles", folder / "store", "zoé")


def long_way(folder: Path) -> list[str]:
    lines: list[str] = []
    with_session(folder, lambda session: lines.extend(jsonl.write(session.export_data(DEFAULT_PARTS))))
    return lines


def test_both_ways_give_the_same_bytes(folder: Path) -> None:
    lines = short_way(folder)
    assert lines is not None
    assert len(lines) == 7
    assert lines == long_way(folder)


def test_a_change_that_is_only_in_the_journal_is_left_to_the_session(folder: Path) -> None:
    session = Session.open([folder / "articles"], store=folder / "store", annotator="zoé")
    session.tag("un.txt", Span(17, 22), ["date"])
    assert short_way(folder) is None
    session.close()
    assert short_way(folder) == long_way(folder)


def test_an_article_that_changed_is_left_to_the_session(folder: Path) -> None:
    path = folder / "articles" / "un.txt"
    path.write_text("Un mot de plus. " + FIRST, encoding="utf-8")
    assert short_way(folder) is None


@pytest.mark.parametrize("fault", ["gone", "link", "folder"])
def test_an_article_that_is_no_plain_file_any_more_is_left_to_the_session(fault: str, folder: Path) -> None:
    path = folder / "articles" / "un.txt"
    path.rename(folder / "elsewhere.txt")
    if fault == "link":
        path.symlink_to(folder / "elsewhere.txt")
    elif fault == "folder":
        path.mkdir()
    assert short_way(folder) is None


@pytest.mark.parametrize("name", ["zoé.json", "zoé.journal.jsonl"])
def test_a_missing_or_damaged_file_is_left_to_the_session(name: str, folder: Path) -> None:
    path = folder / "store" / name
    whole = path.read_bytes()
    for data in (b"", b"{", b"null\n", whole[:-1], whole[:99], whole.replace(b"promesse", b"menace")):
        path.write_bytes(data)
        lines = short_way(folder)
        assert lines is None or name == "zoé.journal.jsonl"
    path.unlink()
    assert short_way(folder) is None


def test_a_file_that_another_program_edited_is_left_to_the_session(folder: Path) -> None:
    path = folder / "store" / "zoé.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(value), encoding="utf-8")
    assert short_way(folder) is None


def test_another_annotator_is_left_to_the_session(folder: Path) -> None:
    assert straight_lines(folder / "articles", folder / "store", "ali") is None


def test_where_nothing_was_ever_marked_nothing_is_exported(folder: Path) -> None:
    assert straight_lines(folder / "articles", folder / "none", "zoé") == []


def test_a_folder_without_articles_is_left_to_the_session(folder: Path) -> None:
    assert straight_lines(folder / "store", folder / "none", "zoé") is None
    assert straight_lines(folder / "nowhere", folder / "none", "zoé") is None
