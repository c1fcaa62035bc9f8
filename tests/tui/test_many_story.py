"""Many mentions kept or dropped in one go, with a count, a question and one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.conftest import MEDIUM, NARROW, WIDE

if TYPE_CHECKING:
    from tests.tui.conftest import Open


async def test_everything_in_the_article_is_kept_after_a_question_and_undone_at_once(story: Open) -> None:
    async with story(MEDIUM) as told:
        await told.press("A")
        assert told.shows("this article: 5 mentions")
        await told.press("t")
        assert told.shows("5 mentions: this article")
        await told.press("n")
        assert told.annotations() == []
        await told.press("A", "t", "y")
        assert told.shows("Kept 5 mentions. u takes it back.")
        assert len(told.annotations()) == 5
        assert {row["origin"] for row in told.annotations()} == {"names", "dates"}
        await told.press("u")
        assert told.annotations() == []


async def test_only_what_is_on_the_screen_is_kept(story: Open) -> None:
    lines = "\n".join(f"Ligne {number}." for number in range(60))
    async with story(NARROW, un=f"Anna Kovacs parle.\n{lines}\nVienne attend.") as told:
        await told.press("A")
        assert told.shows("on the screen: 1 mention")
        await told.press("v", "y")
        assert [row["quote"] for row in told.annotations()] == ["Anna Kovacs"]


async def test_a_name_is_kept_here_or_everywhere(story: Open) -> None:
    async with story(WIDE) as told:
        await told.press("e", "e", "A")
        assert told.shows("«Anna Kovacs» here: 1 mention")
        assert told.shows("«Anna Kovacs» everywhere: 2 mentions in 2 articles")
        await told.press("e", "y")
        assert [row["article"] for row in told.annotations()] == ["annonce.txt", "annulation.txt"]
        assert {str(row["quote"]) for row in told.annotations()} == {"Anna Kovacs"}
        await told.press("u")
        assert told.annotations() == []
        await told.press("A", "h", "y")
        assert [row["article"] for row in told.annotations()] == ["annonce.txt"]


async def test_a_name_is_dropped_here_or_everywhere(story: Open) -> None:
    async with story(WIDE) as told:
        session = told.app.session
        await told.press("e", "e", "ctrl+x", "h", "y")
        assert [id for id, m in session.known_mentions() if m.text == "Anna Kovacs"] == ["annulation.txt"]
        await told.press("u", "ctrl+x", "e")
        assert told.shows("and those of articles to come?")
        await told.press("y")
        assert [id for id, m in session.known_mentions() if m.text == "Anna Kovacs"] == []
        await told.press("u")
        assert len([id for id, m in session.known_mentions() if m.text == "Anna Kovacs"]) == 2


async def test_without_a_name_dropping_many_says_what_to_do(story: Open) -> None:
    async with story() as told:
        await told.press("ctrl+x")
        assert told.shows("No name stands here.")


async def test_what_is_kept_takes_no_quick_key(story: Open) -> None:
    async with story() as told:
        await told.press("A", "t", "y")
        assert {tag.favourite for tag in told.app.session.tags()} == {None}
        await told.press("e", "t")
        await told.type("rumeur")
        await told.press("enter")
        assert [tag.favourite for tag in told.app.session.tags() if tag.name == "rumeur"] == [1]
