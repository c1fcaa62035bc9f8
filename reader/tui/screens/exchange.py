"""Export and import from within the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.formats.registry import FORMATS, format_of_file
from reader.text.display import safe_line
from reader.tui.screens.choice_prompt import Choice, ChoicePrompt
from reader.tui.screens.confirm import Confirm
from reader.tui.screens.line_prompt import LinePrompt
from reader.tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.session import Session
    from reader.tui.screens.reading import ReadingScreen

TELL_EVERY = 200
"""Pieces of an export between two words about progress."""


async def export(reading: ReadingScreen) -> None:
    """Ask for format and file, write, and say what was written."""
    from reader.formats.data import DEFAULT_PARTS
    from reader.formats.files import save

    choices = [Choice(known.name[0], f"{known.title} ({known.suffixes[0]})", known.name) for known in FORMATS]
    name = await reading.ask(ChoicePrompt("Export annotations and links as", choices))
    if name is None:
        return
    chosen = next(known for known in FORMATS if known.name == name)
    proposed = str(Path.cwd() / f"annotations{chosen.suffixes[0]}")
    answer = await reading.ask(LinePrompt("Write to which file?", proposed))
    if not answer:
        return
    path = Path(answer).expanduser()
    _refuse_sources(reading.session, path)
    if path.exists() and not await reading.ask(
        Confirm(
            f"{safe_line(str(path))} exists.", "Write it anew? What it holds now is lost.", "Write it anew"
        )
    ):
        return
    data = reading.session.export_data(DEFAULT_PARTS)
    total = len(data.annotations) + len(data.links)
    size = await reading.away(lambda: save(path, _told(reading, chosen.write(data), total)))
    reading.status.set(recognising="")
    what = f"{counted(len(data.annotations), 'passage')}, {counted(len(data.links), 'link')}"
    reading.say(f"{safe_line(str(path))} written: {what}, {counted(size, 'byte')}")


async def bring_in(reading: ReadingScreen) -> None:
    """Ask for the file, say what it would do, do it as one change."""
    from reader.formats.plan import Action

    session = reading.session
    answer = await reading.ask(LinePrompt("Import which file?", "", "JSONL as reader exports it"))
    if not answer:
        return
    path = Path(answer).expanduser()
    known = format_of_file(path.name) or FORMATS[0]
    incoming = await reading.away(lambda: known.read(_lines(path)))
    plan = session.plan_import(incoming)
    counts = ", ".join(f"{plan.count(action)} {action.value}" for action in Action)
    refused = f", {len(plan.refused)} refused" if plan.refused else ""
    if plan.refused:
        first = plan.refused[0]
        refused += f" (line {first.line}: {safe_line(first.why)})"
    if not plan.rows:
        reading.say(f"Nothing to bring in: {counts}{refused}", role="unsaved")
        return
    question = "Bring it in? One undo takes it out again."
    if await reading.ask(Confirm(f"{safe_line(path.name)}: {counts}{refused}", question, "Bring in")):
        session.apply_import(plan, f"import {path.name}")
        reading.say(f"Brought in: {counts}{refused}")


def _told(reading: ReadingScreen, pieces: Iterable[str], total: int) -> Iterator[str]:
    """*pieces*, with a word in the status line now and then; runs in a thread."""
    for number, piece in enumerate(pieces):
        if number and number % TELL_EVERY == 0:
            words = f"writing {min(number, total)}/{total}"
            reading.app.call_from_thread(lambda words=words: reading.status.set(recognising=words))
        yield piece


def _lines(path: Path) -> Iterable[str]:
    from reader.formats.files import lines_of

    return lines_of(path)


def _refuse_sources(session: Session, target: Path) -> None:
    """Articles and the store are never written over."""
    place = target.resolve()
    if any(ref.path.resolve() == place for ref in session.articles):
        raise UsageError(f"{safe_line(target.name)} is one of the articles. Choose another file.")
    if session.store_folder is not None and place.is_relative_to(session.store_folder.resolve()):
        raise UsageError(f"{safe_line(target.name)} lies inside the store. Choose another folder.")
