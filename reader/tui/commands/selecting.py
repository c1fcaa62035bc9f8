"""Choosing the passage to work on: by growth, from mention to mention, from mark to mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span
from reader.tui import panes
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place
from reader.tui.hits import Hits

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


def start(reading: ReadingScreen) -> None:
    reading.text.start_or_end_selecting()
    reading.show_place()


def select_all(reading: ReadingScreen) -> None:
    reading.text.select(Span(0, len(reading.desk.opened().text)), staying=True)


def grow(reading: ReadingScreen) -> None:
    reading.text.grow()


def shrink(reading: ReadingScreen) -> None:
    reading.text.shrink()


def cancel(reading: ReadingScreen) -> None:
    """Let go of one thing at a time: an overlay, the selection, the finds, the start of a link."""
    if panes.fold_overlays(reading):
        return
    if reading.text.cursor.selecting or reading.text.selection is not None:
        reading.text.select(None)
    elif reading.desk.hits:
        reading.desk.hits = Hits()
        reading.paint()
    elif reading.desk.link_start is not None:
        reading.desk.link_start = None
        reading.paint()
        reading.say("The begun link is dropped.")
    elif reading.desk.moving is not None:
        reading.desk.moving = None
        reading.show_place()
    else:
        reading.set_focus(reading.text)


def next_mention(reading: ReadingScreen) -> None:
    steps.to_mention(reading, forward=True)


def previous_mention(reading: ReadingScreen) -> None:
    steps.to_mention(reading, forward=False)


def next_mark(reading: ReadingScreen) -> None:
    steps.to_annotation(reading, forward=True)


def previous_mark(reading: ReadingScreen) -> None:
    steps.to_annotation(reading, forward=False)


COMMANDS = (
    Command(
        "select.start",
        "Start or end selecting",
        "From this letter on, moving selects; once more ends it.",
        ("v",),
        Place.TEXT,
        Group.SELECTING,
        start,
    ),
    Command(
        "select.grow",
        "Select more",
        "Word, mention, clause, sentence, paragraph.",
        ("s",),
        Place.TEXT,
        Group.SELECTING,
        grow,
        "more",
    ),
    Command(
        "select.shrink",
        "Select less",
        "Back down the same steps.",
        ("S",),
        Place.TEXT,
        Group.SELECTING,
        shrink,
    ),
    Command(
        "select.all",
        "Select all",
        "Select the whole article.",
        ("ctrl+a",),
        Place.TEXT,
        Group.SELECTING,
        select_all,
    ),
    Command(
        "select.clear",
        "Let go",
        "Drop the selection, the finds or the begun link, one at a time.",
        ("escape",),
        Place.READING,
        Group.SELECTING,
        cancel,
    ),
    Command(
        "mention.next",
        "Next mention",
        "Go to the next entity, date or claim and select it.",
        ("e",),
        Place.READING,
        Group.MOVING,
        next_mention,
        "mention",
    ),
    Command(
        "mention.previous",
        "Previous mention",
        "Go to the entity, date or claim before and select it.",
        ("E",),
        Place.READING,
        Group.MOVING,
        previous_mention,
    ),
    Command(
        "mark.next",
        "Next annotation",
        "Go to the next passage you marked and select it.",
        ("m",),
        Place.READING,
        Group.MOVING,
        next_mark,
    ),
    Command(
        "mark.previous",
        "Previous annotation",
        "Go to the passage you marked before and select it.",
        ("M",),
        Place.READING,
        Group.MOVING,
        previous_mark,
    ),
    Command(
        "mark.cycle",
        "Next annotation at this place",
        "Where several passages overlap, make the next one the current one.",
        ("o",),
        Place.READING,
        Group.MOVING,
        steps.cycle,
    ),
)
