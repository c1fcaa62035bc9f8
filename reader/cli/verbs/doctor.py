"""``reader doctor``: what this terminal and this machine can do, in plain sentences."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.diagnosis import Answer, clipboard, recognition
from reader.cli.opening import engine_of
from reader.cli.options import add_json, add_paths
from reader.cli.output import print_json, say
from reader.errors import ReaderError
from reader.layout.frame import SMALLEST

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

EXAMPLES = ("reader doctor", "reader doctor articles/")
PARTS = ("textual", "rich", "tinydb", "pyperclip", "platformdirs")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints one sentence per thing; 1 where something is in the way."""
    answers = [
        *_versions(),
        *_terminal(),
        *clipboard(),
        *_config(),
        *recognition(_engine(options)),
        *_store(options),
    ]
    for answer in answers:
        if options.json:
            print_json({"about": answer.about, "says": answer.says, "good": answer.good})
        else:
            say(f"{'  ' if answer.good else '! '}{answer.about}: {answer.says}")
    return 0 if all(answer.good for answer in answers) else 1


def _versions() -> Iterator[Answer]:
    from importlib.metadata import PackageNotFoundError, version

    from reader import __version__

    yield Answer("reader", f"{__version__}, from {Path(__file__).resolve().parents[2]}")
    yield Answer("Python", f"{sys.version.split()[0]}, {sys.executable}")
    for part in PARTS:
        try:
            yield Answer(part, version(part))
        except PackageNotFoundError:
            yield Answer(part, "not installed; install reader again", good=False)


def _terminal() -> Iterator[Answer]:
    term = os.environ.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Answer("terminal", "none here, so the app cannot open; the sub-commands all work")
    elif term in ("", "dumb"):
        yield Answer("terminal", f"TERM is “{term}”: the app cannot draw on it", good=False)
    else:
        size = os.get_terminal_size()
        fits = size.columns >= SMALLEST[0] and size.lines >= SMALLEST[1]
        yield Answer("terminal", f"{term}, {size.columns} columns by {size.lines} rows", good=fits)
    encoding = (sys.stdout.encoding or "ascii").lower()
    utf8 = encoding.replace("-", "") == "utf8"
    yield Answer(
        "encoding", encoding if utf8 else f"{encoding}: set LC_ALL to one that ends in .UTF-8", good=utf8
    )
    yield Answer("colours", _colours(term))


def _colours(term: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "switched off by NO_COLOR; marks are told by underline, weight and signs"
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16 million (COLORTERM)"
    if "256color" in term:
        return "256 (TERM); set COLORTERM=truecolor if the terminal can do more"
    return "16, or unknown; marks are told by underline, weight and signs too"


def _engine(options: argparse.Namespace) -> str:
    """The engine that is asked for or configured; a mistake of the configuration is told elsewhere."""
    try:
        return engine_of(options)
    except ReaderError:
        return ""


def _config() -> Iterator[Answer]:
    from reader.config import load_config
    from reader.tui.commands.table import COMMANDS
    from reader.tui.keymap import keymap

    try:
        config = load_config()
        keymap(COMMANDS, config.keys, config.path)
    except ReaderError as error:
        yield Answer("configuration", error.message, good=False)
        return
    yield Answer(
        "configuration", f"{config.path}" if config.found else f"{config.path} (not there, not needed)"
    )
    yield Answer("annotator", config.annotator)


def _store(options: argparse.Namespace) -> Iterator[Answer]:
    from reader.paths import find_store

    try:
        folder = find_store(options.paths, options.store)
    except ReaderError as error:
        yield Answer("store", error.message, good=False)
        return
    place = folder if folder.exists() else _existing(folder)
    writable = os.access(place, os.W_OK | os.X_OK)
    made = "" if folder.exists() else ", made with the first mark"
    yield Answer("store", f"{folder}{made}{'' if writable else ': cannot be written'}", good=writable)
    if writable:
        yield _locks(place)


def _existing(folder: Path) -> Path:
    """The nearest folder above that is there."""
    return next(parent for parent in folder.parents if parent.exists())


def _locks(folder: Path) -> Answer:
    """Whether files there can be locked, as two windows on one store need."""
    import fcntl
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return Answer(
            "locks", f"refused by the file system ({error.strerror}): nothing can be saved", good=False
        )
    return Answer("locks", "work")
