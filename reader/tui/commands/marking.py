"""Tags, notes and borders of passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.text.display import safe_line
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Tag
    from reader.tui.places import Target
    from reader.tui.screens.reading import ReadingScreen


async def tag(reading: ReadingScreen) -> None:
    """Ask for tags and give exactly those to the passage."""
    await _ask_tags(reading, steps.target(reading))


async def retag(reading: ReadingScreen) -> None:
    """The same for the annotation at the cursor, whatever is selected."""
    annotation = steps.annotation_here(reading)
    steps.choose(reading, annotation, staying=True)
    await _ask_tags(reading, steps.target(reading))


async def _ask_tags(reading: ReadingScreen, target: Target) -> None:
    from reader.tui.screens.tag_prompt import TagPrompt

    session = reading.session
    has = target.annotation.tags if target.annotation else ()
    steps.take(reading, target.span)
    chosen = await reading.ask(TagPrompt(session.tags(), session.tag_counts(), target.quote, has))
    if chosen is None:
        return
    if target.annotation is not None:
        session.set_tags(target.annotation.id, chosen)
    elif chosen:
        session.tag(target.article.id, target.span, chosen)


def quick_tag(reading: ReadingScreen, number: int) -> None:
    """Give the passage the favourite tag of that number, or take it off."""
    favourite = _favourite(reading.session.tags(), number)
    target = steps.target(reading)
    has = target.annotation.tags if target.annotation else ()
    if target.annotation is not None and favourite.name in has:
        reading.session.set_tags(target.annotation.id, [name for name in has if name != favourite.name])
        bare = "" if len(has) > 1 else ". The annotation stays, without a tag; D deletes it."
        reading.say(f"Off: {safe_line(favourite.name)}{bare}")
    else:
        reading.session.tag(target.article.id, target.span, [favourite.name])
        reading.say(f"Tagged: {safe_line(favourite.name)}")


def _favourite(tags: Iterable[Tag], number: int) -> Tag:
    for found in tags:
        if found.favourite == number:
            return found
    raise UsageError(f"No tag has the key {number} yet. New tags take a free key; F6 changes them.")


async def tag_all(reading: ReadingScreen) -> None:
    """Show every occurrence of the passage's words in all articles; tag those that stay ticked."""
    from reader.search.concordance import occurrences
    from reader.session import Passage
    from reader.tui.screens.tag_all import TagAll
    from reader.tui.screens.tag_prompt import TagPrompt

    target, session = steps.target(reading), reading.session
    places = [
        (article, span)
        for article in reading.desk.readable_articles()
        for span in occurrences(article.text, target.quote)
    ]
    kept = await reading.ask(TagAll(target.quote, places))
    if not kept:
        return
    has = target.annotation.tags if target.annotation else ()
    tags = await reading.ask(TagPrompt(session.tags(), session.tag_counts(), target.quote, has, len(kept)))
    if tags:
        session.tag_all([Passage(article.id, span) for article, span in kept], tags)
        reading.say(f"Tagged {len(kept)} passages. u takes it back.")


async def note(reading: ReadingScreen) -> None:
    """Write a note on the passage."""
    from reader.tui.screens.note_prompt import NotePrompt

    target = steps.target(reading)
    steps.take(reading, target.span)
    old = target.annotation.note if target.annotation else ""

    def keep(written: str) -> None:
        if written == old:
            return
        now = steps.note_of(reading, target)
        if now not in (old, written):
            written = f"{now}\n\n{written}"
            reading.say("Another window wrote a note here meanwhile: both stand now, one below the other.")
        reading.session.annotate(target.article.id, target.span, written)

    written = await reading.ask(NotePrompt(target.quote, old, keep))
    if written is not None:
        keep(written)


async def delete(reading: ReadingScreen) -> None:
    """Delete the annotation here; one that has links says so first."""
    from reader.tui.screens.confirm import Confirm

    annotation = steps.annotation_here(reading)
    links = reading.session.links_of(annotation.id)
    if links:
        steps.choose(reading, annotation, staying=True)
        ends = "1 link" if len(links) == 1 else f"{len(links)} links"
        if not await reading.ask(
            Confirm(f"This passage has {ends}.", f"Delete it and {ends}? One undo brings all back.", "Delete")
        ):
            return
    change = reading.session.delete([annotation.id])
    if change is not None:
        reading.say(f"{safe_line(change.title)}. u takes it back.")


COMMANDS = (
    Command(
        "annotation.tag",
        "Tag",
        "Tag the selection, else the mention, else the sentence.",
        ("t",),
        Place.READING,
        Group.MARKING,
        tag,
        "tag",
    ),
    Command(
        "annotation.quick_tag",
        "Quick tag",
        "Give the passage the favourite tag of that number, or take it off.",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        Place.READING,
        Group.MARKING,
        quick_tag,
        numbered=True,
    ),
    Command(
        "annotation.retag",
        "Change tags",
        "Change the tags of the annotation here.",
        ("R",),
        Place.READING,
        Group.MARKING,
        retag,
    ),
    Command(
        "annotation.tag_all",
        "Tag every occurrence",
        "Find these words in all articles, choose among them, tag them in one go.",
        ("T",),
        Place.READING,
        Group.MARKING,
        tag_all,
    ),
    Command(
        "annotation.note",
        "Note",
        "Write a note on the passage.",
        ("c",),
        Place.READING,
        Group.MARKING,
        note,
        "note",
    ),
    Command(
        "annotation.delete",
        "Delete",
        "Delete the annotation here; undo brings it back.",
        ("delete", "D"),
        Place.READING,
        Group.MARKING,
        delete,
    ),
)
