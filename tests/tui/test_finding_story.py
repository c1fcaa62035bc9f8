"""Finding words in the article and in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search import concordance
from reader.text import folding
from tests.tui.conftest import MEDIUM, NARROW, SIZES, SMALL_SIZES, WIDE

if TYPE_CHECKING:
    import pytest

    from tests.tui.conftest import Open


@SMALL_SIZES
async def test_finding_folds_accents_and_apostrophes_and_counts(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("slash")
        await told.type("orban")
        assert told.shows("1/1")
        await told.press("enter")
        assert told.selected == "Orbán"
        await told.press("slash")
        await told.type("l'agence")
        await told.press("enter")
        assert told.selected == "l’Agence"


@SMALL_SIZES
async def test_n_and_shift_n_go_round_the_finds(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("slash")
        await told.type("ann")
        await told.press("enter")
        assert "1/2" in told.status
        await told.press("n")
        assert "2/2" in told.status
        assert told.selected == "Ann"
        await told.press("n")
        assert "1/2" in told.status
        await told.press("N")
        assert "2/2" in told.status


async def test_escape_returns_to_where_finding_began(story: Open) -> None:
    async with story() as told:
        await told.press("down", "down")
        before = told.app.reading.text.cursor
        await told.press("slash")
        await told.type("Orban")
        await told.press("escape")
        assert told.app.reading.text.cursor == before
        assert "1/1" not in told.status


async def test_what_is_not_there_is_said_so(story: Open) -> None:
    async with story() as told:
        await told.press("slash")
        await told.type("zebre")
        assert told.shows("nothing like that in this article")
        await told.press("enter")
        assert told.shows("Nothing like “zebre” in this article.")


@SIZES
async def test_the_concordance_shows_every_line_and_goes_there(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("f")
        await told.type("kovacs")
        assert told.shows("All articles  2")
        lines = [row for row in told.rows if "Kovacs" in row]
        assert len({row.index("Kovacs") for row in lines}) == 1
        await told.press("enter", "down", "enter")
        assert (told.opened, told.selected) == ("annulation.txt", "Kovacs")
        await told.press("backspace")
        assert told.opened == "annonce.txt"


async def test_typing_on_folds_no_text_and_no_row_again(story: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []
    really = folding.fold

    def fold(text: str) -> folding.Folded:
        folded.append(text)
        return really(text)

    async with story() as told:
        for module in (folding, concordance):
            monkeypatch.setattr(module, "fold", fold, raising=False)
        await told.press("slash")
        await told.type("ann")
        await told.press("escape", "f")
        await told.type("kovacs")
        await told.press("enter", "slash")
        await told.type("regrette")
        assert told.shows("1 of 2")
        long = [text for text in folded if len(text) > 40]
        assert len(long) == len(set(long)) + 1  # the open article is folded for each of the two


async def test_entities_open_to_their_places(story: Open) -> None:
    async with story(MEDIUM) as told:
        await told.press("f3")
        assert told.shows("Anna Kovacs  person")
        await told.press("enter", "down", "down", "enter")
        assert (told.opened, told.selected) == ("annulation.txt", "Anna Kovacs")


async def test_dates_stand_in_the_order_of_the_calendar(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("f4")
        days = [row.strip("▌ ")[:12] for row in told.rows if "2024" in row[:14]]
        assert days == ["3 March 2024", "9 March 2024"]
        await told.press("G", "enter")
        assert (told.opened, told.selected) == ("annulation.txt", "9 mars 2024")


async def test_a_narrow_window_shows_each_date_over_its_words(story: Open) -> None:
    async with story(NARROW) as told:
        await told.press("f4")
        assert [row.strip("▌ ") for row in told.rows[1:5:2]] == ["3 March 2024", "9 March 2024"]
        assert told.shows("Le 3 mars 2024, Anna Kovacs a")
        await told.press("escape", "f6")
        assert told.shows("makes the tag.")


async def test_the_codebook_renames_gives_keys_and_leads_to_passages(story: Open) -> None:
    async with story() as told:
        await told.press("e", "t")
        await told.type("nom")
        await told.press("enter", "e", "t")
        await told.type("autre")
        await told.press("enter", "f6")
        assert told.shows("key 1  nom")
        await told.press("r", *["backspace"] * 3)
        await told.type("date")
        await told.press("enter", "5")
        assert told.shows("key 5  date")
        assert told.annotations()[0]["tags"] == ["date"]
        await told.press("c")
        await told.type("jours nommés")
        await told.press("enter")
        assert told.shows("jours nommés")
        await told.press("enter")
        assert told.shows("«3 mars 2024»")
        await told.press("down", "enter")
        assert told.selected == "3 mars 2024"


async def test_two_tags_become_one_only_after_a_question(story: Open) -> None:
    async with story() as told:
        await told.press("e", "t")
        await told.type("un")
        await told.press("enter", "e", "t")
        await told.type("deux")
        await told.press("enter", "f6", "r", *["backspace"] * 2)
        await told.type("deux")
        await told.press("enter")
        assert told.shows("There is a tag “deux” already.")
        await told.press("y", "escape")
        assert [row["tags"] for row in told.annotations()] == [["deux"], ["deux"]]


async def test_the_notes_are_listed_edited_and_gone_to(story: Open) -> None:
    async with story() as told:
        await told.press("e", "c")
        await told.type("une")
        await told.press("ctrl+s", "J", "f7")
        assert told.shows("«3 mars 2024»")
        await told.press("c")
        await told.type(" note")
        await told.press("ctrl+s", "enter")
        assert told.annotations()[0]["note"] == "une note"
        assert told.opened == "annonce.txt"
