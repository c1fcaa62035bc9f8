"""``kill -9`` on entering each system call of each operation: all acknowledged is there, and no rubbish."""

from __future__ import annotations

import re
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.annotations import backups, recovery, tinydb_storage
from reader.annotations.changes import Change
from reader.annotations.file_store import FileStore
from reader.annotations.state import State
from reader.text.digest import digest
from tests.torture import amount
from tests.torture.operations import Compact, Person, Text, perform
from tests.torture.test_kill import prepared
from tests.torture.traced import need_strace, traced
from tests.torture.verdict import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable

IMPORTED = (backups, recovery, tinydb_storage)
"""What the store imports only when it needs it: those calls are not its own."""
SCHEMA_0 = Path(__file__).resolve().parents[1] / "data" / "schemas" / "schema-0.json"
POINTS = amount(12, 100_000)
"""Points of each operation, spread over all of its calls."""
FEWEST = 190
"""Points there are at least."""
SEED = 5


def nothing(folder: Path) -> None:
    """No store at all, not even its folder."""


def with_seed(folder: Path) -> None:
    """A store with a file, a backup, a text and lines beyond."""
    prepared(folder, 7)


def of_schema_0(folder: Path) -> None:
    """A store of the first version."""
    folder.mkdir()
    shutil.copy(SCHEMA_0, folder / "alice.json")


def half_saved(folder: Path) -> None:
    """A store whose last writer was killed."""
    with_seed(folder)
    with (folder / "alice.journal.jsonl").open("ab") as file:
        file.write(b'{"schema":1,"seq":99,"syn')


def rubbish_at_the_end(folder: Path) -> None:
    """A store whose journal ends with lines that are none, which are kept aside."""
    with_seed(folder)
    with (folder / "alice.journal.jsonl").open("ab") as file:
        file.write(b"\0" * 900 + b"\n" + b"rubbish\n" * 9)


