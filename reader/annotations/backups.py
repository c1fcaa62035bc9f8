"""Earlier versions of the TinyDB file: kept, listed, and brought back as a change that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.disk import exists
from reader.annotations.names import BACKUPS

if TYPE_CHECKING:
    from reader.annotations.disk import Disk
    from reader.annotations.names import Files


def rotate(disk: Disk, files: Files) -> None:
    """Move each backup one place back, the oldest out; once for every session that writes.

    ``.bak`` is then free for the version that is about to be replaced. Raises OSError.
    """
    if not exists(disk, files.backup):
        return
    names = [files.backup, *(files.older_backup(age) for age in range(1, BACKUPS + 1))]
    for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
        if exists(disk, newer):
            disk.replace(newer, older)
