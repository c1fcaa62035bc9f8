"""Undo, copying, export and import, help, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from reader.session import Change
    from reader.tui.screens.command_screen import CommandScreen
    from reader.tui.screens.reading import ReadingScreen


def undo(reading: ReadingScreen) -> None:
    _tell(reading, reading.session.undo(), "Nothing to undo.", "Undone")


def redo(reading: ReadingScreen) -> None:
    _tell(reading, reading.session.redo(), "Nothing to do again.", "Done again")


def _tell(reading: ReadingScreen, change: Change | None, nothing: str, done: str) -> None:
    """Say what was done and, if it was in another article, where; the reader's place stays."""
    from reader.tui.wording import article_titles, change_words, quoted

    if change is None:
        reading.say(nothing)
        return
    open_id = reading.desk.article.id if reading.desk.article else ""
    elsewhere = sorted(change.articles - {open_id})
    words, where = change_words(reading.session, change), ""
    if elsewhere and open_id not in change.articles:
        titles = article_titles(reading.session, elsewhere[:2])
        where = f" (in {', '.join(quoted(title) for title in titles.values())})"
    reading.say(f"{done}: {words}{where}")


async def copy(reading: ReadingScreen) -> None:
    """Copy the passage with its citation and say which way it went."""
    from reader.tui.clipboard import copy_text
    from reader.tui.wording import citation

    target = steps.target(reading)
    words = citation(target.article, target.quote)
    reading.say(await copy_text(reading, words))


async def export(reading: ReadingScreen) -> None:
    from reader.tui.screens.exchange import export as run

    await run(reading)


async def bring_in(reading: ReadingScreen) -> None:
    from reader.tui.screens.exchange import bring_in as run

    await run(reading)


async def help_(screen: CommandScreen[object]) -> None:
    from reader.tui.screens.help import HelpScreen

    app = screen.reader_app
    help_screen = app.keyed(HelpScreen)(app.session, screen.keymap, screen.places())
    await screen.ask(help_screen)
    if help_screen.chosen is not None and help_screen.chosen != "help":
        await screen.action_command(help_screen.chosen)


def palette(screen: CommandScreen[object]) -> None:
    from reader.tui.palette import Palette

    screen.app.push_screen(Palette())


async def suspend(screen: CommandScreen[object]) -> None:
    """Save, and stop until the shell calls the program back."""
    app = screen.reader_app
    await screen.away(app.save_all)
    app.action_suspend_process()


async def leave(screen: CommandScreen[object]) -> None:
    await screen.reader_app.leave()


COMMANDS = (
    Command(
        "edit.undo",
        "Undo",
        "Take back the last change, in whichever article it was.",
        ("u",),
        Place.READING,
        Group.PROGRAM,
        undo,
        "undo",
    ),
    Command(
        "edit.redo",
        "Redo",
        "Do again what was undone.",
        ("ctrl+r",),
        Place.READING,
        Group.PROGRAM,
        redo,
    ),
    Command(
        "copy",
        "Copy with citation",
        "Copy the passage with title, date and article.",
        ("y",),
        Place.READING,
        Group.PROGRAM,
        copy,
    ),
    Command(
        "export",
        "Export",
        "Write annotations and links to a file.",
        ("X",),
        Place.READING,
        Group.PROGRAM,
        export,
    ),
    Command(
        "import",
        "Import",
        "Bring in annotations and links from a file.",
        ("I",),
        Place.READING,
        Group.PROGRAM,
        bring_in,
    ),
    Command(
        "help",
        "Help",
        "All keys of the place you are in, and of the others.",
        ("?", "f1"),
        Place.EVERYWHERE,
        Group.PROGRAM,
        help_,
        "help",
    ),
    Command(
        "palette",
        "Commands",
        "Find a command by its name.",
        ("ctrl+p",),
        Place.EVERYWHERE,
        Group.PROGRAM,
        palette,
    ),
    Command(
        "suspend",
        "Stop for a while",
        "Save and go back to the shell; fg there returns here.",
        ("ctrl+z",),
        Place.EVERYWHERE,
        Group.PROGRAM,
        suspend,
    ),
    Command(
        "quit",
        "Leave",
        "Save everything and leave.",
        ("q",),
        Place.READING,
        Group.PROGRAM,
        leave,
        "leave",
    ),
)
