"""Who is who: shown in the side panel, and put right in the list of entities, for the whole folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model import Claim, ClaimStatus, EntityLabel
from tests.tui import conftest
from tests.tui.conftest import MEDIUM, NARROW, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Article
    from tests.tui.conftest import Open, Story


@pytest.fixture(autouse=True)
def short_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that also use a surname alone."""
    names = {
        "Anna Kovacs": (EntityLabel.PER, "Anna Kovacs"),
        "Kovács": (EntityLabel.PER, "Kovács"),
        "Vienne": (EntityLabel.LOC, "Vienne"),
        "Hofburg": (EntityLabel.ORG, "Hofburg"),
    }
    monkeypatch.setattr(conftest, "NAMES", names)


TEXTS = {
    "un": "Le 3 mars 2024, Anna Kovacs est à Vienne.\nLa Hofburg se tait.",
    "deux": "Le 9 mars 2024, Kovács quitte Vienne.",
}


def names(told: Story) -> dict[str, int]:
    return {one.name: one.count for one in told.app.session.identities()}


async def test_the_side_panel_lists_the_mentions_of_one_identity_under_any_name(story: Open) -> None:
    async with story(WIDE, **TEXTS) as told:
        await told.press("e", "e")
        assert told.selected == "Anna Kovacs"
        assert told.shows("also Kovács")
        assert told.shows("1 in Le 9 mars 2024")
        await told.press("J", "e", "e")
        assert told.selected == "Kovács"
        assert told.shows("here as «Kovács»")
        assert told.shows("1 in Le 3 mars 2024")


async def test_two_names_are_merged_under_a_chosen_name_and_one_undo_parts_them(story: Open) -> None:
    async with story(MEDIUM, **TEXTS) as told:
        await told.press("f3", "/")
        await told.type("hofburg")
        await told.press("enter", "m")
        assert told.shows("«Hofburg» is the same")
        await told.press("/", "escape", "g", "/")
        await told.type("vienne")
        await told.press("enter", "m")
        assert told.shows("«Hofburg» and «Vienne» are one")
        await told.press(*["backspace"] * 6)
        await told.type("Autriche")
        await told.press("enter")
        assert told.shows("merge 2 names into “Autriche”")
        assert names(told) == {"Autriche": 3, "Anna Kovacs": 2}
        await told.press("/", "escape", "u")
        assert told.shows("Undone: merge 2 names into “Autriche”")
        assert names(told) == {"Anna Kovacs": 2, "Vienne": 2, "Hofburg": 1}
        await told.press("ctrl+r")
        assert told.shows("Autriche  place  also Vienne, Hofburg")


async def test_a_merged_identity_shows_at_once_in_the_text_and_after_a_restart(story: Open) -> None:
    async with story(WIDE, **TEXTS) as told:
        session = told.app.session
        session.merge(session.identity("Hofburg"), session.identity("Vienne"))
        await told.press("e", "e", "e", "e")
        assert told.selected == "Hofburg"
        assert told.shows("here as «Hofburg»")
    async with story(WIDE) as told:
        assert names(told)["Vienne"] == 3


async def test_a_name_is_split_off_again(story: Open) -> None:
    async with story(MEDIUM, **TEXTS) as told:
        await told.press("f3", "s")
        assert told.shows("Which name is not «Anna Kovacs»?")
        await told.press("2")
        assert told.shows("split “Kovács” from “Anna Kovacs”")
        assert names(told) == {"Vienne": 2, "Anna Kovacs": 1, "Hofburg": 1, "Kovács": 1}
        await told.press("s")
        assert told.shows("has only one name")


async def test_an_identity_is_renamed_and_relabelled_in_every_article(story: Open) -> None:
    async with story(MEDIUM, **TEXTS) as told:
        await told.press("f3", "n", *["backspace"] * 11)
        await told.type("A. K.")
        await told.press("enter")
        assert told.shows("A. K.  person  also Anna Kovacs, Kovács")
        await told.press("r", "o")
        assert told.shows("A. K.  organisation")
        await told.press("escape")
        assert {m.tag for _, m in told.app.session.known_mentions() if "Kov" in m.text} == {"ORG"}
        await told.press("u", "u")
        assert {m.tag for _, m in told.app.session.known_mentions() if "Kov" in m.text} == {"PER"}
        assert "Anna Kovacs" in names(told)


async def test_an_identity_is_dropped_from_every_article_after_a_question(story: Open) -> None:
    async with story(MEDIUM, **TEXTS) as told:
        await told.press("e", "e", "a", "f3", "x")
        assert told.shows("«Anna Kovacs» stands 2 times.")
        assert told.shows("The 1 mention you kept stay.")
        await told.press("n")
        assert names(told)["Anna Kovacs"] == 2
        await told.press("x", "y")
        assert names(told) == {"Vienne": 2, "Anna Kovacs": 1, "Hofburg": 1}
        await told.press("u")
        assert names(told)["Anna Kovacs"] == 2


