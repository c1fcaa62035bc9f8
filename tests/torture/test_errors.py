"""Every call refused once, with each error: the person hears of it, nothing is lost, the next save works."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from reader.annotations.file_store import FileStore
from reader.annotations.state import State
from reader.errors import StoreError
from tests.torture import amount
from tests.torture.operations import Compact, Person, Text, perform
from tests.torture.test_kill import CALLS, prepared
from tests.torture.verdict import faults_of
from tests.unit.annotations.kit import QuickDisk, adding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotations.changes import Change

ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES)
STEPS = amount(2, 30)


class RefusingDisk(QuickDisk):
    """Refuses the call with a certain number, once; or writes a few bytes at a time."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.error = errno.EIO
        self.short = False
        self.refused: str | None = None

    def arm(self, left: int, error: int) -> None:
        """Refuse the call after *left* more."""
        self.left, self.error, self.refused = left, error, None

    def _count(self, name: str) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left, self.refused = None, name
            raise OSError(self.error, os.strerror(self.error))


def _refusing(name: str) -> Callable[..., object]:
    def call(self: RefusingDisk, *arguments: object, **options: object) -> object:
        if name not in ("close", "unlock"):  # these do not fail in a way that anybody could act on
            self._count(name)
        if name == "write" and self.short:
            arguments = (arguments[0], arguments[1][:11])  # type: ignore[index]
        return getattr(QuickDisk, name)(self, *arguments, **options)

    return call


for _name in CALLS:
    setattr(RefusingDisk, _name, _refusing(_name))


@pytest.mark.parametrize("error", ERRORS, ids=[errno.errorcode[error] for error in ERRORS])
def test_a_refused_call_is_told_and_harms_nothing(tmp_path: Path, error: int) -> None:
    """At least 500 refusals over the four errors."""
    ready, folder = tmp_path / "ready", tmp_path / "annotations"
    prepared(ready, 3)
    refusals = told = 0
    for seed in range(STEPS):
        for kind in ("add", "bulk", "undo", "import", "compact", "text"):
            for left in range(200):
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(ready, folder)
                disk = RefusingDisk()
                store = FileStore(folder, "alice", disk)
                start, _ = store.load()
                person = Person(seed, start)
                before = Person(seed, start).change("add")
                perform(store, before)
                person.change("add")
                step: Change | Compact | Text = (
                    Compact()
                    if kind == "compact"
                    else Text("nouveau")
                    if kind == "text"
                    else person.change(kind)
                )
                disk.arm(left, error)
                try:
                    perform(store, step)
                    failed = False
                except StoreError:
                    failed = True
                    told += 1
                if disk.refused is None and not failed:
                    break
                refusals += 1
                assert disk.refused is not None
                disk.left = None
                store.poll()
                perform(store, step)
                store.compact()
                store.close()
                texts = ["nouveau"] if kind == "text" else []
                assert faults_of(folder, [person.state], texts) == [], (
                    seed,
                    kind,
                    left,
                    disk.refused,
                    failed,
                )
    assert refusals >= 125
    assert told >= refusals * 0.6


@pytest.mark.parametrize("error", ERRORS, ids=[errno.errorcode[error] for error in ERRORS])
def test_a_refusal_while_opening_is_told_or_harmless(tmp_path: Path, error: int) -> None:
    ready, folder = tmp_path / "ready", tmp_path / "annotations"
    prepared(ready, 3)
    expected = FileStore(ready, "alice").load()[0]
    for damaged in (False, True):
        for left in range(200):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(ready, folder)
            if damaged:
                (folder / "alice.json").write_bytes(b"rubbish")
            disk = RefusingDisk()
            disk.arm(left, error)
            store = FileStore(folder, "alice", disk)
            try:
                state, _ = store.load()
            except StoreError:
                assert disk.refused is not None
            else:
                disk.left = None
                assert state == expected or store.read_only is not None
                if store.read_only is None:
                    store.append([adding(5)])
                    state, _ = store.load()
                    assert "a-5" in state.annotations
            store.close()
            again = FileStore(folder, "alice", QuickDisk()).load()[0]
            assert {key for key in again.annotations if key != "a-5"} == set(expected.annotations)
            if disk.refused is None:
                break


def test_short_writes_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    disk = RefusingDisk()
    disk.short = True
    store = FileStore(folder, "alice", disk)
    store.load()
    person = Person(5)
    for _ in range(40):
        perform(store, person.step())
    store.close()
    assert faults_of(folder, [person.state]) == []
    assert person.state != State()
