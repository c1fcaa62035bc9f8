"""Whatever lies in a folder: no command crashes, hangs or swells, and no file of it is changed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.articles.loading import load
from reader.errors import ArticleUnreadableError, ReaderError
from reader.model import ArticleRef, Span
from reader.session import Session
from tests.hostile import articles
from tests.hostile.grammar import LINE, check
from tests.torture import FACTOR, amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.commands import Commands

ALL = "annotations,links,tags,mentions,dates,claims"
FOR_PEOPLE = (
    ("list",),
    ("recognize",),
    ("entities",),
    ("timeline",),
    ("search", "Anna Kovacs"),
    ("search", "[/fin] \x1b[31m"),
    ("links", "--suggest", "5"),
    ("check",),
    *[(name,) for name in ("stats",)[: amount(0, 1)]],
)
"""What prints words for people."""
FOR_PROGRAMS = (
    ("list", "--json"),
    ("recognize", "--json"),
    *[(name, "--json") for name in ("timeline", "entities", "check")[: amount(0, 3)]],
    ("search", "--json", "Anna"),
    ("export", "--include", ALL),
)
"""What prints one JSON value per line."""


def test_there_are_enough_of_them(hostile: Path) -> None:
    assert len(list(hostile.rglob("*"))) >= amount(300, 300)


@pytest.mark.parametrize("words", FOR_PEOPLE, ids=lambda words: words[0])
def test_no_command_for_people_is_harmed(commands: Commands, hostile: Path, words: tuple[str, ...]) -> None:
    before = articles.contents(hostile)
    done = commands.run(*words, hostile, "--store", hostile.parent / "store", cwd=hostile.parent)
    assert done.faults() == []
    check(done.out, LINE)
    check(done.err, LINE)
    assert articles.contents(hostile) == before


@pytest.mark.parametrize("words", FOR_PROGRAMS, ids=lambda words: words[0])
def test_no_command_for_programs_is_harmed(commands: Commands, hostile: Path, words: tuple[str, ...]) -> None:
    before = articles.contents(hostile)
    done = commands.run(*words, hostile, "--store", hostile.parent / "store", cwd=hostile.parent)
    assert done.faults() == []
    lines = done.out.decode("utf-8").split("\n")[:-1]
    assert lines
    for line in lines:
        assert isinstance(json.loads(line), dict)
    check(done.out, {"line end": LINE["line end"], "blank letters": "[\u3164\uffa0]"})
    check(done.err, LINE)
    assert articles.contents(hostile) == before


@pytest.mark.parametrize("format", ["csv", "markdown", "web-annotation"])
def test_no_format_is_harmed(commands: Commands, hostile: Path, format: str) -> None:
    store = hostile.parent / "store"
    done = commands.run("export", hostile, "--format", format, "--store", store, cwd=hostile.parent)
    assert done.faults() == []


@pytest.mark.parametrize("group", articles.GROUPS)
def test_each_file_alone_is_shown_or_refused_with_a_sentence(
    commands: Commands, hostile: Path, group: str
) -> None:
    every = 1 if FACTOR or group in ("encodings", "kinds", "names") else 3
    for path in sorted((hostile / group).iterdir())[::every]:
        colour = "always" if group in ("payloads", "names") else "never"
        done = commands.run(
            "show", "--color", colour, "--store", hostile.parent / "store", "--", path, cwd=hostile
        )
        assert done.faults() == [], path
        check(done.out, LINE)
        check(done.err, LINE)
        if done.code == 2:
            assert done.err.startswith(b"reader: "), path


def test_a_session_reads_and_marks_whatever_can_be_read(hostile: Path, tmp_path: Path) -> None:
    before = articles.contents(hostile)
    session = Session.open([hostile], store=tmp_path / "store", annotator="zoe")
    read = 0
    for ref in session.articles[:: 1 if FACTOR else 3]:
        summary = session.summary(ref.id)
        if summary.problem:
            with pytest.raises(ArticleUnreadableError):
                session.article(ref.id)
            continue
        read += 1
        text = session.article(ref.id).text
        if not text or len(text) > 100_000:
            continue
        made = session.tag(ref.id, Span(0, min(len(text), 9)), ["[/fin]"])
        assert text.startswith(made.quote)
        session.set_note(made.id, text[:500])
    assert read > 60
    kept = session.all_annotations()
    session.close()
    again = Session.open([hostile], store=tmp_path / "store", annotator="zoe")
    assert {each.id: each for each in again.all_annotations()} == {each.id: each for each in kept}
    again.close()
    assert articles.contents(hostile) == before


def swapped_for_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def swapped_for_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def swapped_for_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def swapped_for_loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def grown(path: Path) -> None:
    os.truncate(path, 8 << 30)


def filled_with_nuls(path: Path) -> None:
    path.write_bytes(bytes(1000))


def emptied(path: Path) -> None:
    os.truncate(path, 0)


@pytest.mark.parametrize(
    "happens",
    [
        Path.unlink,
        swapped_for_fifo,
        swapped_for_folder,
        swapped_for_link,
        swapped_for_loop,
        grown,
        filled_with_nuls,
        emptied,
    ],
)
def test_what_happens_to_a_file_after_it_was_found_harms_nobody(
    tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("lu.txt", "pas-lu.txt"):
        (folder / name).write_text(articles.PROSE, encoding="utf-8")
    session = Session.open([folder], store=tmp_path / "store", annotator="zoe")
    made = session.tag("lu.txt", Span(0, 5), ["x"])
    for path in folder.iterdir():
        happens(path)
    assert session.article("lu.txt").text.startswith(made.quote)
    if happens is emptied:
        assert session.article("pas-lu.txt").text == ""
    else:
        with pytest.raises(ArticleUnreadableError, match=r"pas-lu\.txt"):
            session.article("pas-lu.txt")
    session.close()
    try:
        again = Session.open([folder], store=tmp_path / "store", annotator="zoe")
    except ReaderError:
        return  # no article is left
    assert [each.quote for each in again.all_annotations()] == [made.quote]
    again.close()


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/urandom", "/dev/tty", "/proc/self/mem"])
def test_no_device_is_read(device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"there is no {device} here")
    with pytest.raises(ArticleUnreadableError):
        load(ArticleRef("a.txt", Path(device)))
