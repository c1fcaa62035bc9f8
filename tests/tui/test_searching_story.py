"""Looking for words while typing: nothing waits, former words come back, a hyphen is as good as a space."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from reader.search.concordance import concordance
from reader.tui.screens import concordance as screen
from reader.tui.widgets.rows import Rows
from tests.tui.conftest import MEDIUM, SMALL_SIZES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model import Article
    from reader.search.concordance import FoldedTexts, Occurrence
    from tests.tui.conftest import Open

HOUSES = {"maisons": "Titre\n\nLa Maison Blanche se tait. La Maison-Blanche parle. La maison est blanche."}


class Gate:
    """Holds back the search for words that begin like these until it is opened."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.reached, self.opened = threading.Event(), threading.Event()

    def __call__(self, articles: Iterable[Article], words: str, texts: FoldedTexts) -> Iterator[Occurrence]:
        if words.startswith(self.words):
            self.reached.set()
            self.opened.wait(30)
        return concordance(articles, words, texts)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """The search for what begins with “vien” takes as long as one likes."""
    held = Gate("vien")
    monkeypatch.setattr(screen, "concordance", held)
    yield held
    held.opened.set()


async def test_typing_never_waits_and_the_rows_are_those_of_the_last_words_found(
    story: Open, gate: Gate
) -> None:
    async with story(MEDIUM) as told:
        await told.press("f")
        await told.type("kovacs")
        assert told.shows("All articles  2")
        await told.pilot.press(*["backspace"] * 6, *"vien")
        while not gate.reached.is_set():
            await told.pilot.pause()
        await told.pilot.press("n", "e")
        await told.pilot.pause()
        assert told.shows("vienne")
        assert told.shows("Kovacs")
        assert told.shows("All articles  …")
        gate.opened.set()
        await told.settle()
        assert told.shows("Vienne")
        assert told.shows("All articles  2")


async def test_a_row_chosen_before_the_words_are_found_is_one_of_these(story: Open, gate: Gate) -> None:
    async with story(MEDIUM) as told:
        await told.press("f")
        await told.type("kovacs")
        await told.pilot.press(*["backspace"] * 6, *"vien")
        while not gate.reached.is_set():
            await told.pilot.pause()
        await told.pilot.press("enter", "enter")
        await told.pilot.pause()
        assert told.shows("All articles")
        gate.opened.set()
        await told.settle()
        assert told.selected == "Vien"


@SMALL_SIZES
async def test_the_selected_words_are_looked_for_and_can_be_changed(
    story: Open, size: tuple[int, int]
) -> None:
    async with story(size) as told:
        await told.press("e", "e")
        assert told.selected == "Anna Kovacs"
        await told.press("f")
        assert told.shows("All articles  2")
        await told.press("home", *["delete"] * 5)
        assert told.shows("Kovacs")
        assert told.shows("All articles  2")
        await told.press("enter", "f")
        await told.type("vienne")
        assert told.shows("vienne")
        await told.press("enter", "enter")
        assert told.selected == "Vienne"


async def test_former_words_come_back_with_the_arrows(story: Open) -> None:
    async with story(MEDIUM) as told:
        for words in ("orban", "vienne", "nichts"):
            await told.press("slash")
            await told.type(words)
            await told.press("enter")
        await told.press("slash")
        await told.type("ann")
        await told.press("up", "up")
        assert told.shows("vienne")
        await told.press("up", "up")
        assert told.shows("orban")
        await told.press("down", "down", "down", "down")
        assert told.shows("1/2")
        await told.press("up", "up", "enter")
        assert told.selected == "Vienne"
        await told.press("slash", "enter")
        assert told.selected == "Vienne"


@pytest.mark.parametrize("words", ["maison-blanche", "Maison Blanche"])
async def test_a_hyphen_finds_a_space_and_a_space_a_hyphen(story: Open, words: str) -> None:
    async with story(MEDIUM, **HOUSES) as told:
        await told.press("slash")
        await told.type(words)
        await told.press("enter")
        found = [told.selected]
        await told.press("n")
        found.append(told.selected)
        assert found == ["Maison Blanche", "Maison-Blanche"]
        assert "2/2" in told.status


async def test_escape_leaves_the_screen_as_it_was(story: Open) -> None:
    text = "\n\n".join(f"{number}. Il pleut sur la ville." for number in range(80)) + "\n\nOrban dort."
    async with story(MEDIUM, long=text) as told:
        await told.press("ctrl+f", "down", "down")
        place = told.app.reading.text.standpoint
        await told.press("slash")
        await told.type("orban")
        assert told.app.reading.text.standpoint != place
        await told.press("escape")
        assert told.app.reading.text.standpoint == place


async def test_lists_go_by_pages_and_half_pages(story: Open) -> None:
    async with story(MEDIUM, annonce="Titre\n\n" + "Vienne dort. " * 200) as told:
        await told.press("f")
        await told.type("vienne")
        await told.press("down", "home")
        rows = told.app.screen.query_one("#list", Rows)
        height, seen = rows.size.height, []
        for key in ("ctrl+f", "ctrl+d", "ctrl+u", "ctrl+b"):
            await told.press(key)
            seen.append(rows.cursor)
        assert seen == [height - 1, height - 1 + height // 2, height - 1, 0]


async def test_a_long_title_is_cut_where_it_shows(story: Open) -> None:
    title = "Un titre bien plus long que la colonne"
    async with story(MEDIUM, annonce=f"{title}\n\nVienne est là.\n") as told:
        await told.press("f")
        await told.type("vienne")
        assert told.shows("Un titre bien plu…")


async def test_rows_are_made_anew_for_a_window_of_another_width(story: Open) -> None:
    async with story(MEDIUM, annonce="Un titre de bonne taille\n\nVienne est là.\n") as told:
        await told.press("f")
        await told.type("vienne")
        assert told.shows("Un titre de bonne…")
        await told.pilot.resize_terminal(120, 40)
        while not told.shows("  Un titre de bonne taille"):
            await told.pilot.pause()
