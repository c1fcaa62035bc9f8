"""The other views of the folder, the panes, and how the screen looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.config import NARROWEST, WIDEST
from reader.tui import panes
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from reader.tui.screens.command_screen import CommandScreen
    from reader.tui.screens.reading import ReadingScreen


STEP = 4


def articles(reading: ReadingScreen) -> None:
    panes.toggle(reading, "articles")


def here(reading: ReadingScreen) -> None:
    panes.toggle(reading, "here")


async def entities(reading: ReadingScreen) -> None:
    from reader.tui.screens.entities import EntitiesScreen

    await steps.visit(reading, EntitiesScreen)


async def timeline(reading: ReadingScreen) -> None:
    from reader.tui.screens.timeline import TimelineScreen

    await steps.visit(reading, TimelineScreen)


async def links(reading: ReadingScreen) -> None:
    from reader.tui.screens.links import LinksScreen

    await steps.visit(reading, LinksScreen)


async def tags(reading: ReadingScreen) -> None:
    from reader.tui.screens.tags import TagsScreen

    await steps.visit(reading, TagsScreen)


async def notes(reading: ReadingScreen) -> None:
    from reader.tui.screens.notes import NotesScreen

    await steps.visit(reading, NotesScreen)


async def lost(reading: ReadingScreen) -> None:
    from reader.tui.screens.lost import LostScreen

    await steps.visit(reading, LostScreen)


async def claims(reading: ReadingScreen) -> None:
    from reader.tui.screens.claims import ClaimsScreen

    await steps.visit(reading, ClaimsScreen)


def next_pane(reading: ReadingScreen) -> None:
    reading.focus_next()


def previous_pane(reading: ReadingScreen) -> None:
    reading.focus_previous()


async def theme(reading: ReadingScreen) -> None:
    from reader.tui.screens.theme_choice import choose_theme

    await choose_theme(reading)


def wider(reading: ReadingScreen) -> None:
    _measure(reading, +STEP)


def narrower(reading: ReadingScreen) -> None:
    _measure(reading, -STEP)


def _measure(reading: ReadingScreen, by: int) -> None:
    reading.text.measure = min(max(reading.text.measure + by, NARROWEST), WIDEST)
    reading.say(f"Lines of {reading.text.measure} cells, where there is room.")


def _view(
    id: str, title: str, help: str, key: str, run: Callable[[ReadingScreen], Any], footer: str = ""
) -> Command:
    return Command(f"view.{id}", title, help, (key,), Place.READING, Group.VIEWING, run, footer)


def _list(
    id: str,
    title: str,
    help: str,
    keys: str | tuple[str, ...],
    show: Callable[[ReadingScreen], Coroutine[Any, Any, None]],
) -> Command:
    """A list of the whole folder, which can also be changed for another one."""

    async def run(screen: CommandScreen[Any]) -> None:
        reading = screen.reader_app.reading
        if screen is reading:
            await show(reading)
        else:
            screen.leave_for(f"view.{id}")

    keys = (keys,) if isinstance(keys, str) else keys
    return Command(f"view.{id}", title, help, keys, Place.EVERYWHERE, Group.VIEWING, run)


COMMANDS = (
    _view("articles", "Articles", "Show, focus or fold the list of articles.", "f2", articles),
    _list("entities", "Entities", "Who and what the articles speak of, and where.", "f3", entities),
    _list("timeline", "Dates", "The dates of all articles in their order.", "f4", timeline),
    _list("links", "Links", "All links: filter, follow, change.", "f5", links),
    _list("tags", "Tags", "The codebook: rename, give keys, see what bears a tag.", "f6", tags),
    _list("notes", "Notes", "All notes, with their passages.", "f7", notes),
    _list("claims", "Claims", "Who says what and how surely, in all articles.", "f8", claims),
    _list("lost", "Lost passages", "What is doubtful or lost since its article changed.", ("!", "f10"), lost),
    _view("here", "Side panel", "Show, focus or fold what stands under the cursor.", "i", here, "about"),
    _view("wider", "Wider text", "Give the lines of the text more room.", "+", wider),
    _view("narrower", "Narrower text", "Make the lines of the text shorter.", "-", narrower),
    _view("theme", "Theme", "Choose the colours.", "f9", theme),
    Command(
        "pane.next",
        "Next pane",
        "List, text, side panel.",
        ("tab",),
        Place.READING,
        Group.VIEWING,
        next_pane,
    ),
    Command(
        "pane.previous",
        "Pane before",
        "Side panel, text, list.",
        ("shift+tab",),
        Place.READING,
        Group.VIEWING,
        previous_pane,
    ),
)
