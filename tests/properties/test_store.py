"""The store against a model: two windows, crashes, damage, undo and reopening in any order."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reader.annotations.changes import Change
from reader.annotations.file_store import FileStore
from reader.annotations.rebase import rebase
from reader.annotations.records import write_line
from reader.annotations.state import State
from reader.errors import ChangeConflictError
from tests.torture import amount
from tests.torture.mortal import DeathError, MortalDisk
from tests.torture.operations import Person
from tests.unit.annotations.kit import TIME, adding

if TYPE_CHECKING:
    from reader.annotations.history import History

MEMORY = Path("/dev/shm")
KINDS = ("add", "note", "tag", "delete", "link", "bulk", "read", "import")
WINDOWS = st.sampled_from([0, 1])
STEPS = amount(1_500, 1_000_000)
"""Rules that are surely run."""
STEPS_AT_A_TIME, EXAMPLES = 50, min(500, -(-STEPS // 50))
"""So long is one story, and so many are told before what was learnt of them is forgotten."""


class Window:
    """One running reader: a store, the state its screen shows, and what it can undo."""

    def __init__(self, folder: Path) -> None:
        self.disk = MortalDisk()
        self.store = FileStore(folder, "alice", self.disk)
        self.state: State
        self.history: History
        self.state, self.history = self.store.load()

    def write(self, change: Change) -> None:
        """As the session does: on the screen first, then on the disk, then level with the others."""
        self.state.apply(change)
        self.history.record(change)
        self.hear(self.store.append([change]))

    def hear(self, foreign: tuple[Change, ...]) -> None:
        for change in foreign:
            self.state.apply(change)


class StoreMachine(RuleBasedStateMachine):
    """Whatever happens, the files hold what the model holds."""

    steps = 0
    """Rules that were run, over all stories."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        base = MEMORY if MEMORY.is_dir() else None
        self.root = Path(tempfile.mkdtemp(prefix="reader-model-", dir=base))
        self.folder = self.root / "annotations"
        self.model = State()
        self.number = seed
        StoreMachine.steps -= 1  # beginning is none
        self.windows = [Window(self.folder), Window(self.folder)]

    # --- what people do

    @rule(window=WINDOWS, kind=st.sampled_from(KINDS), stale=st.booleans())
    def change(self, window: int, kind: str, stale: bool) -> None:
        """Somebody does something, perhaps before having seen what the other did."""
        one = self.windows[window]
        if not stale:
            one.hear(one.store.poll())
            assert one.state == self.model
        self.number += 1
        change = Person(self.number, one.state, imported=5).change(kind)
        one.write(change)
        self.model.apply(rebase(change, self.model))

    @rule(window=WINDOWS, again=st.booleans())
    def undo(self, window: int, again: bool) -> None:
        """Somebody takes the last change back, or does it again."""
        one = self.windows[window]
        last = one.history.redoable() if again else one.history.undoable()
        if last is None:
            return
        edits = last.edits if again else last.inverse_edits()
        try:
            one.state.expect(edits, last.title)
        except ChangeConflictError:
            return
        self.number += 1
        undoes, redoes = (None, last.id) if again else (last.id, None)
        change = Change(f"u-{self.number}", "undo", edits, TIME, "alice", undoes=undoes, redoes=redoes)
        one.write(change)
        self.model.apply(rebase(change, self.model))

    @rule(window=WINDOWS)
    def poll(self, window: int) -> None:
        one = self.windows[window]
        one.hear(one.store.poll())
        assert one.state == self.model

    @rule(window=WINDOWS)
    def compact(self, window: int) -> None:
        self.windows[window].store.compact()

    @rule(window=WINDOWS)
    def reopen(self, window: int) -> None:
        self.windows[window] = Window(self.folder)
        assert self.windows[window].state == self.model

    # --- what happens to them

    @rule(window=WINDOWS, kind=st.sampled_from((*KINDS, "compact", "undo")), calls=st.integers(0, 45))
    def killed(self, window: int, kind: str, calls: int) -> None:
        """A process dies before one of its calls; the other window goes on and hears nothing of it."""
        one = self.windows[window]
        possible = [self.model]
        self.number += 1
        change = None
        if kind == "undo" and (last := one.history.undoable()) is not None:
            change = Change(f"k-{self.number}", "undo", last.inverse_edits(), TIME, "alice", undoes=last.id)
        elif kind not in ("compact", "undo"):
            change = Person(self.number, one.state, imported=5).change(kind)
        if change is not None:
            possible.append(self.model.copy())
            possible[1].apply(rebase(change, self.model))
        one.disk.dies_after(calls)
        try:
            if change is None:
                one.store.compact()
            else:
                one.store.append([change])
            possible = possible[-1:]  # it was done before it could die
        except DeathError:
            pass
        one.disk.bury()
        self.windows[window] = Window(self.folder)
        assert self.windows[window].state in possible
        self.model = self.windows[window].state.copy()

    @precondition(lambda self: (self.folder / "alice.journal.jsonl").exists())
    @rule(window=WINDOWS, part=st.floats(0, 0.999))
    def crash_while_saving(self, window: int, part: float) -> None:
        """A process dies in the middle of a write; nobody was told that it was saved."""
        line = write_line(10**6, 0, adding(1))[:-1]
        with (self.folder / "alice.journal.jsonl").open("ab") as file:
            file.write(line[: int(len(line) * part)])
        self.reopen(window)

    @precondition(lambda self: (self.folder / "alice.json").exists())
    @rule(how=st.sampled_from(["gone", "empty", "cut", "zeros", "older", "laid out anew"]))
    def damage_file(self, how: str) -> None:
        """Something happens to the TinyDB file while everybody is at work."""
        path = self.folder / "alice.json"
        data = path.read_bytes()
        backup = self.folder / "alice.json.bak"
        path.unlink()
        if how == "gone":
            return
        older = backup.read_bytes() if backup.exists() else b""
        path.write_bytes(
            {
                "empty": b"",
                "cut": data[: len(data) // 2],
                "zeros": bytes(len(data)),
                "older": older,
                "laid out anew": data.replace(b"\n", b"\r\n"),
            }[how]
        )

    @invariant()
    def no_rubbish_is_left(self) -> None:
        StoreMachine.steps += 1
        if self.folder.exists():
            assert not list(self.folder.glob("*.tmp"))

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        try:
            self.check_files()
        finally:
            shutil.rmtree(self.root)

    def check_files(self) -> None:
        """Both files together, and each alone, hold what the model holds."""
        for window in (0, 1):
            self.poll(window)
        last = Window(self.folder)
        assert last.state == self.model
        last.store.compact()
        if not (self.folder / "alice.journal.jsonl").exists():
            assert self.model == State()
            return
        journal = (self.folder / "alice.journal.jsonl").read_bytes()
        (self.folder / "alice.journal.jsonl").unlink()
        assert Window(self.folder).state == self.model
        (self.folder / "alice.journal.jsonl").write_bytes(journal)
        (self.folder / "alice.json").unlink()
        for path in self.folder.glob("*.bak*"):
            path.unlink()
        assert Window(self.folder).state == self.model


def test_whatever_happens_the_files_hold_what_the_model_holds() -> None:
    """In the long form a million steps: operations, crashes, a second window, damage, undo."""
    StoreMachine.steps = 0
    told = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS_AT_A_TIME,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    while StoreMachine.steps < STEPS:
        run_state_machine_as_test(StoreMachine, settings=told)
