"""Going from article to article, and what is known of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import Progress
from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


async def _to_neighbour(reading: ReadingScreen, step: int) -> None:
    order = reading.shelf.order
    index = 0 if reading.desk.article is None else order.index(reading.desk.article.id) + step
    if not 0 <= index < len(order):
        raise UsageError("That was the last article." if step > 0 else "This is the first article.")
    await reading.open_article(order[index])


async def following(reading: ReadingScreen) -> None:
    await _to_neighbour(reading, 1)


async def previous(reading: ReadingScreen) -> None:
    await _to_neighbour(reading, -1)


async def next_unread(reading: ReadingScreen) -> None:
    """The next article not begun, from here round the end."""
    order = reading.shelf.order
    here = order.index(reading.desk.article.id) if reading.desk.article else -1
    round_the_end = (*order[here + 1 :], *order[: here + 1])
    found = next((id for id in round_the_end if reading.session.record(id).progress is Progress.UNREAD), None)
    if found is None:
        raise UsageError("No article is unread any more.")
    await reading.open_article(found)


def done(reading: ReadingScreen) -> None:
    """Mark the article as done, or as not done after all."""
    article = reading.desk.opened()
    is_done = reading.session.record(article.id).progress is Progress.DONE
    reading.session.set_progress(article.id, Progress.IN_PROGRESS if is_done else Progress.DONE)
    reading.say("In progress again." if is_done else "Done. > opens the next unread article.")


async def reference(reading: ReadingScreen) -> None:
    """Say which day the article speaks from; its dates are reckoned anew."""
    from reader.tui.screens.line_prompt import LinePrompt
    from reader.tui.wording import iso_day

    article = reading.desk.opened()
    now = article.reference.date if article.reference else ""
    answer = await reading.ask(
        LinePrompt(
            "The day this article speaks from",
            now,
            "YYYY-MM-DD, or nothing: its own day",
            check=iso_day,
            selected=True,
        )
    )
    if answer is not None and answer != now:
        reading.session.set_reference(article.id, answer or None)


COMMANDS = (
    Command(
        "article.next",
        "Next article",
        "Open the next article of the list.",
        ("J",),
        Place.READING,
        Group.ARTICLES,
        following,
    ),
    Command(
        "article.previous",
        "Article before",
        "Open the article before in the list.",
        ("K",),
        Place.READING,
        Group.ARTICLES,
        previous,
    ),
    Command(
        "article.next_unread",
        "Next unread article",
        "Open the next article not begun.",
        (">",),
        Place.READING,
        Group.ARTICLES,
        next_unread,
    ),
    Command(
        "article.done",
        "Done with this article",
        "Mark the article as done; once more takes it back.",
        ("d",),
        Place.READING,
        Group.ARTICLES,
        done,
    ),
    Command(
        "article.reference",
        "Correct the reference date",
        "Say which day the article speaks from; all its dates follow.",
        ("W",),
        Place.READING,
        Group.ARTICLES,
        reference,
    ),
)
