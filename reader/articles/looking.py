"""Looking again at folders that were opened: what changed there, without reading what did not.

A file is known by its stamp: times, size, inode. Nothing is kept here; ``Library`` says what was known.
"""

from __future__ import annotations

import stat
import time
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.discovery import entries_below

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.articles.discovery import Root
    from reader.errors import ArticleUnreadableError
    from reader.model import Article, ArticleRef

SETTLED = 100_000_000
"""Nanoseconds after which a change of a file surely gives it another time."""


class Stamp(NamedTuple):
    """What tells two versions of a file apart without reading it."""

    modified: int
    changed: int
    size: int
    inode: int


UNKNOWN = Stamp(-1, -1, -1, -1)
"""Of a file that was changed so recently that the next change might leave no trace in its times."""


class Looked(NamedTuple):
    """What a look at the disk found; nothing has come of it yet."""

    stamps: Mapping[str, Stamp] = {}
    """Of the files that were read anew."""
    read: Mapping[str, Article] = {}
    """What could be read of them."""
    failed: Mapping[str, ArticleUnreadableError] = {}
    """What could not."""
    added: tuple[ArticleRef, ...] = ()
    removed: tuple[str, ...] = ()
    problem: str = ""
    """Why the folder could not be looked at; then nothing is known."""

    def __bool__(self) -> bool:
        return bool(self.stamps or self.added or self.removed or self.problem)


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of the file at *path*; None where there is no regular file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return stamp_from(status) if stat.S_ISREG(status.st_mode) else None


def stamp_from(status: os.stat_result) -> Stamp:
    """The stamp that *status* makes."""
    if 0 <= time.time_ns() - status.st_ctime_ns < SETTLED:
        return UNKNOWN
    return Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def files_of(roots: Sequence[Root], closed: list[str]) -> Iterator[tuple[Root, str, os.stat_result]]:
    """Every article file there is now: its root, its name there, its status.

    Raises ArticleUnreadableError where a folder that was opened cannot be read; a folder inside it that
    cannot is put into *closed*.
    """
    notes: list[str] = []
    for root in roots:
        if root.files is not None:
            for name in root.files:
                try:
                    status = (root.folder / name).stat()
                except OSError:
                    continue
                if stat.S_ISREG(status.st_mode):
                    yield root, name, status
            continue
        for name, entry in entries_below(root.folder, notes, closed):
            try:
                yield root, name, entry.stat(follow_symlinks=False)
            except OSError:
                continue  # it went while we looked
