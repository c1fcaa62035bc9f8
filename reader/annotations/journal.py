"""The journal of one annotator: every change ever made, one line each, only ever added to.

A line counts once it is whole and its checksum holds. What follows the last such line was
being written when a process or the power went, and nobody was told it was saved.
"""

from __future__ import annotations

import errno
from array import array
from bisect import bisect_left
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotations.disk import (
    APPENDING,
    BLOCK,
    READING,
    mode_of,
    open_regular,
    read_range,
    remove,
    sync_folder,
    write_all,
    write_new,
)
from reader.annotations.records import SCHEMA, read_change, read_head, write_line
from reader.errors import StoreDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.annotations.changes import Change
    from reader.annotations.disk import Disk

MAX_BYTES = 4 << 30
"""A journal beyond that is not ours."""
MAX_LINE = 256 << 20
"""One change: an import of some hundred thousand annotations."""

_TAIL = 18
"""Bytes at the end of a line that tell it from another."""
_MARKERS = (b"<<<<<<< ", b"||||||| ", b"======= ", b">>>>>>> ")


class JournalRewrittenError(Exception):
    """What was read of the journal is no longer what stands there."""


@dataclass(slots=True, eq=False, repr=False)
class Findings:
    """What a stretch of a journal holds."""

    starts: array[int] = field(default_factory=lambda: array("q"))
    """Where each whole line begins."""
    seqs: array[int] = field(default_factory=lambda: array("q"))
    """The sequence number of each."""
    end: int = 0
    """Where the last whole line ends."""
    synced: int = 0
    """Through which number the lines themselves vouch to be on the disk."""
    torn: int | None = None
    """Where a write that was cut short begins."""
    unended: bool = False
    """Whether the last line is whole but for its line end."""
    damaged: list[tuple[int, int]] = field(default_factory=list)
    """Stretches that were saved once and cannot be read any more."""
    gaps: list[tuple[int, int]] = field(default_factory=list)
    """Numbers, first and last, that no line has."""
    disordered: bool = False
    """Whether a number comes twice or too late, as after a merge."""
    conflict: bool = False
    """Whether there are merge-conflict markers."""
    newer: bool = False
    """Whether a later version of reader wrote some of it."""

    @property
    def needs_rewriting(self) -> bool:
        """Whether new lines may not simply be added."""
        return bool(self.damaged) or self.disordered or self.conflict


def examine(disk: Disk, fd: int, start: int, size: int, seq: int) -> Findings:
    """Read the lines of *fd* from *start* to *size*, where *seq* is the last number before."""
    found = Findings(end=start)
    doubts: list[tuple[int, int]] = []
    cut = 0
    before = seq
    for place, line, ended in lines_of(disk, fd, start, size):
        after = place + len(line) + ended
        head = read_head(line.removesuffix(b"\r"))  # as a copy with other line ends has it
        if head is None:
            if line.startswith(_MARKERS) or line == b"=======":
                found.conflict = True
                continue
            if not doubts:
                cut, before = len(found.starts), seq
            doubts.append((place, after))
            continue
        schema, number, synced = head
        if schema > SCHEMA:
            found.newer = True
        if doubts and synced > before:  # what stands before this line was on the disk once
            found.damaged += doubts
            doubts = []
        if number <= seq:
            found.disordered = True
        elif number > seq + 1 and not doubts and not found.damaged:
            found.gaps.append((seq + 1, number - 1))
        found.starts.append(place)
        found.seqs.append(number)
        found.synced = max(found.synced, synced)
        found.end = after
        found.unended = not ended
        seq = number
    if doubts:
        found.torn = found.end = doubts[0][0]
        del found.starts[cut:], found.seqs[cut:]
        found.unended = False
    return found


