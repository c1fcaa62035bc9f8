"""An article full of marks: a step costs the same as in a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.operations import suggestions
from tests.effort import effort
from tests.tui.conftest import WIDE

if TYPE_CHECKING:
    import pytest

    from reader.model import Mention
    from tests.tui.conftest import Open

FULL = {"plein": "Titre\n\n" + "Anna Kovacs est là. " * 2000}


async def test_painting_again_counts_no_marks(story: Open) -> None:
    async with story(WIDE, **FULL) as told:
        reading = told.app.reading
        await told.press("e")
        assert len(reading.desk.suggestions) == 2000
        assert effort(reading.paint) < 1500


async def test_going_on_to_the_next_find_or_mention_counts_no_marks(story: Open) -> None:
    async with story(WIDE, **FULL) as told:
        reading = told.app.reading
        await told.press("slash")
        await told.type("est")
        await told.press("enter")
        told.app.command("find.next").run(reading)
        assert effort(lambda: told.app.command("find.next").run(reading)) < 2000
        assert effort(lambda: told.app.command("mention.next").run(reading)) < 1500


async def test_keeping_a_mention_counts_no_marks(story: Open) -> None:
    async with story(WIDE, **FULL) as told:
        reading = told.app.reading
        await told.press("e", "a", "a")
        assert effort(lambda: told.app.command("suggestion.accept").run(reading)) < 6000
        await told.settle()
        assert len(told.annotations()) == 3


async def test_deciding_about_a_mention_makes_the_suggestions_anew_once(
    story: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Mention] = []
    really = suggestions.decision_id

    def decision_id(article: str, mention: Mention) -> str:
        asked.append(mention)
        return really(article, mention)

    async with story() as told:
        await told.press("e")
        monkeypatch.setattr(suggestions, "decision_id", decision_id)
        await told.press("a")
        assert len(asked) <= len(told.app.reading.desk.suggestions) + 1
