"""Annotations, changes and disks for tests of the store."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Change, Edit, Row, Table, added, removed, replaced
from reader.annotations.disk import Disk
from reader.annotations.file_store import FileStore
from reader.model import Annotation, Link, Span, Tag

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotations.state import State

TIME = "2025-10-16T08:00:00Z"
WORDS = "« L’été, Orbán s’est rendu à Kyïv. »"


def annotation(number: int, *, tags: tuple[str, ...] = ("PER",), note: str = "") -> Annotation:
    """A made-up annotation with the id ``a-<number>``."""
    start = number % 10
    quote = WORDS[start : start + 5]
    return Annotation(
        id=f"a-{number}",
        article="kyïv.txt",
        article_sha256="0" * 64,
        span=Span(start, start + len(quote)),
        quote=quote,
        prefix=WORDS[:start],
        suffix=WORDS[start + 5 :][:32],
        tags=tags,
        note=note,
        creator="alice",
        created=TIME,
        modified=TIME,
    )


def link(number: int, source: int, target: int) -> Link:
    """A made-up link between two such annotations."""
    return Link(f"l-{number}", "updates", f"a-{source}", f"a-{target}", "", "alice", TIME, TIME)


def change(id: str, *edits: Edit) -> Change:
    """A change of these edits."""
    return Change(id, f"change {id}", edits, TIME, "alice")


def adding(number: int, *, id: str | None = None, note: str = "") -> Change:
    """The change that adds annotation *number*."""
    return change(id or f"c-{number}", added(Table.ANNOTATIONS, annotation(number, note=note)))


def deleting(row: Row, *, id: str) -> Change:
    """The change that takes an annotation, link or tag away."""
    table = {Annotation: Table.ANNOTATIONS, Link: Table.LINKS, Tag: Table.TAGS}[type(row)]
    return change(id, removed(table, row))


def noting(before: Annotation, note: str, *, id: str) -> Change:
    """The change that gives an annotation another note."""
    return change(id, replaced(Table.ANNOTATIONS, before, replace(before, note=note)))


def tagging(before: Annotation, tag: str, *, id: str) -> Change:
    """The change that adds a tag."""
    return change(id, replaced(Table.ANNOTATIONS, before, replace(before, tags=(*before.tags, tag))))


def opened(folder: Path, disk: Disk | None = None, annotator: str = "alice") -> tuple[FileStore, State]:
    """A store in *folder* and what it holds."""
    store = FileStore(folder, annotator, disk)
    state, _ = store.load()
    return store, state


def keys(folder: Path) -> list[str]:
    """Ids of the annotations that a fresh opening of *folder* finds."""
    store, state = opened(folder)
    store.close()
    return sorted(state.annotations)


def files(folder: Path) -> list[str]:
    """Names in *folder*."""
    return sorted(path.name for path in folder.iterdir())


class QuickDisk(Disk):
    """A disk that never waits for its platters; for tests in which the power stays on."""

    def fsync(self, fd: int) -> None:
        """Nothing: what a process wrote outlives it."""


class FaultyDisk(Disk):
    """A disk whose calls of one kind fail when told to."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.fails: Callable[[str, int], OSError | None] = lambda _name, _count: None
        """Given the name of a call and how many there were of it; the error to raise, if any."""
        self.short = False
        """Whether a write takes only a few bytes at a time."""

    def fail(self, name: str, error: int, *, times: int = 1, after: int = 0) -> None:
        """Let the calls *name* fail *times* times, the first *after* ones excepted."""
        start = self.calls.count(name) + after

        def decide(call: str, count: int) -> OSError | None:
            hit = call == name and start < count <= start + times
            return OSError(error, os.strerror(error)) if hit else None

        self.fails = decide

    def _note(self, name: str) -> None:
        self.calls.append(name)
        error = self.fails(name, self.calls.count(name))
        if error is not None:
            raise error

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        self._note("open")
        return super().open(path, flags, mode)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        self._note("write")
        return super().write(fd, data[:7] if self.short else data)

    def pread(self, fd: int, size: int, offset: int) -> bytes:
        self._note("pread")
        return super().pread(fd, size, offset)

    def fsync(self, fd: int) -> None:
        self._note("fsync")
        super().fsync(fd)

    def truncate(self, fd: int, size: int) -> None:
        self._note("truncate")
        super().truncate(fd, size)

    def replace(self, source: Path, target: Path) -> None:
        self._note("replace")
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        self._note("link")
        super().link(source, target)

    def unlink(self, path: Path) -> None:
        self._note("unlink")
        super().unlink(path)

    def mkdir(self, path: Path) -> None:
        self._note("mkdir")
        super().mkdir(path)

    def flock(self, fd: int) -> None:
        self._note("flock")
        super().flock(fd)

    def sleep(self, seconds: float) -> None:
        """Time passes at once."""
        self.calls.append("sleep")
        del seconds