def damaged(folder: Path) -> None:
    """A store whose TinyDB file is cut off."""
    with_seed(folder)
    data = (folder / "alice.json").read_bytes()
    (folder / "alice.json").write_bytes(data[: len(data) // 2])


def merged(folder: Path) -> None:
    """A store whose journal holds a merge that was not finished."""
    with_seed(folder)
    path = folder / "alice.journal.jsonl"
    lines = path.read_bytes().split(b"\n")[:-1]
    ours, theirs = lines[-3:-1], lines[-3:]
    whole = [*lines[:-3], b"<<<<<<< HEAD", *ours, b"=======", *theirs, b">>>>>>> other", b""]
    path.write_bytes(b"\n".join(whole))


@dataclass(frozen=True)
class Operation:
    """Something a person does, and the store it is done to."""

    ready: Callable[[Path], None]
    steps: tuple[str, ...]
    """One after the other; ``open`` opens the store, which else is open before anything is counted."""


OPERATIONS = {
    "create": Operation(nothing, ("open", "text", "add")),
    "open": Operation(with_seed, ("open",)),
    "add": Operation(with_seed, ("add",)),
    "keep a text": Operation(with_seed, ("text", "add")),
    "edit": Operation(with_seed, ("note",)),
    "tag": Operation(with_seed, ("tag",)),
    "delete": Operation(with_seed, ("delete",)),
    "link": Operation(with_seed, ("link",)),
    "bulk tag": Operation(with_seed, ("bulk",)),
    "undo": Operation(with_seed, ("tag", "undo")),
    "import": Operation(with_seed, ("import",)),
    "migrate": Operation(of_schema_0, ("open", "add")),
    "compact": Operation(with_seed, ("add", "compact")),
    "compact twice": Operation(with_seed, ("tag", "compact", "add", "compact")),
    "open after a kill": Operation(half_saved, ("open", "add")),
    "keep rubbish aside": Operation(rubbish_at_the_end, ("open", "add")),
    "mend a damaged file": Operation(damaged, ("open", "add")),
    "finish a merge": Operation(merged, ("open", "add", "compact")),
}


def steps_of(operation: Operation, start: State) -> list[Change | Compact | Text | None]:
    """The steps as they are done from *start*; None opens the store."""
    person = Person(SEED, start)
    made: dict[str, Callable[[], Change | Compact | Text | None]] = {
        "open": lambda: None,
        "compact": Compact,
        "text": lambda: Text("L’article qui vient d’être annoté\n" * 40),
    }
    return [made[kind]() if kind in made else person.change(kind) for kind in operation.steps]


def play(
    folder: Path, steps: list[Change | Compact | Text | None]
) -> Callable[[Callable[[bytes], None]], None]:
    """What the child does, telling one letter for each step that was done."""
    store = FileStore(folder, "alice")
    if None not in steps:
        store.load()

    def work(tell: Callable[[bytes], None]) -> None:
        for step in steps:
            if step is None:
                store.load()
            else:
                perform(store, step)
            tell(b".")

    return work


def faults_after(
    folder: Path, start: State, steps: list[Change | Compact | Text | None], done: int
) -> list[str]:
    """What is wrong with a store that was killed when so many *steps* had been called saved."""
    saved = start.copy()
    for step in steps[:done]:
        if isinstance(step, Change):
            saved.apply(step)
    possible = [saved]
    under_way = steps[done] if done < len(steps) else None
    if isinstance(under_way, Change):
        possible.append(saved.copy())
        possible[-1].apply(under_way)
    texts = [step.text for step in steps[:done] if isinstance(step, Text)]
    return faults_of(folder, possible, texts, aside=True)


def points_of(calls: dict[str, int]) -> list[tuple[str, int]]:
    """Every single call that can be the last one."""
    return [(name, number) for name, count in sorted(calls.items()) for number in range(1, count + 1)]


@pytest.fixture
def tracing() -> None:
    """Skips where processes cannot be traced."""
    need_strace()


def counted(tmp_path: Path, operation: Operation) -> tuple[State, list[tuple[str, int]]]:
    """What *operation* begins with, and all its points."""
    ready, folder, log = tmp_path / "ready", tmp_path / "annotations", tmp_path / "log"
    operation.ready(ready)
    copied(ready, folder)
    start = FileStore(folder, "alice").load()[0]
    copied(ready, folder)
    steps = steps_of(operation, start)
    ending = traced(play(folder, steps), log)
    assert (ending.code, len(ending.heard)) == (0, len(steps))
    assert faults_after(folder, start, steps, len(steps)) == []
    return start, points_of(ending.calls)


def copied(ready: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if ready.exists():
        shutil.copytree(ready, folder)


@pytest.mark.usefixtures("tracing")
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_kill_before_each_system_call_loses_nothing_acknowledged(tmp_path: Path, name: str) -> None:
    """In the short form before some of them; the last call of each kind is always among them."""
    operation = OPERATIONS[name]
    start, points = counted(tmp_path, operation)
    steps = steps_of(operation, start)
    ready, folder, log = tmp_path / "ready", tmp_path / "annotations", tmp_path / "log"
    for kill_at in points[:: max(1, -(-len(points) // POINTS))]:
        copied(ready, folder)
        ending = traced(play(folder, steps), log, kill_at)
        assert ending.code == -signal.SIGKILL, kill_at
        assert faults_after(folder, start, steps, len(ending.heard)) == [], kill_at


@pytest.mark.usefixtures("tracing")
def test_there_are_enough_points_and_those_that_write_are_among_them(tmp_path: Path) -> None:
    found: dict[str, list[tuple[str, int]]] = {}
    for name in OPERATIONS:
        folder = tmp_path / name
        folder.mkdir()
        found[name] = counted(folder, OPERATIONS[name])[1]
    assert sum(map(len, found.values())) >= FEWEST
    writing = {call for points in found.values() for call, _ in points}
    assert {"write", "fsync", "flock", "ftruncate"} <= writing
    assert any(call.startswith("rename") for call in writing)
    assert any(call.startswith("link") for call in writing)
    assert any(call.startswith("unlink") for call in writing)
    assert any(call.startswith("mkdir") for call in writing)


LASTING = re.compile(r"(?:write|fsync)\(\d+<([^>]*)>|rename\w*\(.*\"([^\"]*)\"")


def lasting(folder: Path, operation: Operation, log: Path) -> list[str]:
    """What *operation* has the system write, sync and rename, in this order; ``told`` acknowledges it."""
    operation.ready(folder)
    state = FileStore(folder, "alice").load()[0]
    ending = traced(play(folder, steps_of(operation, state)), log)
    found = []
    for line in ending.log:
        if match := LASTING.match(line):
            name = Path(match[1] or match[2]).name
            found.append("told" if name.startswith("pipe:") else f"{line.partition('(')[0][:6]} {name}")
    return found


@pytest.mark.usefixtures("tracing")
def test_nothing_is_told_before_the_system_was_asked_to_make_it_last(tmp_path: Path) -> None:
    text = next(step for step in steps_of(OPERATIONS["create"], State()) if isinstance(step, Text))
    sha256 = digest(text.text)
    assert lasting(tmp_path / "annotations", OPERATIONS["create"], tmp_path / "log") == [
        "told", f"fsync {tmp_path.name}", "fsync annotations", f"write {sha256}.alice.tmp",
        f"fsync {sha256}.alice.tmp", f"rename {sha256}.txt", "fsync texts", "told",
        "write alice.journal.jsonl", "fsync alice.journal.jsonl", "fsync annotations", "told",
    ]  # fmt: skip


@pytest.mark.usefixtures("tracing")
def test_the_system_is_asked_to_rename_only_what_lasts(tmp_path: Path) -> None:
    assert lasting(tmp_path / "annotations", OPERATIONS["compact"], tmp_path / "log") == [
        "write alice.journal.jsonl", "fsync alice.journal.jsonl", "told",
        "fsync alice.journal.jsonl", "fsync annotations", "rename alice.json.bak.1",
        "write alice.json.tmp", "fsync alice.json.tmp", "rename alice.json.bak", "rename alice.json",
        "fsync annotations", "told",
    ]  # fmt: skip
