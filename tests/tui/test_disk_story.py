"""Articles that change, move and vanish while they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.articles import CANCELLED, SUMMIT, span_of
from tests.tui.conftest import MEDIUM, NARROW, WIDE

if TYPE_CHECKING:
    from tests.tui.conftest import Open, Story

FIRST, SECOND = "annonce.txt", "annulation.txt"
ACCEPTED = "Pál Orbán aurait accepté l’invitation"
LONG = SUMMIT + "\n" + "\n".join(f"Paragraphe {n} : rien de neuf sous le soleil." for n in range(60))
MORE = "\n".join(f"Ligne ajoutée en tête, la {n}e." for n in range(12)) + "\n"


async def tag(told: Story, words: str, name: str = "rumeur") -> None:
    """Select words and tag them."""
    text = told.app.reading.desk.opened().text
    told.app.reading.text.select(span_of(text, words))
    await told.press("t")
    await told.type(name)
    await told.press("enter", "escape")


async def test_a_change_is_taken_up_in_place_and_said(story: Open) -> None:
    async with story(WIDE) as told:
        await tag(told, ACCEPTED)
        told.write(FIRST, SUMMIT.replace("Selon l’Agence", "Mis à jour. Selon l’Agence"))
        await told.look()
        assert told.shows("Mis à jour.")
        assert "This article changed on the disk: 1 passage found again." in " ".join(told.rows)
        (row,) = told.annotations()
        assert (row["quote"], row["anchor"]) == (ACCEPTED, "moved")


async def test_what_is_sure_is_written_down_at_the_look_after_the_change(story: Open) -> None:
    async with story(MEDIUM) as told:
        await tag(told, ACCEPTED)
        (before,) = told.annotations()
        told.write(FIRST, "Mis à jour.\n" + SUMMIT)
        await told.look()
        session = told.app.session
        await told.look()
        assert session.stored(str(before["id"])).article_sha256 == session.article(FIRST).sha256
        await told.press("u", "u")
        assert told.annotations() == []


async def test_the_cursor_and_the_top_row_stay_with_their_words(story: Open) -> None:
    async with story(MEDIUM, annonce=LONG) as told:
        text = told.app.reading.text
        text.move_to(LONG.index("Paragraphe 40"))
        await told.settle()
        top, row = text.page.text[text.sight.span.start :][:30], text.cell_of(text.point)
        told.write(FIRST, MORE + LONG)
        await told.look()
        assert text.page.text[text.point :].startswith("Paragraphe 40")
        assert (text.page.text[text.sight.span.start :][:30], text.cell_of(text.point)) == (top, row)


async def test_the_selection_stays_on_its_words(story: Open) -> None:
    async with story(MEDIUM) as told:
        await told.press("e")
        assert told.selected == "3 mars 2024"
        told.write(FIRST, MORE + SUMMIT)
        await told.look()
        assert told.selected == "3 mars 2024"


async def test_a_begun_link_and_the_way_back_keep_to_their_words(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "L", "J")
        told.write(FIRST, MORE + SUMMIT)
        await told.look()
        await told.press("e", "e", "L", "u", "enter")
        (link,) = told.links()
        assert link["source"]["quote"] == "3 mars 2024"  # type: ignore[index]


async def test_what_was_looked_for_is_found_in_the_new_text(story: Open) -> None:
    async with story(MEDIUM) as told:
        await told.press("slash")
        await told.type("vienne")
        await told.press("enter")
        told.write(FIRST, SUMMIT + "\nÀ Vienne encore.")
        await told.look()
        assert "1/2" in told.status


async def test_a_doubtful_passage_shows_old_and_new_words_and_is_confirmed_with_a_key(story: Open) -> None:
    async with story(WIDE) as told:
        await tag(told, f"Selon l’Agence du Danube, {ACCEPTED}")
        told.write(FIRST, SUMMIT.replace("Pál Orbán aurait accepté", "le président pourrait décliner"))
        await told.look()
        assert told.shows("1 doubtful (! lists them)")
        await told.press("m")
        panel = " ".join(row[80:] for row in told.rows)
        assert "perhaps not here" in panel
        assert "marked:" in panel
        assert "now:" in panel
        await told.press("C")
        assert "confirmed" in told.status or "stands on" in told.status
        (row,) = told.annotations()
        assert row["anchor"] == "exact"
        assert "décliner" in str(row["quote"])
        await told.press("u")
        (row,) = told.annotations()
        assert row["anchor"] == "doubtful"


async def test_a_lost_passage_is_listed_and_stands_again_on_a_selection(story: Open) -> None:
    async with story(WIDE) as told:
        await tag(told, ACCEPTED)
        told.write(FIRST, SUMMIT.split("\nSelon")[0])
        await told.look()
        assert told.shows("1 lost (! lists them)")
        await told.press("exclamation_mark")
        assert told.shows("Lost and doubtful passages")
        assert told.shows("✗ «Pál Orbán aurait accepté l’invitation»")
        await told.press("enter")
        assert told.shows("new borders: select, then B")
        await told.press("g", "e", "e", "B")
        (row,) = told.annotations()
        assert (row["quote"], row["tags"], row["anchor"]) == ("Anna Kovacs", ["rumeur"], "exact")
        await told.press("exclamation_mark")
        assert told.shows("Every passage stands where it was marked.")


async def test_b_on_a_selection_asks_which_lost_passage_it_is(story: Open) -> None:
    async with story(MEDIUM) as told:
        await tag(told, ACCEPTED)
        told.write(FIRST, SUMMIT.split("\nSelon")[0])
        await told.look()
        await told.press("g", "e", "B")
        assert told.shows("Which lost passage is this?")
        await told.press("enter")
        (row,) = told.annotations()
        assert row["quote"] == "3 mars 2024"


async def test_a_lost_passage_is_deleted_by_hand_alone(story: Open) -> None:
    async with story(MEDIUM) as told:
        await tag(told, ACCEPTED)
        told.write(FIRST, SUMMIT.split("\nSelon")[0])
        await told.look()
        await told.look()
        assert len(told.annotations()) == 1
        await told.press("exclamation_mark", "D")
        assert told.annotations() == []
        await told.press("escape", "u")
        assert len(told.annotations()) == 1


async def test_a_doubtful_passage_is_confirmed_in_the_list(story: Open) -> None:
    async with story(NARROW) as told:
        await tag(told, f"Selon l’Agence du Danube, {ACCEPTED}")
        told.write(FIRST, SUMMIT.replace("Pál Orbán aurait accepté", "le président pourrait décliner"))
        await told.look()
        await told.press("exclamation_mark", "C")
        (row,) = told.annotations()
        assert row["anchor"] == "exact"


async def test_new_and_deleted_articles_come_and_go_in_the_list(story: Open) -> None:
    async with story(WIDE) as told:
        told.write("neuf.txt", "Un troisième sommet\n\nLe 9 mars 2024, rien.")
        (told.articles / SECOND).unlink()
        await told.look()
        assert told.shows("Un troisième sommet")
        assert not told.shows("Le sommet est annulé")
        assert told.app.reading.shelf.order == (FIRST, "neuf.txt")
        await told.press("J")
        assert told.opened == "neuf.txt"


async def test_a_deleted_article_that_is_open_keeps_its_text_with_a_note(story: Open) -> None:
    async with story(WIDE) as told:
        (told.articles / FIRST).unlink()
        await told.look()
        assert told.shows("Anna Kovacs")
        assert "The file of this article is gone" in " ".join(told.rows)
        assert [*told.app.reading.shelf.order] == [FIRST, SECOND]
        await tag(told, "Anna Kovacs", "personne")
        assert [row["quote"] for row in told.annotations()] == ["Anna Kovacs"]
        await told.press("J")
        assert told.opened == SECOND
        assert [*told.app.reading.shelf.order] == [SECOND]
        told.write(FIRST, SUMMIT)
        await told.look()
        assert [*told.app.reading.shelf.order] == [FIRST, SECOND]


async def test_an_article_that_is_renamed_while_open_stays_open_with_its_annotations(story: Open) -> None:
    async with story(WIDE) as told:
        await tag(told, "Anna Kovacs", "personne")
        (told.articles / FIRST).rename(told.articles / "autre.txt")
        await told.look()
        assert "annonce.txt is now called autre.txt" in " ".join(told.rows)
        assert told.opened == "autre.txt"
        assert [(row["article"], row["quote"]) for row in told.annotations()] == [
            ("autre.txt", "Anna Kovacs")
        ]
        assert told.app.reading.shelf.order == ("autre.txt", SECOND)
        await told.press("u")
        assert told.annotations()[0]["article"] == FIRST


async def test_a_rename_while_reader_was_closed_is_followed_at_the_start(story: Open) -> None:
    async with story() as told:
        await tag(told, "Anna Kovacs", "personne")
        (told.articles / FIRST).rename(told.articles / "autre.txt")
    async with story(WIDE) as told:
        assert "annonce.txt is now called autre.txt" in " ".join(told.rows)
        assert [row["article"] for row in told.annotations()] == ["autre.txt"]


async def test_a_change_while_reader_was_closed_is_said_when_the_article_is_opened(story: Open) -> None:
    async with story() as told:
        await tag(told, "Anna Kovacs", "personne")
        told.write(FIRST, SUMMIT.replace("Anna", "la ministre Anna"))
    async with story(WIDE) as told:
        if told.opened != FIRST:
            await told.press("K")
        assert "This article changed since you marked it: 1 passage found again." in " ".join(told.rows)


async def test_the_watch_goes_on_by_itself(story: Open) -> None:
    async with story(MEDIUM) as told:
        told.write(SECOND, CANCELLED + "\nUne phrase de plus.")
        while not told.shows("annulation.txt: changed."):
            await told.pilot.pause(0.05)
