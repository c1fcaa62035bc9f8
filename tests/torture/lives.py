"""One person's work on a store, with a note of what was acknowledged when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotations.changes import Change
from reader.annotations.file_store import FileStore
from reader.annotations.state import State
from tests.torture.operations import Person, Text, perform
from tests.torture.power import RecordingDisk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.power import Event


@dataclass
class Life:
    """What was done, and the log of the calls it came to."""

    root: Path
    log: list[Event] = field(default_factory=list)
    states: list[State] = field(default_factory=lambda: [State()])
    """After no change, one change, two, …"""
    texts: list[str] = field(default_factory=list)

    @property
    def store(self) -> Path:
        """The store's folder; it does not exist at the beginning."""
        return self.root / "annotations"

    def acknowledged(self, length: int) -> tuple[int, int]:
        """How many changes and texts had been called saved after the first *length* calls."""
        kinds = [event.kind for event in self.log[:length]]
        return kinds.count("saved"), kinds.count("kept")


def lived(root: Path, seed: int, steps: int, disk: RecordingDisk | None = None) -> Life:
    """A life of so many *steps*, in sessions of a few; everything is recorded."""
    life = Life(root)
    person = Person(seed)
    disk = disk or RecordingDisk(root)
    store = FileStore(life.store, "alice", disk)
    store.load()
    for number in range(steps):
        if number and person.chance.random() < 0.15:
            if person.chance.random() < 0.7:
                store.compact()
            store.close()
            store = FileStore(life.store, "alice", disk)
            store.load()
        step = person.step()
        if isinstance(step, Change):
            life.states.append(person.state.copy())
        perform(store, step)
        if isinstance(step, Change):
            disk.mark("saved")
        elif isinstance(step, Text):
            life.texts.append(step.text)
            disk.mark("kept")
    store.close()
    life.log = disk.log
    return life
