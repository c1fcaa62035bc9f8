"""No control byte from data reaches the terminal on any surface of the app, and no markup is parsed."""

from __future__ import annotations

import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest

from reader.text.display import safe_display, safe_line
from tests.hostile.payloads import CODE_POINTS, MARKUP, SEQUENCES
from tests.hostile.surfaces import LEFT, NASTY, RIGHT, fenced, prepare
from tests.hostile.terminals import Guarded
from tests.pty.terminal import GLANCE, PATIENCE, READER
from tests.torture import FACTOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Show = Callable[..., Guarded]

SAMPLE = [payload for payload in NASTY if "\x1a" not in payload][:: 1 if FACTOR else 40]
"""What is typed or pasted, one after the other; in the long form all, but for what stops the program."""
TALL = 165
"""Rows: everything is painted without scrolling."""
ESCAPE = "\x1b[27u"
"""The key as newer terminals send it: no other key can be taken for its rest."""
HELP = "enter runs it"
"""What stands on the screen of the keys alone."""
ALL_SHOWN = "charge ␛[31mrouge␛[0m fin"
"""The beginning of the text."""
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


def pasted(text: str) -> str:
    """*text* as a terminal gives it to the program when it is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def back(terminal: Guarded) -> None:
    """Whatever is open is closed, everything typed ahead is done, and the text shows again."""
    terminal.press(*[ESCAPE] * 4)
    press_until(terminal, "f1", lambda: terminal.shows(HELP))
    press_until(terminal, ESCAPE, lambda: terminal.shows(ALL_SHOWN) and not terminal.shows(HELP))


def press_until(terminal: Guarded, key: str, holds: Callable[[], bool]) -> None:
    """Press a key, again after a while: what takes the one before away may take the key with it."""
    for _ in range(int(PATIENCE)):
        terminal.press(key)
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline:
            if holds():
                return
            terminal.pump(min(deadline, time.monotonic() + GLANCE))
    raise AssertionError(f"pressed {key!r} in vain; the screen is:\n{terminal.text}")


def test_the_text_is_shown_as_it_is_written(show: Show) -> None:
    terminal = show(TALL)
    payloads = [payload.replace("\0", "") for payload in (*SEQUENCES, *MARKUP) if "\r" not in payload]
    wanted = [f"charge {safe_line(payload)} fin" for payload in payloads]
    wanted.append(f"{LEFT}␛{RIGHT}")
    terminal.wait_until(lambda: all(words in terminal.text for words in wanted), "to show all payloads")


def test_the_list_of_articles_and_what_is_said_of_the_open_one(show: Show) -> None:
    terminal = show()
    terminal.press(*["J"] * (len(NASTY) if FACTOR else 6), "tab", "end", "enter")
    terminal.wait_until(lambda: ALL_SHOWN not in terminal.text, "to show another article")
    terminal.wait("Titre", "Anna Kovacs", "saved")


def test_every_list_shows_payloads_as_text(show: Show) -> None:
    terminal = show()
    for key in ("f3", "f4", "f5", "f6", "f7"):
        terminal.press(key)
        terminal.wait("filter")
        if key in ("f5", "f6", "f7"):
            terminal.press("/", *"sic", "enter")
            terminal.wait("[sic]")
            terminal.press(ESCAPE, key)
        terminal.press("end", "/", pasted("".join(NASTY[:60])), "enter")
        back(terminal)


def test_whatever_is_pasted_is_shown_as_text(show: Show) -> None:
    terminal = show()
    for key in ("f", "/", "t", "c", "T", "I", "R", "ctrl+p", "?", "z", "f9"):
        terminal.press(key, *map(pasted, SAMPLE), pasted("charge"), "enter", "ctrl+s", *[ESCAPE] * 4)
        terminal.wait_until(lambda: terminal.shows(ALL_SHOWN), "to show the text")
    back(terminal)


def test_marking_with_payloads_says_so_as_text(show: Show) -> None:
    """Tags, notes and what undo and redo say of them; also what cannot be done."""
    terminal = show()
    terminal.press("down", "down", "down", "down", "m")
    for payload in SAMPLE:
        terminal.press("t", pasted(payload), "enter", ESCAPE, "u")
    terminal.press("ctrl+r", "o", "M", "m", "enter", "backspace", "L", "i", "p")
    back(terminal)


def test_what_cannot_be_written_or_read_is_said_as_text(show: Show) -> None:
    terminal = show()
    for payload in SAMPLE:
        for keys in (("I",), ("X", "j")):
            terminal.press(*keys, "ctrl+u", pasted(f"nulle-part/{without_line(payload)}.jsonl"), "enter")
            terminal.wait("nulle-part")
            terminal.press(*[ESCAPE] * 2)
    back(terminal)


def without_line(payload: str) -> str:
    return payload.replace("\n", " ").replace("/", "|")


def test_what_is_copied_commands_no_terminal(show: Show) -> None:
    terminal = show()
    number = len(NASTY) if FACTOR else 24
    terminal.press("g", *["m", "y"] * number)
    terminal.wait_until(lambda: terminal.raw.count(b"\x1b]52;") >= number, "to copy them")
    terminal.settle()
    contents = terminal.copied()
    assert len(set(contents)) > 10
    assert any("␛" in content for content in contents)


def test_a_small_terminal_is_told_nothing_raw_either(show: Show) -> None:
    terminal = show(rows=24, columns=80)
    for key in ("f6", "f7", "f5"):
        terminal.press(key)
        terminal.wait("filter")
        back(terminal)
    terminal.press("m", "m", "i", "i")
    for rows, columns in ((12, 40), (7, 26), (3, 12), (24, 80)):
        terminal.resize(rows, columns)
        terminal.settle()
    terminal.wait(ALL_SHOWN)
