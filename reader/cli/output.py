"""Printing: results to stdout, messages to stderr, nothing from data that could command a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO


def prepare() -> None:
    """Make both streams take any character, and give those that are closed somewhere to go."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream, errors="replace")


def safe_line(text: str) -> str:
    """*text* on one line that cannot command a terminal; most commands print nothing of that kind."""
    from reader.text.display import safe_line

    return safe_line(text)


def say(text: str) -> None:
    """One line of a result, from data or not."""
    print(safe_line(text))


def tell(message: str) -> None:
    """One message to the person, beside the results."""
    for line in message.split("\n"):
        print(f"reader: {safe_line(line)}", file=sys.stderr)


def print_json(record: Mapping[str, object]) -> None:
    """One JSON value on a line of its own."""
    from reader.formats.json_lines import json_line

    write_data((json_line(record),))


def write_data(pieces: Iterable[str]) -> None:
    """Text for other programs: always UTF-8, byte for byte."""
    _reconfigure(sys.stdout, encoding="utf-8", errors="strict", newline="\n")
    for piece in pieces:
        sys.stdout.write(piece)


def say_table(rows: Sequence[Sequence[str]], right: Sequence[int] = (), widest: int = 60) -> None:
    """Rows in columns; those numbered in *right* stand to the right, cells beyond *widest* are cut."""
    from reader.text.cells import cell_width, clip

    safe = [[clip(safe_line(cell), widest) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*safe, strict=True)]
    for row in safe:
        say_row(row, widths, right)


def say_row(row: Sequence[str], widths: Sequence[int], right: Sequence[int] = ()) -> None:
    """One row of a table whose *widths* are known before its last row is; a cell beyond its width is cut."""
    from reader.text.cells import cell_width, clip

    cells = []
    for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
        shown = clip(safe_line(cell), width)
        gap = " " * (width - cell_width(shown))
        cells.append(gap + shown if number in right else shown + gap)
    print("  ".join(cells).rstrip())


def finish() -> None:
    """Write out what is held back; whatever goes wrong is raised here and not at exit."""
    sys.stdout.flush()


def abandon() -> None:
    """Forget what could not be written, so that nothing is said of it at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _reconfigure(stream: TextIO, **settings: str) -> None:
    """Change a stream where it can be changed; what stands in for one in a test cannot."""
    change = getattr(stream, "reconfigure", None)
    if change is not None:
        change(**settings)
