"""Putting annotations where they belong: other borders, a doubtful place confirmed, a lost one found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.text.display import safe_line
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from reader.model import Annotation
    from reader.tui.screens.reading import ReadingScreen


async def borders(reading: ReadingScreen) -> None:
    """Two presses: take the annotation here, then the selection as its new passage.

    On a selection where none stands, a passage that this article lost may be meant.
    """
    desk, selection = reading.desk, reading.text.selection
    if desk.moving is not None:
        _attach(reading, desk.moving)
    elif selection is not None and desk.standing.lost and desk.current_annotation(selection) is None:
        await _choose_lost(reading)
    else:
        annotation = steps.annotation_here(reading)
        steps.choose(reading, annotation)
        desk.moving = annotation.id
        reading.show_place()


async def _choose_lost(reading: ReadingScreen) -> None:
    """Ask which of the lost passages the selection is."""
    from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

    choices = [
        Choice(str(number), quoted(annotation.quote, 60), annotation.id)
        for number, annotation in enumerate(reading.desk.standing.lost, 1)
    ]
    answer = await reading.ask(ChoicePrompt("Which lost passage is this?", choices))
    if answer is not None:
        _attach(reading, answer)


def _attach(reading: ReadingScreen, id: str) -> None:
    desk, selection = reading.desk, reading.text.selection
    if selection is None or not len(selection):
        raise UsageError("Select the new passage first, then press B.")
    annotation, article = reading.session.annotation(id), desk.opened()
    if annotation.article == article.id and reading.session.has_place(id):
        reading.session.move_borders(id, selection)
    else:
        _expect_lost(reading, annotation)
        change = reading.session.attach(id, article.id, selection)
        if change is not None:
            reading.say(f"{safe_line(change.title)}. u takes it back.")
    desk.moving, desk.current = None, id
    reading.paint()


def _expect_lost(reading: ReadingScreen, annotation: Annotation) -> None:
    if reading.session.has_place(annotation.id):
        raise UsageError("The borders of a passage can only be moved within its article.")


async def take_up_lost(reading: ReadingScreen, id: str) -> None:
    """Go to the article of an annotation that has no place, and wait for its new passage."""
    annotation = reading.session.annotation(id)
    if reading.desk.article is None or reading.desk.article.id != annotation.article:
        await reading.open_article(annotation.article, quietly=True)
    reading.desk.moving = id
    reading.set_focus(reading.text)
    reading.paint()
    reading.say(f"Lost: {quoted(annotation.quote)}.", role="unsaved")


def confirm(reading: ReadingScreen) -> None:
    """Say that the annotation here stands where it was found."""
    annotation = steps.annotation_here(reading)
    steps.choose(reading, annotation)
    change = reading.session.confirm(annotation.id)
    if change is not None:
        reading.say(f"{safe_line(change.title)}. u takes it back.")


COMMANDS = (
    Command(
        "annotation.borders",
        "Change borders",
        "Take the annotation here, or a lost one; select its new passage; press again.",
        ("B",),
        Place.READING,
        Group.MARKING,
        borders,
    ),
    Command(
        "annotation.confirm",
        "Confirm the place",
        "Where the article changed: the annotation stands where it was found.",
        ("C",),
        Place.READING,
        Group.MARKING,
        confirm,
    ),
)
