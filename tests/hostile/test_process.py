"""However the program ends, the terminal is given back, everything is saved, and the code is right."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.guards.source import ROOT
from tests.hostile.terminals import Guarded
from tests.pty.conftest import exported
from tests.pty.samples import with_samples
from tests.pty.terminal import PATIENCE, READER
from tests.torture import amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Start = Callable[..., Guarded]

BROKEN = (sys.executable, "-m", "tests.hostile.broken")
SCREENS = (
    "?",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f9",
    "f",
    "t",
    "c",
    "T",
    "X",
    "I",
    "/",
    "z",
    "i",
    "p",
    "R",
    "W",
    "A",
    "ctrl+x",
    "ctrl+p",
    "\x1b[19~",
    "\x1b[21~",
    "L",
)
"""The keys of every screen and question; the last but one are F8 and F10."""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The current folder, with the samples."""
    return with_samples(tmp_path)


@pytest.fixture
def start(work: Path) -> Iterator[Start]:
    """Opens the app in a guarded terminal."""
    opened: list[Guarded] = []

    def starting(*words: str, **options: object) -> Guarded:
        opened.append(Guarded(words or ("articles",), work, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield starting
    for terminal in opened:
        terminal.close()


def marked(terminal: Guarded) -> Guarded:
    """The first mention is kept as an annotation, and the status line says that it is saved."""
    terminal.wait_until(lambda: bool(re.search(r"\d\d mentions", terminal.text)), "to count the mentions")
    terminal.press("e")
    terminal.wait("a keep · x drop")
    terminal.press("a")
    terminal.wait("1▎", "saved")
    return terminal


def ended(terminal: Guarded) -> int:
    """Wait until the program has ended, its terminal being gone."""
    return terminal.process.wait(PATIENCE)


def processor_time(terminal: Guarded) -> float:
    """Seconds of work of the program so far."""
    fields = open(f"/proc/{terminal.process.pid}/stat").read().rpartition(")")[2].split()  # noqa: PTH123, SIM115
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_gives_the_terminal_back_with_all_saved(start: Start, work: Path, name: str) -> None:
    terminal = marked(start())
    number = signal.Signals[name]
    terminal.signal(number)
    assert terminal.leave() == 128 + number
    assert terminal.faults_of_leaving() == []
    assert terminal.copied() == []
    assert len(exported(work)) == 1


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_while_the_app_starts_leaves_no_terminal_raw(start: Start, name: str) -> None:
    terminal = start()
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.raw, "to begin")
    terminal.signal(signal.Signals[name])
    assert terminal.leave() == 128 + signal.Signals[name]
    assert terminal.faults_of_leaving() == []


def test_a_signal_while_a_question_is_open_ends_it(start: Start, work: Path) -> None:
    terminal = marked(start())
    terminal.press("c", *"note")
    terminal.wait("note")
    terminal.signal(signal.SIGTERM)
    assert terminal.leave() == 128 + signal.SIGTERM
    assert terminal.faults_of_leaving() == []
    assert len(exported(work)) == 1


def writing_a_note(terminal: Guarded) -> Guarded:
    """The editor of notes is open, with words in it that are not kept yet."""
    terminal.press("c")
    terminal.wait("ctrl+s keeps it")
    terminal.press(*"demi mot")
    terminal.wait("demi mot")
    return terminal


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_keeps_the_note_that_is_being_written(start: Start, work: Path, name: str) -> None:
    terminal = writing_a_note(marked(start()))
    terminal.signal(signal.Signals[name])
    assert terminal.leave() == 128 + signal.Signals[name]
    assert terminal.faults_of_leaving() == []
    assert [record["note"] for record in exported(work)] == ["", "demi mot"]


def test_a_terminal_that_is_closed_keeps_the_note_that_is_being_written(start: Start, work: Path) -> None:
    terminal = writing_a_note(marked(start()))
    terminal.hang_up()
    assert ended(terminal) == 128 + signal.SIGHUP
    assert [record["note"] for record in exported(work)] == ["", "demi mot"]


def test_a_terminal_that_is_closed_ends_the_app_with_all_saved(start: Start, work: Path) -> None:
    terminal = marked(start())
    terminal.hang_up()
    assert ended(terminal) == 128 + signal.SIGHUP
    assert len(exported(work)) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_a_terminal_that_is_closed_without_a_word_ends_it_too_and_keeps_no_core_busy(
    start: Start, work: Path
) -> None:
    """No SIGHUP comes, as where another program holds the session; only the end of the input tells."""
    deaf = (
        sys.executable,
        "-c",
        "import os, sys; os.fork() and os.wait() or (os.setsid(), os.execv(sys.argv[1], sys.argv[1:]))",
    )
    terminal = marked(start(program=(*deaf, READER)))
    terminal.hang_up()
    ended(terminal)
    assert len(exported(work)) == 1


def test_a_terminal_that_is_closed_amid_long_output_ends_the_app(start: Start, work: Path) -> None:
    terminal = marked(start(rows=80, columns=300))
    for _ in range(30):
        terminal.press("J", "K", "f3", "escape")
    terminal.hang_up()
    assert ended(terminal) in (128 + signal.SIGHUP, -signal.SIGHUP)
    assert len(exported(work)) == 1


def test_ctrl_z_stops_the_app_and_fg_brings_it_back(start: Start, work: Path) -> None:
    terminal = marked(start())
    terminal.press("ctrl+z")
    wait_stopped(terminal)
    terminal.settle()
    assert terminal.faults_of_leaving() == []
    assert len(exported(work)) == 1
    painted = len(terminal.raw)
    terminal.signal(signal.SIGCONT)
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.raw[painted:], "to come back")
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    terminal.press("e", "a")
    terminal.wait("2▎", "saved")
    terminal.press("q")
    assert terminal.leave() == 0
    assert terminal.faults_of_leaving() == []
    assert len(exported(work)) == 2


