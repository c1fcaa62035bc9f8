"""Another window works on the same annotations meanwhile: lists follow, and what is gone is said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations import writer
from reader.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tui.conftest import Open, Story

LINKED = ("e", "L", "J", "e", "L", "u", "enter")


def other_window(told: Story) -> Session:
    """The same articles and annotations, opened once more."""
    return Session.open([told.articles], store=told.app.session.store_folder, annotator="ana")


async def news(told: Story) -> None:
    """Wait until the app has heard of what the other window wrote."""
    session = told.app.session
    before = session.snapshot()
    while session.snapshot() == before:
        await told.pilot.pause(0.01)
    await told.settle()


async def test_a_new_name_is_told_of_the_work_that_it_does_not_see(story: Open, tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations" / "bea.journal.jsonl").write_text("{}\n", encoding="utf-8")
    async with story() as told:
        assert told.shows("Here as ana. This store also has the work of bea: --as bea")
        await told.press("e", "a")
        assert not told.shows("bea")
    async with story() as told:
        assert not told.shows("bea")


async def test_choosing_a_link_that_is_gone_says_so_and_the_list_lets_it_go(story: Open) -> None:
    async with story() as told:
        await told.press(*LINKED, "f5")
        [link] = told.app.session.links()
        told.app.session.delete_link(link.id)
        await told.press("enter")
        assert told.shows("That link is not there any more.")
        assert told.shows("No links yet.")


async def test_choosing_a_passage_that_is_gone_from_the_side_panel_says_so(story: Open) -> None:
    async with story((120, 40)) as told:
        await told.press("e", "t")
        await told.type("jour")
        await told.press("enter", "i")
        [annotation] = told.app.session.all_annotations()
        rows = told.app.reading.here.rows
        told.app.session.delete([annotation.id])
        told.app.reading.here.show(rows, anew=True)
        told.app.reading.here.choose()
        await told.settle()
        assert told.shows("That passage is not annotated any more.")


async def test_a_list_follows_what_another_window_does(story: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "POLL_SECONDS", 0.02)
    async with story() as told:
        await told.press(*LINKED, "f5")
        assert told.shows("→ updates")
        other = other_window(told)
        other.edit_link(other.links()[0].id, relation="contradicts")
        other.close()
        await news(told)
        assert told.shows("→ contradicts")
        assert not told.shows("→ updates")
