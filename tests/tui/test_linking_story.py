"""Links across articles: made, followed, changed, suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.conftest import SIZES, SMALL_SIZES, WIDE

if TYPE_CHECKING:
    from tests.tui.conftest import Open


@SIZES
async def test_a_link_across_articles_costs_four_keys_besides_moving(
    story: Open, size: tuple[int, int]
) -> None:
    async with story(size) as told:
        await told.press("e", "L")
        assert told.shows("linking from «3 mars")
        await told.press("J", "e")
        assert told.shows("linking from «3 mars")
        await told.press("L", "u", "enter")
        [link] = told.links()
        assert link["relation"] == "updates"
        source, target = link["source"], link["target"]
        assert isinstance(source, dict)
        assert isinstance(target, dict)
        assert (source["article"], source["quote"]) == ("annonce.txt", "3 mars 2024")
        assert (target["article"], target["quote"]) == ("annulation.txt", "9 mars 2024")
        assert not told.shows("linking from")


async def test_the_chooser_turns_round_takes_a_note_and_an_own_relation(story: Open) -> None:
    async with story() as told:
        await told.press("e", "L", "J", "e", "L", "t", "o")
        await told.type("répond à")
        await told.press("escape", "n")
        await told.type("voir")
        await told.press("enter")
        [link] = told.links()
        assert (link["relation"], link["note"]) == ("répond à", "voir")
        assert isinstance(link["source"], dict)
        assert link["source"]["article"] == "annulation.txt"


async def test_both_ends_show_the_link_and_the_panel_peeks_at_the_other(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "L", "J", "e", "L", "u", "enter")
        assert told.shows("← updated by")
        assert any("⇄" in row[24:40] for row in told.rows)
        assert any("mars" in row[88:] for row in told.rows)
        await told.press("K")
        assert any("⇄" in row[24:40] for row in told.rows)
        await told.press("e")
        assert told.shows("→ updates")


@SMALL_SIZES
async def test_enter_follows_and_backspace_returns_to_the_exact_place(
    story: Open, size: tuple[int, int]
) -> None:
    async with story(size) as told:
        await told.press("e", "L", "J", "e", "L", "u", "enter", "K", "e")
        await told.press("enter")
        assert (told.opened, told.selected) == ("annulation.txt", "9 mars 2024")
        await told.press("backspace")
        assert (told.opened, told.selected) == ("annonce.txt", "3 mars 2024")
        await told.press("e", "enter")
        assert told.shows("No link stands here.")


async def test_where_several_links_begin_enter_asks_which(story: Open) -> None:
    async with story() as told:
        await told.press(
            "e", "L", "J", "e", "L", "u", "enter", "K", "e", "L", "J", "e", "e", "L", "s", "enter"
        )
        await told.press("K", "e", "enter")
        assert told.shows("Follow which link?")
        await told.press("2")
        assert told.opened == "annulation.txt"


@SMALL_SIZES
async def test_the_list_of_links_filters_jumps_and_changes(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "L", "J", "e", "L", "u", "enter", "f5")
        assert told.shows("→ updates")
        assert told.shows("Le sommet")
        assert not told.shows("annulation.txt")
        await told.press("slash")
        await told.type("xyz")
        assert told.shows("No row has these words.")
        await told.press("escape", "r", "c", "enter")
        assert told.links()[0]["relation"] == "contradicts"
        await told.press("v")
        source = told.links()[0]["source"]
        assert isinstance(source, dict)
        assert source["article"] == "annulation.txt"
        await told.press("c")
        await told.type("selon l'agence")
        await told.press("ctrl+s")
        assert told.links()[0]["note"] == "selon l'agence"
        await told.press("enter")
        assert (told.opened, told.selected) == ("annonce.txt", "3 mars 2024")
        await told.press("f5", "D", "escape")
        assert told.links() == []
        await told.press("u")
        assert len(told.links()) == 1


@SMALL_SIZES
async def test_suggested_links_say_what_they_rest_on(story: Open, size: tuple[int, int]) -> None:
    async with story(size) as told:
        await told.press("e", "e", "s", "s", "p")
        assert told.shows("Belongs with")
        assert told.shows("Anna Kovacs")
        await told.press("L", "b", "enter")
        assert told.links()[0]["relation"] == "background"


async def test_a_link_with_itself_is_refused_in_words(story: Open) -> None:
    async with story() as told:
        await told.press("e", "L", "L")
        assert told.shows("This is where the link begins.")
        await told.press("escape", "escape")
        assert not told.shows("linking from")


async def test_shared_words_stand_with_the_accents_they_have_in_the_text(story: Open) -> None:
    told_so = "La trêve fragile est enterrée à jamais, dit l’émissaire."
    texts = {"un": f"Titre\n\n{told_so}\n", "deux": f"Autre\n\nOn l’a dit : {told_so}\n"}
    async with story(WIDE, **texts) as told:
        await told.press("down", "down", "p")
        [both] = [row for row in told.rows if "both: " in row][:1]
        assert "trêve" in both
        assert "treve" not in both


async def test_enter_follows_the_link_just_made_from_the_white_space_before_its_passage(story: Open) -> None:
    texts = {"a": " Anna Kovacs est venue. Puis rien.\n", "b": "Rien de plus ici. Fin.\n"}
    async with story(**texts) as told:
        await told.press("J", "L", "K", "g", "L", "s", "enter")
        assert told.shows("Linked: same event as. enter follows it")
        [link] = told.links()
        opened = told.opened
        assert told.selected == ""
        assert told.app.reading.text.point == 0
        await told.press("enter")
        assert told.opened != opened
        assert told.selected in (link["source"]["quote"], link["target"]["quote"])  # type: ignore[index]


async def test_enter_finds_the_next_linked_passage_of_the_sentence_and_none_of_the_next_one(
    story: Open,
) -> None:
    texts = {"a": " Hier, Anna Kovacs est venue. Vienne se tait.\n", "b": "Pál Orbán est là.\n"}
    async with story(**texts) as told:
        await told.press("e", "L", "J", "e", "L", "u", "enter", "K", "escape", "escape", "g")
        assert told.selected == ""
        opened = told.opened
        await told.press("enter")
        assert told.opened != opened
        await told.press("backspace", "G", "enter")
        assert told.shows("No link stands here.")


async def test_the_undo_of_a_link_is_said_in_plain_words(story: Open) -> None:
    async with story((120, 40)) as told:
        await told.press("e", "L", "J", "e", "L", "s", "enter", "u")
        assert told.shows("same event as")
        assert not told.shows("same-event")


async def test_the_note_of_a_link_that_is_being_written_is_kept_once_as_the_app_ends(story: Open) -> None:
    async with story() as told:
        await told.press("e", "L", "J", "e", "L", "u", "enter", "f5", "c")
        await told.type("demi")
        told.app.save_all()
        told.app.save_all()
        assert told.links()[0]["note"] == "demi"
        await told.press("escape", "escape", "escape", "u")
        assert told.links()[0]["note"] == ""