def wait_stopped(terminal: Guarded) -> None:
    """Wait until the program has been stopped; its terminal says nothing when that happens."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        pid, status = os.waitpid(terminal.process.pid, os.WUNTRACED | os.WNOHANG)
        if pid:
            assert os.WIFSTOPPED(status), status
            return
        terminal.pump(time.monotonic() + 0.05)
    raise AssertionError(f"waited for the program to stop; the screen is:\n{terminal.text}")


@pytest.mark.parametrize("where", ["paint", "mount", "say", "disk"])
def test_a_mistake_of_the_program_is_one_sentence_and_a_log(start: Start, work: Path, where: str) -> None:
    terminal = start(program=BROKEN, env={"READER_BREAKS": where, "PYTHONPATH": str(ROOT)})
    if where not in ("paint", "mount"):
        marked(terminal).press("+", "J")
    code = terminal.leave()
    after = bytes(terminal.raw[terminal.raw.rfind(b"\x1b[?1049l") :]).decode()
    assert code == 2
    assert terminal.faults_of_leaving() == []
    assert terminal.copied() == []
    assert "reader: This is a mistake of the program: " in after
    assert "Error" in after
    assert "error.log says more" in after
    assert "Traceback" not in terminal.raw.decode()
    assert after.count("\n") <= 2
    (log,) = work.rglob("error.log")
    assert "Traceback (most recent call last)" in log.read_text(encoding="utf-8")
    if where not in ("paint", "mount"):
        assert len(exported(work)) == 1


def test_a_storm_of_resizes_on_every_screen_harms_nothing(start: Start, work: Path) -> None:
    terminal = marked(start())
    chance = random.Random(7)
    sizes = [(1, 1), (1, 300), (200, 1), (2, 2), (3, 10), (5, 24), (24, 80), (1, 3), (60, 200)]
    sizes += [(chance.randint(1, 60), chance.randint(1, 160)) for _ in range(150 - len(sizes))]
    each = -(-len(sizes) // len(SCREENS))
    for key in SCREENS:
        terminal.press(key)
        for _ in range(amount(each, 150)):
            rows, columns = sizes.pop(0)
            sizes.append((rows, columns))
            terminal.resize(rows, columns)
            terminal.pump(time.monotonic() + 0.01)
        terminal.press("escape", "escape", "escape")
        terminal.settle()
        assert terminal.process.poll() is None, terminal.raw[-3000:]
    terminal.resize(30, 120)
    terminal.press("escape", "escape", "K", "g")
    terminal.wait("Vladimir Poutine ont eu un entretien", "saved")
    terminal.press("q")
    assert terminal.leave() == 0
    assert terminal.faults_of_leaving() == []
    terminal.copied()
    assert len(exported(work)) == 1