async def test_a_large_folder_is_gone_through_in_a_worker(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.listing.MANY", 1)
    async with story(MEDIUM, **TEXTS) as told:
        await told.press("f3")
        assert told.shows("Anna Kovacs  person")
        await told.press("enter", "down", "down", "enter")
        assert told.selected == "Kovács"
        for key, words in (("f4", "3 March 2024"), ("f5", "No links yet"), ("escape", "Kovács")):
            await told.press(key)
            assert told.shows(words), key
        await told.press("f")
        assert told.shows("All articles  2")


async def test_what_was_dropped_is_listed_last_and_taken_back_days_later(story: Open) -> None:
    async with story(WIDE, **TEXTS) as told:
        await told.press("e", "x", "f3", "/")
        await told.type("hofburg")
        await told.press("enter", "x", "y")
        assert names(told) == {"Anna Kovacs": 2, "Vienne": 2}
    async with story(WIDE) as told:
        await told.press("f3", "G")
        assert told.shows("▸ Dropped  enter shows, x takes back")
        assert not told.shows("Hofburg")
        await told.press("m")
        assert told.shows("This was dropped. x on it takes that back.")
        await told.press("enter", "down")
        assert told.shows("Hofburg  organisation")
        assert told.shows("3 mars 2024  date")
        await told.press("x")
        assert told.shows("propose “Hofburg” again. u takes it back.")
        assert names(told) == {"Anna Kovacs": 2, "Vienne": 2, "Hofburg": 1}
        await told.press("G", "enter")
        assert told.selected == "3 mars 2024"
        await told.press("f3", "G", "enter", "G", "x", "escape")
        assert told.app.session.decisions() == ()


class Claims:
    """What « says » in these articles."""

    name, version = "claims", "1"

    def __call__(self, article: Article, entities: object = ()) -> Iterator[Claim]:  # noqa: ARG002
        for words, status, source in (
            ("Vienne", ClaimStatus.QUOTE, "Kovács"),
            ("mars", ClaimStatus.HEDGE, None),
        ):
            for span in conftest.places(article.text, words):
                yield Claim(span, words, status, source, recogniser=self.name)


@pytest.fixture
def claims(monkeypatch: pytest.MonkeyPatch, small_recogniser: None) -> None:  # noqa: ARG001
    from reader.recognition import registry

    monkeypatch.setattr(registry, "claim_recogniser", Claims)


@pytest.mark.usefixtures("claims")
async def test_claims_are_listed_filtered_and_gone_to(story: Open) -> None:
    async with story(WIDE, **TEXTS) as told:
        await told.press("f8")
        assert told.shows("Claims  4")
        assert told.shows("quote       Anna Kovacs")
        await told.press("s")
        assert told.shows("2  Anna Kovacs  2")
        await told.press("2")
        assert told.shows("Claims  by Anna Kovacs  2")
        await told.press("s", "a", "t", "1")
        assert told.shows("Claims  quote  2")
        await told.press("G", "enter")
        assert told.selected == "Vienne"


@pytest.mark.usefixtures("claims")
async def test_a_narrow_window_shows_the_words_of_each_claim(story: Open) -> None:
    async with story(NARROW, **TEXTS) as told:
        await told.press("f8")
        assert told.shows("Vienne")
        assert told.shows("quote       Anna Kovacs")


@pytest.mark.usefixtures("claims")
async def test_claims_are_kept_dropped_and_put_right_in_their_list(story: Open) -> None:
    async with story(WIDE, **TEXTS) as told:
        await told.press("f8", "t", "1", "a", "x")
        assert [row["tags"] for row in told.annotations()] == [["quote"]]
        assert told.shows("Dropped. u takes it back.")
        await told.press("u", "r", *["backspace"] * 6)
        await told.type("Anna Kovacs, elle")
        await told.press("enter")
        sources = {m.source for _, m in told.app.session.known_mentions() if isinstance(m, Claim)}
        assert "Anna Kovacs, elle" in sources
        await told.press("u")
        assert told.shows("Undone: source of “Vienne”")


@pytest.mark.usefixtures("claims")
async def test_the_source_of_a_claim_is_corrected_in_the_text(story: Open) -> None:
    async with story(WIDE, un="On est en mars.") as told:
        await told.press("e")
        assert told.shows("Claim: hedge")
        assert told.shows("the writer is not sure")
        assert told.shows("source not named")
        await told.press("r")
        assert told.shows("Who says «mars»?")
        await told.type("Météo")
        await told.press("enter")
        assert told.shows("Météo")
        await told.press("a", "u", "u")
        assert told.app.session.decisions() == ()
