"""``kill -9`` at any moment and before each single call: all acknowledged is there, and no rubbish."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
from typing import TYPE_CHECKING

from reader.annotations.changes import Change
from reader.annotations.file_store import FileStore
from reader.annotations.state import State
from reader.annotations.writer import BackgroundWriter
from tests.torture import amount
from tests.torture.forks import ended, forked, kill_self, told
from tests.torture.operations import Compact, Person, Text, perform
from tests.torture.verdict import faults_of
from tests.unit.annotations.kit import QuickDisk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KILLS = amount(60, 10_000)
POINTS = amount(2, 8)
"""Lives that are killed before each of their calls."""


class KillingDisk(QuickDisk):
    """Kills its process before the call with a certain number, or in the middle of a write."""

    def __init__(self, last: int, *, halfway: bool = False) -> None:
        self._left = last
        self._halfway = halfway

    def _count(self, data: tuple[int, bytes | memoryview] | None = None) -> None:
        if self._halfway and data is None:
            return
        self._left -= 1
        if self._left < 0:
            if data is not None and self._halfway:
                super().write(data[0], data[1][: len(data[1]) // 2])
            kill_self()


def _counting(name: str) -> Callable[..., object]:
    def call(self: KillingDisk, *arguments: object, **options: object) -> object:
        self._count(arguments if name == "write" else None)  # type: ignore[arg-type]
        return getattr(QuickDisk, name)(self, *arguments, **options)

    return call


CALLS = (
    "open", "close", "pread", "write", "fsync", "truncate", "chmod", "fstat", "stat", "replace", "link",
    "unlink", "access", "mkdir", "listdir", "flock", "unlock",
)  # fmt: skip
for _name in CALLS:
    setattr(KillingDisk, _name, _counting(_name))


def play(store: FileStore, seed: int, steps: int, tell: Callable[[bytes], None]) -> None:
    """Do *steps*, telling one letter for each that was acknowledged."""
    person = Person(seed, store.load()[0])
    for _ in range(steps):
        step = person.step()
        perform(store, step)
        tell(b"c" if isinstance(step, Change) else b"t" if isinstance(step, Text) else b".")


def verdict(folder: Path, seed: int, start: State, heard: bytes) -> list[str]:
    """What is wrong after a child that played from *start* was killed having told *heard*."""
    person = Person(seed, start)
    texts = [step.text for step in (person.step() for _ in heard) if isinstance(step, Text)]
    saved = person.state.copy()
    person.step()
    return faults_of(folder, [saved, person.state], texts)


def test_a_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(1)
    folder = tmp_path / "annotations"
    for seed in range(KILLS):
        if seed % 25 == 0:
            shutil.rmtree(folder, ignore_errors=True)
        start = FileStore(folder, "alice").load()[0]
        child, pipe = forked(lambda tell: play(FileStore(folder, "alice"), seed, 400, tell))  # noqa: B023  at once
        select.select([pipe], [], [], 5)
        select.select([], [], [], chance.random() * 0.02)
        os.kill(child, signal.SIGKILL)
        heard = told(pipe)
        assert ended(child) in (0, -signal.SIGKILL)
        assert verdict(folder, seed, start, heard) == [], seed


def prepared(folder: Path, seed: int) -> None:
    """A store with a file, a backup, a text and lines beyond."""
    store = FileStore(folder, "alice", QuickDisk())
    store.load()
    person = Person(1000 + seed)
    for kind in ("add", "add", "link", "compact", "add", "note", "bulk", "compact", "delete", "undo"):
        perform(store, Compact() if kind == "compact" else person.change(kind))
    perform(store, Text("déjà là"))
    store.close()


def test_a_kill_before_each_single_call_loses_nothing_acknowledged(tmp_path: Path) -> None:
    points = 0
    for seed in range(POINTS):
        for halfway in (False, True):
            ready = tmp_path / "ready"
            shutil.rmtree(ready, ignore_errors=True)
            if seed % 2:
                prepared(ready, seed)
            else:
                ready.mkdir()
            for last in range(10_000):
                folder = tmp_path / "annotations"
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(ready, folder)
                start = FileStore(folder, "alice").load()[0] if seed % 2 else State()
                disk = KillingDisk(last, halfway=halfway)
                child, pipe = forked(lambda tell: play(FileStore(folder, "alice", disk), seed, 7, tell))  # noqa: B023
                heard = told(pipe)
                code = ended(child)
                assert code in (0, -signal.SIGKILL)
                assert verdict(folder, seed, start, heard) == [], (seed, last, halfway)
                if code == 0:
                    break
                points += 1
    assert points >= 190


def test_a_kill_while_recovering_loses_nothing(tmp_path: Path) -> None:
    """Each of some damages, mended by a process that is killed before each of its calls."""
    ready = tmp_path / "ready"
    prepared(ready, 7)
    expected = FileStore(ready, "alice").load()[0]

    def empty(folder: Path) -> None:
        (folder / "alice.json").write_bytes(b"")

    def torn(folder: Path) -> None:
        with (folder / "alice.journal.jsonl").open("ab") as file:
            file.write(b'{"schema":1,"seq":')

    def edited(folder: Path) -> None:
        path = folder / "alice.json"
        path.write_text(path.read_text().replace("\n", "\r\n"))

    def rotten(folder: Path) -> None:
        data = bytearray((folder / "alice.journal.jsonl").read_bytes())
        data[80] ^= 1
        (folder / "alice.journal.jsonl").write_bytes(data)

    for damage in (empty, torn, edited, rotten):
        for last in range(0, 500, 3 if amount(0, 1) == 0 else 1):
            folder = tmp_path / "annotations"
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(ready, folder)
            damage(folder)
            disk = KillingDisk(last)
            child, pipe = forked(lambda _tell: FileStore(folder, "alice", disk).load() and None)  # noqa: B023
            told(pipe)
            code = ended(child)
            assert FileStore(folder, "alice", QuickDisk()).load()[0] == expected, (damage.__name__, last)
            assert not list(folder.glob("*.tmp"))
            assert len(list(folder.glob("*damaged*"))) <= 1
            if code == 0:
                break


def test_a_kill_of_the_background_writer_loses_nothing_it_called_saved(tmp_path: Path) -> None:
    chance = random.Random(2)
    for seed in range(amount(10, 300)):
        folder = tmp_path / f"annotations-{seed}"

        def work(tell: Callable[[bytes], None]) -> None:
            store = FileStore(folder, "alice")  # noqa: B023  at once
            store.load()
            person, chance = Person(seed), random.Random(seed)  # noqa: B023
            sent = 0
            writer = BackgroundWriter(store)
            while True:
                writer.submit(person.change("add"))
                sent += 1
                if chance.random() < 0.2:
                    writer.flush()
                    tell(b"c" * sent)
                    sent = 0

        child, pipe = forked(work)
        select.select([pipe], [], [], 5)
        select.select([], [], [], chance.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        heard = told(pipe)
        ended(child)
        kept = len(FileStore(folder, "alice").load()[0].annotations)
        assert kept >= len(heard)
        person = Person(seed)
        for _ in range(kept):
            person.change("add")
        assert faults_of(folder, [person.state]) == []
        shutil.rmtree(folder)
