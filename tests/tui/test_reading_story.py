"""Opening a folder and reading in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.data import Part
from tests.articles import SUMMIT
from tests.tui.conftest import MEDIUM, NARROW, SIZES, WIDE

if TYPE_CHECKING:
    from tests.tui.conftest import Open


@SIZES
async def test_the_first_unread_article_is_shown_marked_and_focused(
    story: Open, size: tuple[int, int]
) -> None:
    async with story(size) as told:
        assert told.opened == "annonce.txt"
        assert told.app.reading.focused is told.app.reading.text
        assert told.shows("Le sommet est annoncé")
        assert len(told.app.reading.desk.suggestions) == 5


async def test_at_120_columns_list_text_and_side_panel_stand_side_by_side(story: Open) -> None:
    async with story(WIDE) as told:
        first = told.rows[1]
        assert "Le sommet est annoncé" in first
        assert "This article" in first
        assert told.shows("Le sommet est annulé")
        assert told.shows("2024-03-03 unread")


async def test_at_80_columns_the_side_panel_folds_and_opens_on_demand(story: Open) -> None:
    async with story(MEDIUM) as told:
        assert not told.shows("This article")
        await told.press("e", "i")
        assert told.shows("2024-03-03")
        assert told.shows("as it is written")
        await told.press("escape")
        assert not told.shows("as it is written")
        assert told.app.reading.focused is told.app.reading.text


async def test_at_40_columns_the_list_folds_too_and_opens_on_demand(story: Open) -> None:
    async with story(NARROW) as told:
        assert not told.shows("Le sommet est annulé")
        await told.press("f2")
        assert told.shows("Le sommet est annulé")
        await told.press("down", "enter")
        assert told.opened == "annulation.txt"
        assert not told.shows("Le sommet est annoncé")


async def test_a_tiny_window_says_so_in_a_sentence(story: Open) -> None:
    async with story((20, 5)) as told:
        assert "too small" in " ".join(told.rows)
        await told.pilot.resize_terminal(80, 24)
        await told.settle()
        assert told.shows("Le sommet est annoncé")


async def test_going_from_mention_to_mention_tells_what_each_one_is(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e")
        assert told.selected == "3 mars 2024"
        assert told.shows("2024-03-03")
        await told.press("e")
        assert told.selected == "Anna Kovacs"
        assert told.shows("Person")
        assert told.shows("1 in Le sommet est annulé")
        await told.press("E")
        assert told.selected == "3 mars 2024"


async def test_the_side_panel_leads_to_the_other_mentions_and_backspace_returns(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e", "i", "enter")
        assert told.opened == "annulation.txt"
        assert told.selected == "Anna Kovacs"
        await told.press("backspace")
        assert told.opened == "annonce.txt"
        assert told.selected == "Anna Kovacs"


async def test_the_way_through_the_articles_follows_their_dates(story: Open) -> None:
    async with story() as told:
        await told.press("J")
        assert told.opened == "annulation.txt"
        await told.press("J")
        assert told.shows("That was the last article.")
        await told.press("K")
        assert told.opened == "annonce.txt"


async def test_reading_is_noted_by_itself_and_done_by_a_key_alone(story: Open) -> None:
    async with story(WIDE) as told:
        assert told.shows("2024-03-03 unread")
        await told.press("down")
        assert told.shows("2024-03-03 in progress")
        await told.press("G")
        assert told.shows("2024-03-03 read to end")
        assert told.shows("◕ Le sommet")
        assert told.shows("Read to the end. d says that you are done with it.")
        await told.press("g", "u")
        assert told.shows("2024-03-03 read to end")
        assert [
            a.progress.value for a in told.app.session.export_data(frozenset({Part.ARTICLES})).articles
        ] == [
            "in progress",
            "unread",
        ]
        await told.press("d")
        assert told.shows("2024-03-03 done")
        await told.press("u")
        assert told.shows("2024-03-03 read to end")
        await told.press(">")
        assert told.opened == "annulation.txt"
        await told.press("d")
        assert told.shows("2024-03-09 done")
        await told.press("d")
        assert told.shows("2024-03-09 in progress")


async def test_the_place_is_kept_across_a_restart(story: Open) -> None:
    async with story() as told:
        await told.press("e", "e", "J", "K", "J")
    async with story() as told:
        await told.press("K")
        assert told.opened == "annonce.txt"
        reading = told.app.reading
        assert reading.desk.opened().text[reading.text.point :].startswith("Anna Kovacs")


async def test_the_reference_date_can_be_corrected(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("W")
        await told.type("hier")
        await told.press("enter")
        assert told.shows("Write it as 2025-10-16.")
        await told.press(*["backspace"] * 4)
        await told.type("2024-04-01")
        await told.press("enter")
        assert told.shows("2024-04-01, set by you")
        await told.press("u")
        assert told.shows("2024-03-03, from its")


async def test_the_text_can_be_given_more_room(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("minus")
        assert told.shows("Lines of 72 cells")


async def test_a_large_folder_opens_at_once_and_is_put_in_order_behind(story: Open) -> None:
    texts = {
        f"n{number:03}": f"Titre {number}\n\nLe {number % 28 + 1} mars 2024, il pleut."
        for number in range(60)
    }
    async with story(WIDE, **texts) as told:
        assert told.opened == "n000.txt"
        assert len(told.app.reading.shelf.order) == 60
        dates = [told.app.session.summary(id).reference for id in told.app.reading.shelf.order]
        days = [date.date for date in dates if date]
        assert days == sorted(days)
        await told.press("f2", "G", "enter")
        assert told.opened == told.app.reading.shelf.order[-1]


async def test_an_article_of_another_language_says_that_only_iso_dates_are_marked(story: Open) -> None:
    german = (
        "Der Minister hat erklärt, dass die Regierung nicht auf die Wahl wartet und mit der Partei redet.\n"
    )
    async with story(WIDE, deutsch=f"{german * 3}", annonce=SUMMIT) as told:
        listed = " ".join(" ".join(row[:27].split()) for row in told.rows)
        assert "German: only ISO dates are marked" in listed
        assert listed.count("only ISO") == 1
        while told.opened != "deutsch.txt":
            await told.press("J")
        beside = " ".join(row[88:].strip() for row in told.rows)
        assert "German · " in beside
        assert "only dates in ISO form, as 2024-03-01, are marked in it" in beside