def lines_of(disk: Disk, fd: int, start: int, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Each line with its place and whether it has its line end, in constant memory."""
    pieces: list[bytes] = []
    held = 0
    place = start
    while start < size and (block := disk.pread(fd, min(BLOCK, size - start), start)):
        start += len(block)
        first, *rest = block.split(b"\n")
        pieces.append(first)
        held += len(first)
        if held > MAX_LINE:
            raise OSError(errno.EFBIG, "a line is too long")
        for piece in rest:
            line = pieces[0] if len(pieces) == 1 else b"".join(pieces)
            yield place, line, True
            place += len(line) + 1
            pieces, held = [piece], len(piece)
    if held:
        yield place, b"".join(pieces), False


class Journal:
    """Where one process stands in the journal, and the way to add to it."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self.path = path
        self.starts: array[int] = array("q")
        """Where each line known so far begins."""
        self.end = 0
        """Where the lines known so far end."""
        self.seqs: array[int] = array("q")
        """The number of each."""
        self.seq = 0
        """The number of the last line."""
        self._synced = 0
        self._mark = b""
        self._unended = False
        self._settled = False  # whether the file's name is surely on the disk

    def size(self) -> int:
        """Bytes now; 0 where there is no journal yet."""
        try:
            return self._disk.stat(self.path).st_size
        except FileNotFoundError:
            return 0

    def scan(self) -> Findings:
        """Look at what came since; nothing is taken over yet.

        Raises JournalRewrittenError where what was known is gone, OSError where it cannot be read.
        """
        try:
            fd = open_regular(self._disk, self.path, READING)
        except FileNotFoundError:
            if self.end:
                raise JournalRewrittenError from None
            return Findings()
        try:
            size = self._disk.fstat(fd).st_size
            if size > MAX_BYTES:
                raise OSError(errno.EFBIG, "too large", str(self.path))
            self._check_mark(fd, size)
            return examine(self._disk, fd, self.end, size, self.seq)
        finally:
            self._disk.close(fd)

    def take(self, found: Findings) -> None:
        """Make *found* part of what is known."""
        if found.starts:
            self.starts.extend(found.starts)
            self.seqs.extend(found.seqs)
            self.seq = found.seqs[-1]
            self._synced = max(self._synced, found.synced)
            self._unended = found.unended
            self._mark = self.read(max(0, found.end - _TAIL - 1), found.end)
        self.end = found.end

    def changes(self, first: int) -> Iterator[Change]:
        """The changes of the lines from index *first* on.

        Raises StoreDamagedError where one cannot be understood.
        """
        for index in range(first, len(self.starts)):
            yield self.change_at(index)

    def change_at(self, index: int) -> Change:
        """The change of the line *index*; raises StoreDamagedError."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else self.end
        line = self.read(self.starts[index], end).partition(b"\n")[0].removesuffix(b"\r")
        if read_head(line) is None:
            raise StoreDamagedError(f"The journal {self.path.name} has changed.")
        return read_change(line)

    def id_at(self, seq: int) -> str:
        """The id of the change with that number, empty where there is none; raises StoreDamagedError."""
        index = bisect_left(self.seqs, seq)
        there = index < len(self.seqs) and self.seqs[index] == seq
        return self.change_at(index).id if there else ""

    def read(self, start: int, end: int) -> bytes:
        """The bytes there; raises OSError."""
        fd = open_regular(self._disk, self.path, READING)
        try:
            return read_range(self._disk, fd, start, end)
        finally:
            self._disk.close(fd)

    def append(self, changes: Sequence[Change]) -> None:
        """Add *changes* and make them last; on failure the file is as it was.

        The caller holds the lock and has just scanned. Raises OSError.
        """
        if not changes:  # lines that were refused stand there all the same: make sure of them
            if self.starts:
                self.settle()
            return
        seq = self.seq
        data = bytearray(b"\n" if self._unended else b"")
        starts = array("q")
        for change in changes:
            seq += 1
            starts.append(self.end + len(data))
            data += self._fitting(write_line(seq, self._synced, change), len(data))
        fd = open_regular(self._disk, self.path, APPENDING)
        try:
            self._write(fd, bytes(data))
        finally:
            self._disk.close(fd)
        self.starts.extend(starts)
        self.seqs.extend(range(self.seq + 1, seq + 1))
        self.end += len(data)
        self.seq = self._synced = seq
        self._mark = bytes(data[-_TAIL - 1 :])
        self._unended = False

    def settle(self) -> None:
        """Make everything that was read last: another process may have died before it could."""
        fd = open_regular(self._disk, self.path, READING)
        try:
            self._disk.fsync(fd)
        finally:
            self._disk.close(fd)
        sync_folder(self._disk, self.path.parent)
        self._synced = self.seq
        self._settled = True

    def cut(self) -> None:
        """Drop what follows the last whole line; the caller holds the lock. Raises OSError."""
        fd = open_regular(self._disk, self.path, APPENDING)
        try:
            self._disk.truncate(fd, self.end)
            self._disk.fsync(fd)
        finally:
            self._disk.close(fd)

    def rewrite(self, changes: Sequence[Change]) -> None:
        """Put *changes*, numbered from 1, in the place of the whole journal; the caller holds the lock.

        Raises OSError, and then the journal is as it was.
        """
        fresh = Journal(self._disk, self.path)
        data = bytearray()
        for change in changes:
            fresh.seq += 1
            fresh.starts.append(len(data))
            fresh.seqs.append(fresh.seq)
            data += write_line(fresh.seq, fresh.seq - 1, change)
        beside = self.path.with_name(self.path.name + ".tmp")
        write_new(self._disk, beside, bytes(data), mode_of(self._disk, self.path))
        try:
            self._disk.replace(beside, self.path)
        except BaseException:
            remove(self._disk, beside)
            raise
        sync_folder(self._disk, self.path.parent)
        self.starts, self.seqs = fresh.starts, fresh.seqs
        self.seq = self._synced = fresh.seq
        self.end, self._mark = len(data), bytes(data[-_TAIL - 1 :])
        self._unended, self._settled = False, True

    def _fitting(self, line: bytes, before: int) -> bytes:
        """*line*, if it can be read again when it stands *before* bytes beyond the end; raises OSError."""
        if len(line) > MAX_LINE or self.end + before + len(line) > MAX_BYTES:
            raise OSError(errno.EFBIG, "too large", str(self.path))
        return line

    def _write(self, fd: int, data: bytes) -> None:
        try:
            write_all(self._disk, fd, data)
            self._disk.fsync(fd)
            if not self._settled:
                sync_folder(self._disk, self.path.parent)
                self._settled = True
        except OSError:
            with suppress(OSError):  # what cannot be cut now is recognised by its ids at the next try
                self._disk.truncate(fd, self.end)
            raise

    def _check_mark(self, fd: int, size: int) -> None:
        """Make sure that the last line known still ends where it ended."""
        start = self.end - len(self._mark)
        if size < self.end or self._disk.pread(fd, len(self._mark), start) != self._mark:
            raise JournalRewrittenError
