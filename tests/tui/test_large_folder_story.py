"""A folder too large to be read before the first words are on the screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from reader.articles import library, loading
from reader.model import Progress
from reader.tui import background
from tests.tui.conftest import WIDE

if TYPE_CHECKING:
    from reader.model import Article, ArticleRef
    from tests.tui.conftest import Open

LATE_FIRST = {
    f"n{number:03}": f"Titre {number}\n\nLe {60 - number % 28} mars 2024, il pleut." for number in range(3)
} | {
    f"n{number:03}": f"Titre {number}\n\nParis, le {28 - number % 27} mars 2024. Il pleut."
    for number in range(3, 60)
}


@pytest.fixture
def waited_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that were read while the screen had to wait."""
    read: list[str] = []
    really = loading.load

    def load(ref: ArticleRef) -> Article:
        if threading.current_thread() is threading.main_thread():
            read.append(ref.id)
        return really(ref)

    monkeypatch.setattr(library, "load", load)
    return read


async def test_the_screen_waits_for_one_article_of_many(story: Open, waited_for: list[str]) -> None:
    async with story(WIDE, **LATE_FIRST):
        assert waited_for == ["n000.txt"]


async def test_the_screen_waits_for_one_article_of_few_large_ones(
    story: Open, waited_for: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "READ_AT_ONCE_BYTES", 100)
    async with story(WIDE):
        assert waited_for == ["annonce.txt"]


async def test_once_all_is_read_the_earliest_unread_article_is_opened(story: Open) -> None:
    async with story(WIDE, **LATE_FIRST) as told:
        assert told.opened == told.app.reading.shelf.order[0] != "n000.txt"


async def test_a_reader_who_has_begun_stays_where_he_is(story: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    really = background._load  # noqa: SLF001 - held until the reader has moved

    def late(*arguments: object) -> None:
        go_on.wait(10)
        really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(background, "_load", late)
    async with story(WIDE, **LATE_FIRST) as told:
        await told.pilot.press("down")
        go_on.set()
        await told.settle()
        assert told.opened == "n000.txt"
        assert told.app.reading.shelf.order[0] != "n000.txt"


async def test_while_it_is_read_the_list_says_what_was_done_and_marked(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with story(WIDE, **LATE_FIRST) as told:
        session = told.app.session
        session.set_progress("n001.txt", Progress.DONE)
        session.annotate("n001.txt", session.article("n001.txt").headings[0], "une note")
    monkeypatch.setattr(background, "_load", lambda *_: None)
    async with story(WIDE, **LATE_FIRST) as told:
        lines = [row[:26] for row in told.rows]
        at = next(i for i, line in enumerate(lines) if "n001" in line or "Titre 1" in line)
        assert "●" in lines[at]
        assert "done 1▎" in lines[at + 1]
        assert "no date" not in lines[at + 1]
