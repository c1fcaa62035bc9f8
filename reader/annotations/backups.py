"""Earlier versions of the TinyDB file: kept, listed, and brought back as a change that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.annotations.disk import Disk, exists
from reader.annotations.failures import read_sentence
from reader.annotations.filed import read_filed
from reader.annotations.names import BACKUPS, Files
from reader.annotations.replay import difference
from reader.errors import StoreDamagedError, StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.changes import Edit
    from reader.annotations.state import State


class Backup(NamedTuple):
    """An earlier version of the file that can be brought back."""

    path: Path
    state: State
    """What it holds."""


def backups_of(folder: Path, annotator: str, disk: Disk | None = None) -> tuple[Backup, ...]:
    """The backups that can be read, newest first."""
    files = Files(folder, annotator)
    found = []
    for path in _paths(files):
        try:
            found.append(read_backup(path, disk))
        except StoreError:
            continue  # there is none, or it is of no use
    return tuple(found)


def read_backup(path: Path, disk: Disk | None = None) -> Backup:
    """The backup at *path*, or any earlier TinyDB file; raises StoreError where it is none that is whole."""
    try:
        filed = read_filed(disk or Disk(), path)
    except OSError as error:
        raise StoreError(read_sentence(error, path)) from error
    if not filed.whole:
        reason = filed.damage or "It is missing, holds rows that cannot be used, or is of a later version."
        raise StoreDamagedError(f"{path.name} cannot be brought back. {reason}")
    return Backup(path, filed.state)


def restoring(state: State, backup: Backup) -> tuple[Edit, ...]:
    """The edits that bring *backup* back where *state* is now; as a change they can be undone."""
    return difference(state, backup.state)


def _paths(files: Files) -> list[Path]:
    return [files.backup, *(files.older_backup(age) for age in range(1, BACKUPS + 1))]


def rotate(disk: Disk, files: Files) -> None:
    """Move each backup one place back, the oldest out; once for every session that writes.

    ``.bak`` is then free for the version that is about to be replaced. Raises OSError.
    """
    if not exists(disk, files.backup):
        return
    names = _paths(files)
    for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
        if exists(disk, newer):
            disk.replace(newer, older)
