"""The real program in a terminal: killed at any moment, and on a disk that takes its time."""

from __future__ import annotations

import random
import re
import shutil
import statistics
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from reader.annotations.file_store import FileStore
from tests.pty.terminal import PATIENCE, READER, Terminal
from tests.torture import FACTOR, amount
from tests.torture.analyst import FIRST, QUICK, SECOND, WORDS, Analyst, Work, write_articles
from tests.torture.traced import need_strace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVES = amount(4, 200)
LIVES_OF_A_STORE = 10
REFUSALS = [
    ("ENOSPC", "the disk is full"),
    ("EDQUOT", "your disk quota is used up"),
    ("EIO", "the disk reports an error"),
    ("EACCES", "you may not write there"),
][: amount(1, 4)]
KNOWN = re.compile(r"zoe\.(json(\.bak(\.\d)?)?|journal\.jsonl|lock)|texts")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The current folder, with articles to mark."""
    if not READER.exists():
        pytest.skip("the command reader is not installed in this environment")
    write_articles(tmp_path / "articles")
    return tmp_path


@contextmanager
def opened(work: Path) -> Iterator[Terminal]:
    """The program, ready for keys; killed at the end, if it still runs."""
    with Terminal(("articles",), work, 24, 100) as terminal:
        terminal.wait("t tag", " saved")
        terminal.wait_until(lambda: terminal.shows(FIRST) or terminal.shows(SECOND), "to show an article")
        if terminal.shows(SECOND):  # the first has been begun
            terminal.press("K")
            terminal.wait(FIRST)
        yield terminal


def live(work: Path, marked: Work, chance: random.Random, number: int) -> list[Work]:
    """One life of the program, ended by ``kill -9``; what may be there afterwards."""
    with opened(work) as terminal:
        person = Analyst(terminal, marked, chance, number)
        if not marked.before:
            person.tag(WORDS[0], QUICK)
            person.is_called_saved()
        for _ in range(chance.randrange(3)):
            person.act()
            person.is_called_saved()
        person.act()
        end = chance.choice(("as soon as it is called saved", "at once", "leaving"))
        if end == "leaving":
            person.is_called_saved()
            person.leave()
        elif end != "at once":
            person.is_called_saved()
        if end != "as soon as it is called saved":
            time.sleep(chance.random() * (0.4 if end == "leaving" else 0.08))  # any moment is as good
        terminal.kill()
        person.look_once_more()
        return person.possible


def found_after(work: Path, possible: list[Work]) -> Work:
    """What is there after a kill, held against all that must hold; the store stays as the kill left it."""
    folder = work / "looked at"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(work / "articles" / "annotations", folder)
    store = FileStore(folder, "zoe")
    state, _ = store.load()
    found = next((one for one in possible if one.is_in(state)), None)
    assert found is not None, (state.annotations, possible)
    assert store.read_only is None
    assert [
        row.quote for row in state.annotations.values() if store.kept_text(row.article_sha256) is None
    ] == []
    assert [path.name for path in folder.iterdir() if not KNOWN.fullmatch(path.name)] == []
    assert {path.suffix for path in (folder / "texts").iterdir()} <= {".txt"}
    return found


def test_the_program_killed_at_any_moment_loses_nothing_it_called_saved(work: Path) -> None:
    chance = random.Random(4)
    marked = Work({})
    for number in range(LIVES):
        if number % LIVES_OF_A_STORE == 0:
            shutil.rmtree(work / "articles" / "annotations", ignore_errors=True)
            marked = Work({})
        marked = found_after(work, live(work, marked, chance, number))


@contextmanager
def traced_program(terminal: Terminal, work: Path, inject: str) -> Iterator[None]:
    """Have the system treat one kind of call of the running program in another way."""
    call = inject.partition(":")[0]
    asked = ["-e", f"trace={call}", "-e", f"inject={inject}"]
    with subprocess.Popen(
        ["strace", "-f", "-o", work / "log", *asked, "-p", str(terminal.process.pid)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as tracer:
        assert tracer.stderr is not None
        tracer.stderr.readline()  # it is attached
        try:
            yield
        finally:
            tracer.terminate()


def test_the_screen_neither_waits_for_a_slow_disk_nor_calls_saved_what_is_not(work: Path) -> None:
    need_strace()
    slow = 2.5
    with opened(work) as terminal:
        person = Analyst(terminal, Work({}), random.Random(1), 0)
        person.tag(WORDS[0], QUICK)
        person.is_called_saved()
        person.find(WORDS[1])
        with traced_program(terminal, work, f"fsync:delay_enter={slow * 1e6:.0f}"):
            terminal.press("1")
            pressed = time.monotonic()
            lines = set()
            while time.monotonic() < pressed + slow - 1:
                terminal.pump(time.monotonic() + 0.1)
                lines.add(terminal.text.split("\n")[-2])
            said = [line for line in lines if f"Tagged: {QUICK}" in line]
            assert said, terminal.text
            assert [line for line in said if not line.endswith("saving…")] == [], lines
            terminal.press("g")
            terminal.wait(" 0 %")
            assert terminal.shows("saving…") or time.monotonic() - pressed > slow
            terminal.wait(" saved")


@pytest.mark.parametrize(("error", "words"), REFUSALS)
def test_what_the_system_refuses_is_said_on_the_screen_and_saved_later(
    work: Path, error: str, words: str
) -> None:
    need_strace()
    with opened(work) as terminal:
        person = Analyst(terminal, Work({}), random.Random(1), 0)
        person.tag(WORDS[0], QUICK)
        person.is_called_saved()
        person.find(WORDS[1])
        with traced_program(terminal, work, f"fsync:error={error}"):
            terminal.press("1")
            terminal.wait("NOT SAVED", words)
        terminal.wait_until(lambda: not terminal.shows("NOT SAVED"), "to try again")
        terminal.wait(" saved")
        terminal.kill()
    state, _ = FileStore(work / "articles" / "annotations", "zoe").load()
    assert {row.quote for row in state.annotations.values()} == {WORDS[0], WORDS[1]}


def test_two_windows_see_each_other(work: Path) -> None:
    """Mostly within two seconds: that is asked in the long form only, for a machine may have much to do."""
    with opened(work) as one, opened(work) as other:
        person = Analyst(one, Work({}), random.Random(1), 0)
        person.tag(WORDS[0], QUICK)
        person.is_called_saved()
        other.wait("1▎")
        seen: list[float] = []
        for word in WORDS[1 : amount(3, 12)]:
            person.quick_tag(word)
            begun = time.monotonic()
            person.is_called_saved()
            other.wait(f"{len(seen) + 2}▎")
            seen.append(time.monotonic() - begun)
        assert statistics.median(seen) < (2 if FACTOR else PATIENCE), seen
        for terminal in (one, other):
            terminal.press("q")
            assert terminal.leave() == 0
    state, _ = FileStore(work / "articles" / "annotations", "zoe").load()
    assert len(state.annotations) == 1 + len(seen)
