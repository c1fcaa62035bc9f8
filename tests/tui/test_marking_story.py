"""Tagging, noting, deciding: what costs a key or two, and leaves in the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from reader.model import Claim, ClaimStatus, Span
from reader.recognition import registry
from tests.articles import SUMMIT
from tests.tui.conftest import SIZES, SMALL_SIZES, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from reader.model import Article, Entity
    from tests.tui.conftest import Open, Story


@SIZES
async def test_a_mention_is_tagged_with_a_new_tag(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "e", "t")
        assert told.shows("Tag «Anna Kovacs»")
        await told.type("sourc")
        assert told.shows("+ new tag sourc")
        await told.press("e", "enter")
        assert "saved" in told.status
        [row] = told.annotations()
        assert (row["quote"], row["tags"], row["origin"]) == ("Anna Kovacs", ["source"], "hand")
        assert row["start"] == SUMMIT.index("Anna Kovacs")


def text_rows(told: Story) -> list[str]:
    """The text of the middle pane, without margin and panels."""
    return [row[27:88].replace("▎", " ").rstrip() for row in told.rows[:-2]]


async def test_tagging_neither_shifts_the_text_nor_moves_the_place(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e")
        before, offset = text_rows(told), told.app.reading.text.scroll_offset
        await told.press("t")
        await told.type("source")
        await told.press("enter")
        assert text_rows(told) == before
        assert told.app.reading.text.scroll_offset == offset
        assert told.selected == "Anna Kovacs"


async def test_a_known_tag_is_completed_from_its_first_letters(story: Open) -> None:
    async with story() as told:
        await told.press("e", "t")
        await told.type("annonce")
        await told.press("enter", "e", "t")
        await told.type("an")
        assert told.shows("▌")
        await told.press("enter")
        assert [row["tags"] for row in told.annotations()] == [["annonce"], ["annonce"]]


async def test_letters_in_order_find_a_tag_but_a_new_one_is_not_swallowed(story: Open) -> None:
    async with story() as told:
        await told.press("e", "t")
        await told.type("annonce")
        await told.press("enter", "e", "t")
        await told.type("ane")
        await told.press("enter", "e", "t")
        await told.type("oce")
        await told.press("down", "enter")
        assert [row["tags"] for row in told.annotations()] == [["annonce"], ["ane"], ["annonce"]]


@SMALL_SIZES
async def test_several_tags_go_on_one_passage_and_come_off_again(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "t")
        await told.type("date, fait")
        await told.press("enter")
        assert told.annotations()[0]["tags"] == ["date", "fait"]
        await told.press("t", "tab", "enter")
        assert told.annotations()[0]["tags"] == ["fait"]
        await told.press("t", "backspace")
        await told.type("a voir, deux mots")
        await told.press("enter")
        assert told.annotations()[0]["tags"] == ["a voir", "deux mots"]


async def test_a_quick_tag_costs_two_keys_and_the_same_key_takes_it_off(story: Open) -> None:
    async with story() as told:
        await told.press("e", "1")
        assert told.shows("No tag has the key 1 yet.")
        await told.press("t")
        await told.type("date")
        await told.press("enter", "e", "1")
        assert [row["tags"] for row in told.annotations()] == [["date"], ["date"]]
        await told.press("1")
        assert [row["tags"] for row in told.annotations()] == [["date"], []]
        assert told.shows("Off: date. The annotation stays, without a tag; D deletes it.")


async def test_keys_typed_ahead_of_the_screen_act_in_their_order(story: Open) -> None:
    async with story() as told:
        await told.pilot.press("e", "t", "f", "a", "i", "t", "enter")
        await told.settle()
        assert [row["tags"] for row in told.annotations()] == [["fait"]]


async def test_nested_passages_are_told_apart_and_gone_round(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e", "t")
        await told.type("nom")
        await told.press("enter", "s", "s", "t")
        assert told.selected.startswith("Le 3 mars 2024, Anna Kovacs")
        await told.type("phrase")
        await told.press("enter", "escape", "right")
        assert told.shows("2 annotations, o goes round")
        await told.press("o")
        first = told.selected
        await told.press("o")
        assert {first, told.selected} == {"Anna Kovacs", told.app.reading.desk.annotations[0].quote}
        await told.press("o")
        assert told.selected == first
        assert any("▸" in row for row in told.rows)


async def test_the_chosen_one_of_two_nested_passages_gets_the_note(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e", "t")
        await told.type("nom")
        await told.press("enter", "s", "s", "t")
        await told.type("phrase")
        await told.press("enter", "m", "M", "c")
        await told.type("dehors")
        await told.press("ctrl+s")
        notes = {str(row["quote"]): str(row["note"]) for row in told.annotations()}
        assert notes["Anna Kovacs"] == ""
        assert sorted(notes.values()) == ["", "dehors"]


async def test_a_note_of_several_lines_is_kept_and_shown(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "c")
        await told.type("une")
        await told.press("enter")
        await told.type("deux")
        await told.press("ctrl+s")
        assert told.annotations()[0]["note"] == "une\ndeux"
        assert told.shows("✎ une")
        assert told.shows("✎ deux")


@SMALL_SIZES
async def test_a_note_is_not_lost_by_one_escape(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "c")
        await told.type("important")
        await told.press("escape")
        assert told.shows("esc again throws the changes away")
        await told.press("ctrl+s")
        assert told.annotations()[0]["note"] == "important"
        await told.press("c")
        await told.type(" x")
        await told.press("escape")
        await told.type("y")
        await told.press("escape")
        assert told.shows("esc again throws the changes away"), "what was typed since is not thrown away"
        await told.press("escape")
        assert told.annotations()[0]["note"] == "important"


async def test_a_note_that_another_window_wrote_meanwhile_stays(story: Open) -> None:
    async with story() as told:
        await told.press("e", "c")
        await told.type("mine")
        await told.press("ctrl+s", "c")
        await told.type(" too")
        (row,) = told.annotations()
        told.app.session.set_note(str(row["id"]), "theirs")
        await told.press("ctrl+s")
        assert told.annotations()[0]["note"] == "theirs\n\nmine too"
        assert told.shows("both stand now")


async def test_the_panel_begins_with_the_mention_that_is_selected(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "claim_recogniser", FirstLine)
    async with story(WIDE, un="Pál Orbán et Anna Kovacs parlent de Vienne.\n") as told:
        await told.press("e")
        assert told.selected == "Pál Orbán et Anna Kovacs parlent de Vienne."
        panel = [row[90:].strip() for row in told.rows]
        assert next(row for row in panel if row) == "Claim: quote"
        assert sum("a keep" in row for row in panel) == 1
        assert any("Anna Kovacs" in row for row in panel)


class FirstLine:
    """Finds one claim: the whole first line."""

    name, version = "claims", "1"

    def __call__(self, article: Article, entities: Iterable[Entity] = ()) -> Iterable[Claim]:  # noqa: ARG002
        end = article.text.index("\n")
        yield Claim(Span(0, end), article.text[:end], ClaimStatus.QUOTE, None, recogniser=self.name)


async def test_new_borders_keep_id_note_and_tags(story: Open) -> None:
    async with story() as told:
        await told.press("e", "e", "t")
        await told.type("nom")
        await told.press("enter", "c")
        await told.type("n")
        await told.press("ctrl+s")
        before = told.annotations()[0]
        await told.press("B")
        assert told.shows("new borders")
        await told.press("shift+left", "shift+left", "B")
        [after] = told.annotations()
        assert after["quote"] != before["quote"]
        for key in ("id", "note", "tags", "created"):
            assert after[key] == before[key]


@SMALL_SIZES
async def test_delete_is_one_undo_even_with_links(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "L", "J", "e", "L", "enter")
        before = told.export()
        await told.press("D")
        assert told.shows("This passage has 1 link.")
        await told.press("n")
        assert told.export() == before
        await told.press("D", "y")
        assert told.links() == []
        assert len(told.annotations()) == 1
        await told.press("u")
        assert told.export() == before


async def test_delete_spares_what_lies_inside_a_longer_selection(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e", "t", "x", "enter", "s", "s", "s")
        assert len(told.selected) > len("Anna Kovacs")
        before = told.export()
        await told.press("D")
        assert told.shows("The selection is not an annotation, though it touches 1 annotation.")
        assert told.export() == before
        await told.press("escape", "m", "D")
        assert told.annotations() == []


async def test_delete_takes_the_annotation_around_a_shorter_selection(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e", "s", "s", "s", "t", "x", "enter", "escape", "g", "e", "e", "D")
        assert told.annotations() == []


@SMALL_SIZES
async def test_accepting_goes_on_to_the_next_mention_by_itself(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "a")
        assert told.selected == "Anna Kovacs"
        await told.press("a", "x", "r", "m")
        quotes = {str(row["quote"]): (row["tags"], row["origin"]) for row in told.annotations()}
        assert quotes == {
            "3 mars 2024": (["DATE"], "dates"),
            "Anna Kovacs": (["PER"], "names"),
            "Agence du Danube": (["MISC"], "names"),
        }
        await told.press("a")
        assert told.shows("Every mention here is decided.")


async def test_a_rejected_mention_is_gone_and_undo_brings_it_back(story: Open) -> None:
    async with story() as told:
        await told.press("e", "x")
        assert len(told.app.reading.desk.suggestions) == 4
        await told.press("u")
        assert told.shows("Undone")
        assert len(told.app.reading.desk.suggestions) == 5


@SMALL_SIZES
async def test_every_occurrence_is_tagged_in_one_go_after_a_look(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "e", "T")
        assert told.shows("2 of 2 places in 2 articles")
        await told.press("enter")
        await told.type("anna")
        await told.press("enter")
        assert [row["article"] for row in told.annotations()] == ["annonce.txt", "annulation.txt"]
        await told.press("u")
        assert told.annotations() == []


async def test_undo_says_where_the_change_was_and_stays_here(story: Open) -> None:
    async with story() as told:
        await told.press("e", "a", "J", "e")
        await told.press("u")
        assert told.shows("(in «Le sommet est annoncé»)")
        assert told.opened == "annulation.txt"
        await told.press("ctrl+r")
        assert told.shows("Done again")
        assert len(told.annotations()) == 1


async def test_undo_works_after_a_restart(story: Open) -> None:
    async with story() as told:
        await told.press("e", "a")
    async with story() as told:
        await told.press("u")
        assert told.annotations() == []


async def test_kinds_of_mention_are_switched_off_and_on(story: Open) -> None:
    async with story() as told:
        await told.press("z", "d")
        assert len(told.app.reading.desk.suggestions) == 4
        await told.press("z")
        assert told.shows("dates: hidden")
        await told.press("d")
        assert len(told.app.reading.desk.suggestions) == 5


async def test_without_a_mention_the_sentence_is_tagged(story: Open) -> None:
    async with story() as told:
        await told.press("t")
        assert told.shows("Tag «Le sommet est annoncé»")


async def test_a_bad_tag_is_refused_in_the_prompt(story: Open) -> None:
    async with story() as told:
        await told.press("e", "t")
        await told.type("x" * 81)
        await told.press("enter")
        assert told.shows("longer than 80")
        await told.press("escape")
        assert told.annotations() == []


async def test_a_burst_of_keys_acts_like_the_same_keys_one_by_one(story: Open) -> None:
    burst = [
        "e",
        "t",
        *"rumeur",
        "enter",
        "e",
        "1",
        "e",
        "c",
        *"une note",
        "ctrl+s",
        "t",
        *"xa",
        "backspace",
        "enter",
    ]
    keys = ["space" if key == " " else key for key in burst]
    async with story(WIDE) as told:
        driver = told.app._driver  # noqa: SLF001 - keys as a terminal sends them: all at once
        assert driver is not None
        for key in keys:
            character = {"enter": "\r", "space": " ", "backspace": "\x7f", "ctrl+s": "\x13"}.get(key, key)
            driver.send_message(events.Key(key, character))
        for _ in range(20):
            await told.settle()
        rows = {str(row["quote"]): (row["tags"], row["note"]) for row in told.annotations()}
        assert rows == {
            "3 mars 2024": (["rumeur"], ""),
            "Anna Kovacs": (["rumeur"], ""),
            "Vienne": (["x"], "une note"),
        }
