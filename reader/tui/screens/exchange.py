"""Export and import from within the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.formats.registry import FORMATS, format_of_file
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.messages import Working
from reader.tui.screens.choice_prompt import Choice, ChoicePrompt
from reader.tui.screens.confirm import Confirm
from reader.tui.screens.line_prompt import LinePrompt
from reader.tui.work_bar import WorkBar

if TYPE_CHECKING:
    from reader.formats.plan import ImportPlan
    from reader.formats.registry import Format
    from reader.tui.screens.reading import ReadingScreen


async def export(reading: ReadingScreen) -> None:
    """Ask for format and file, write, and say what was written."""
    from reader.formats.data import DEFAULT_PARTS
    from reader.formats.files import save

    choices = [Choice(known.name[0], f"{known.title} ({known.suffixes[0]})", known.name) for known in FORMATS]
    name = await reading.ask(ChoicePrompt("Export annotations and links as", choices))
    if name is None:
        return
    chosen = next(known for known in FORMATS if known.name == name)
    proposed = str(reading.session.export_folder() / f"export{chosen.suffixes[0]}")
    answer = await reading.ask(LinePrompt("Write to which file?", proposed))
    if not answer:
        return
    path = Path(answer).expanduser()
    reading.session.check_target(path)
    if path.exists() and not await reading.ask(
        Confirm(
            f"{safe_line(str(path))} exists.", "Write it anew? What it holds now is lost.", "Write it anew"
        )
    ):
        return
    data = await reading.away(lambda: reading.session.export_data(DEFAULT_PARTS))
    bar = _bar(reading, "writing", len(data.annotations) + len(data.links))
    try:
        size = await reading.away(lambda: save(path, bar.over(chosen.write(data))))
    finally:
        reading.post_message(Working(""))
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
    try:
        plan = await reading.away(lambda: _planned(reading, known, path))
    finally:
        reading.post_message(Working(""))
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


def _planned(reading: ReadingScreen, known: Format, path: Path) -> ImportPlan:
    """Read the file and hold it against what is here; runs in a thread."""
    from reader.formats.files import lines_of

    bytes_in_all = path.stat().st_size if path.is_file() else 0
    reads = _bar(reading, "reading", bytes_in_all)
    incoming = known.read(reads.over(lines_of(path), lambda line: len(line.encode("utf-8", "replace"))))
    compares = _bar(reading, "comparing", len(incoming.rows))
    return reading.session.plan_import(incoming, compares.step)


def _bar(reading: ReadingScreen, what: str, total: int) -> WorkBar:
    def tell(words: str) -> None:
        reading.post_message(Working(words))

    return WorkBar(tell, what, total)
