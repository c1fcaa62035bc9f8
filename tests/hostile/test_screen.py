"""No control byte from data reaches the terminal on any surface of the app, and no markup is parsed."""

from __future__ import annotations

import re
import shutil
import signal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from reader.text.display import safe_display, safe_line
from tests.hostile.payloads import CODE_POINTS, MARKUP, SEQUENCES
from tests.hostile.surfaces import LEFT, NASTY, RIGHT, fenced, prepare
from tests.hostile.terminals import Guarded
from tests.pty.terminal import READER
from tests.torture import FACTOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Show = Callable[..., Guarded]

SAMPLE = [payload for payload in NASTY if "\x1a" not in payload][:: 1 if FACTOR else 25]
"""What is typed or pasted, one after the other; in the long form all, but for what stops the program."""
TALL = 330
"""Rows: everything is painted without scrolling."""
OVER_SSH = {"SSH_TTY": "/dev/pts/99"}
"""The clipboard is then the terminal's."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles and annotations full of payloads."""
    if not READER.exists():
        pytest.skip("the command reader is not installed in this environment")
    root = tmp_path_factory.mktemp("surfaces")
    prepare(root)
    return root


@pytest.fixture
def work(prepared: Path, tmp_path: Path) -> Path:
    """The current folder: a copy of it that nobody has read in."""
    shutil.copytree(prepared, tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def show(work: Path) -> Iterator[Show]:
    """Opens the app; what it wrote is held against the grammar at the end."""
    opened: list[Guarded] = []

    def showing(rows: int = 50, columns: int = 150) -> Guarded:
        opened.append(Guarded(("articles",), work, rows, columns, OVER_SSH))
        opened[-1].wait("charge ", "saved")
        return opened[-1]

    yield showing
    for terminal in opened:
        try:
            terminal.signal(signal.SIGTERM)
            assert terminal.leave() in (0, 128 + signal.SIGTERM)
            nothing_raw(terminal)
            assert terminal.faults_of_leaving() == []
        finally:
            terminal.close()


def nothing_raw(terminal: Guarded) -> None:
    """Only the program's own sequences were written, and no payload as it is."""
    for copied in terminal.copied():
        assert safe_display(copied) == copied
    written = bytes(terminal.raw)
    for payload in SEQUENCES:
        assert len(payload) < 4 or payload.encode() not in written
    for letter in CODE_POINTS:
        assert fenced(letter).encode() not in written


def press_escape(terminal: Guarded) -> None:
    """Escape alone: together with what follows it would be another key."""
    terminal.settle()
    terminal.press("escape")
    terminal.settle()


def changed(terminal: Guarded, before: str) -> bool:
    return terminal.text != before


def pasted(text: str) -> str:
    """*text* as a terminal gives it to the program when it is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def shown(terminal: Guarded) -> str:
    """The screen as one line without spaces, so that it does not matter where lines were broken."""
    terminal.settle()
    return re.sub(r"\s", "", terminal.text)


def test_the_text_is_shown_as_it_is_written(show: Show) -> None:
    terminal = show(TALL)
    text = shown(terminal)
    for payload in (*SEQUENCES, *MARKUP):
        if "\r" in payload:
            continue  # a line end: the list and the side panel stand between its halves
        assert re.sub(r"\s", "", safe_line(payload.replace("\0", ""))) in text, payload
    assert f"{LEFT}␛{RIGHT}" in text


def test_the_list_of_articles_and_what_is_said_of_the_open_one(show: Show) -> None:
    terminal = show()
    terminal.press("tab", "end")
    terminal.settle()
    for _ in range(len(NASTY) if FACTOR else 6):
        terminal.press("J")
        terminal.settle()
    terminal.press("G", "g")
    assert "Titre" in terminal.text


def test_every_list_shows_payloads_as_text(show: Show) -> None:
    terminal = show(TALL)
    for key in ("f3", "f4", "f5", "f6", "f7"):
        before = terminal.text
        terminal.press(key)
        terminal.wait_until(partial(changed, terminal, before), f"to change at {key}")
        text = shown(terminal)
        if key in ("f5", "f6", "f7"):
            for payload in MARKUP:
                assert re.sub(r"\s", "", payload) in text, payload
        terminal.press("end", "/", pasted("".join(NASTY[:60])), "enter")
        press_escape(terminal)
        press_escape(terminal)


def test_whatever_is_pasted_is_shown_as_text(show: Show) -> None:
    terminal = show()
    for key in ("f", "/", "t", "c", "T", "I", "R", "ctrl+p", "?", "z", "f9"):
        terminal.press(key)
        terminal.settle()
        for payload in (*SAMPLE, "charge"):
            terminal.press(pasted(payload))
        terminal.settle()
        terminal.press("enter")
        terminal.settle()
        terminal.press("ctrl+s")
        for _ in range(3):
            press_escape(terminal)
        assert terminal.process.poll() is None, key


def test_marking_with_payloads_says_so_as_text(show: Show) -> None:
    """Tags, notes and what undo and redo say of them; also what cannot be done."""
    terminal = show()
    terminal.press("down", "down", "down", "down", "m")
    for payload in SAMPLE:
        terminal.press("t", pasted(payload))
        terminal.settle()
        terminal.press("enter")
        terminal.settle()
        press_escape(terminal)
        terminal.press("u")
        terminal.settle()
    terminal.press("ctrl+r", "o", "M", "m", "enter", "backspace", "L", "i", "p")
    terminal.settle()


def test_what_cannot_be_written_or_read_is_said_as_text(show: Show) -> None:
    terminal = show()
    for payload in SAMPLE:
        for keys in (("I",), ("X", "j")):
            terminal.press(*keys)
            terminal.settle()
            terminal.press("ctrl+u", pasted(f"nulle-part/{without_line(payload)}.jsonl"), "enter")
            terminal.settle()
            press_escape(terminal)


def without_line(payload: str) -> str:
    return payload.replace("\n", " ").replace("/", "|")


def test_what_is_copied_commands_no_terminal(show: Show) -> None:
    terminal = show()
    copied = 0
    terminal.press("g")
    for _ in range(len(NASTY) if FACTOR else 24):
        terminal.press("m", "y")
        terminal.settle()
        if "Sent to your terminal" in terminal.text:
            copied += 1
    assert copied
    contents = terminal.copied()
    assert len(set(contents)) > 10
    assert any("␛" in content for content in contents)


def test_a_small_terminal_is_told_nothing_raw_either(show: Show) -> None:
    terminal = show(rows=24, columns=80)
    for key in ("f6", "f7", "f5", "escape", "m", "m", "i", "i"):
        terminal.press(key)
        terminal.settle()
    for rows, columns in ((12, 40), (7, 26), (3, 12), (24, 80)):
        terminal.resize(rows, columns)
        terminal.settle()
