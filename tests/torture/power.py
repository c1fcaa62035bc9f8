"""A disk that writes down what is asked of it, and what may be left of that when the power goes.

What was fsynced stays. Of the rest any part may be there: of a write any of its sectors, in any
order, with zeros where the file grew but the data did not arrive; of the names in a folder any.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.disk import Disk

if TYPE_CHECKING:
    import random

SECTOR = 512


@dataclass(frozen=True)
class Event:
    """One call: what, on which file or name, with what."""

    kind: str
    node: int = 0
    name: Path = Path()
    other: Path = Path()
    place: int = 0
    data: bytes = b""


class RecordingDisk(Disk):
    """The real disk, with a log."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log: list[Event] = []
        self._nodes: dict[Path, int] = {}
        self._fds: dict[int, tuple[int, Path]] = {}
        self._count = 0

    def write_over(self, path: Path, data: bytes) -> None:
        """Truncate and write in place, as the store never does."""
        fd = self.open(path, os.O_WRONLY | os.O_CREAT)
        self.truncate(fd, 0)
        self.write(fd, data)
        self.fsync(fd)
        self.close(fd)

    def mark(self, kind: str) -> None:
        """Write down that something was acknowledged."""
        self.log.append(Event(kind))

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        fd = super().open(path, flags, mode)
        if new:
            self._count += 1
            self._nodes[path] = self._count
            self.log.append(Event("name", self._count, path))
        self._fds[fd] = (self._nodes.get(path, 0), path)
        return fd

    def write(self, fd: int, data: bytes | memoryview) -> int:
        place = os.fstat(fd).st_size  # only ever appended
        self.log.append(Event("write", self._fds[fd][0], place=place, data=bytes(data)))
        return super().write(fd, data)

    def truncate(self, fd: int, size: int) -> None:
        self.log.append(Event("truncate", self._fds[fd][0], place=size))
        super().truncate(fd, size)

    def fsync(self, fd: int) -> None:
        node, path = self._fds[fd]
        self.log.append(Event("fsync", node) if node else Event("fsync folder", name=path))

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self._nodes[target] = node = self._nodes.pop(source)
        self.log.append(Event("replace", node, target, source))

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self._nodes[target] = node = self._nodes[source]
        self.log.append(Event("name", node, target))

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self._nodes.pop(path, None)
        self.log.append(Event("unlink", name=path))

    def mkdir(self, path: Path) -> None:
        super().mkdir(path)
        self.log.append(Event("mkdir", name=path))


@dataclass
class File:
    """The bytes that are surely there, and the writes that may be."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def apply(self, event: Event) -> None:
        if event.kind == "truncate":
            del self.safe[event.place :]
            return
        gap = event.place - len(self.safe)
        self.safe += bytes(max(0, gap))
        self.safe[event.place : event.place + len(event.data)] = event.data

    def sync(self) -> None:
        for event in self.pending:
            self.apply(event)
        self.pending.clear()

    def after_loss(self, chance: random.Random) -> bytes:
        """One of the contents there may be when the power comes back."""
        left = File(bytearray(self.safe))
        mode = chance.choice(("all", "none", "prefix", "sectors", "sectors"))
        events = list(self.pending)
        if mode == "none":
            return bytes(left.safe)
        if mode == "prefix":
            events = events[: chance.randrange(len(events) + 1)]
        for event in events:
            left.apply(event if mode in ("all", "prefix") else _torn(event, left, chance))
        if mode == "prefix" and events and events[-1].kind == "write":
            keep = events[-1].place + chance.randrange(len(events[-1].data) + 1)
            del left.safe[max(keep, len(self.safe)) :]
        return bytes(left.safe)


def _torn(event: Event, file: File, chance: random.Random) -> Event:
    """*event* with some of its sectors missing: what stood there before, or zeros."""
    if event.kind != "write":
        return event if chance.random() < 0.5 else Event("write")
    data = bytearray(event.data)
    for start in range(-(event.place % SECTOR), len(data), SECTOR):
        if chance.random() < 0.4:
            low, high = max(start, 0), min(start + SECTOR, len(data))
            old = bytes(file.safe[event.place + low : event.place + high])
            data[low:high] = old + bytes(high - low - len(old))
    if chance.random() < 0.5:
        del data[chance.randrange(len(data) + 1) :]
    return Event("write", event.node, place=event.place, data=bytes(data))


class Loss:
    """What is on the disk after the first *length* calls of a log."""

    def __init__(self, log: list[Event], length: int) -> None:
        self.files: dict[int, File] = {}
        self.names: dict[Path, int] = {}
        self.folders: set[Path] = set()
        self.pending: dict[Path, list[Event]] = {}
        for event in log[:length]:
            self._take(event)

    def _take(self, event: Event) -> None:
        if event.kind in ("write", "truncate"):
            self.files.setdefault(event.node, File()).pending.append(event)
        elif event.kind == "fsync":
            self.files.setdefault(event.node, File()).sync()
        elif event.kind == "fsync folder":
            for pending in self.pending.pop(event.name, []):
                self._name(pending)
        elif event.kind in ("name", "replace", "unlink", "mkdir"):
            self.pending.setdefault(event.name.parent, []).append(event)

    def _name(self, event: Event) -> None:
        if event.kind == "mkdir":
            self.folders.add(event.name)
        elif event.kind == "unlink":
            self.names.pop(event.name, None)
        else:
            self.names[event.name] = event.node
            if event.kind == "replace":
                self.names.pop(event.other, None)

    def write_to(self, root: Path, target: Path, chance: random.Random) -> None:
        """Lay out one possible remainder of *root* at *target*."""
        for pending in self.pending.values():
            mode = chance.choice(("all", "none", "prefix", "any"))
            keep = {"all": len(pending), "none": 0}.get(mode, chance.randrange(len(pending) + 1))
            for place, event in enumerate(pending):
                if chance.random() < 0.5 if mode == "any" else place < keep:
                    self._name(event)
        target.mkdir()
        for folder in sorted(self.folders):
            if folder != root and folder.parent in (root, *self.folders):
                (target / folder.relative_to(root)).mkdir(exist_ok=True)
        contents = {node: file.after_loss(chance) for node, file in sorted(self.files.items())}
        for name, node in self.names.items():
            path = target / name.relative_to(root)
            if path.parent.is_dir():
                path.write_bytes(contents.get(node, b""))
