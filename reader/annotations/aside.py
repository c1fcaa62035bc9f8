"""Keeping under another name what cannot be used; nothing is ever thrown away."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from reader.annotations.disk import (
    READING,
    exists,
    mode_of,
    open_regular,
    read_range,
    sync_folder,
    write_new,
)
from reader.annotations.journal import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.disk import Disk
    from reader.annotations.names import Files


def set_aside(disk: Disk, files: Files, path: Path, reason: str) -> Path:
    """Give the file *path* a second name, ``alice.damaged-1.json``, that lasts; the first stays.

    Returns the second name; one that the same file already has is used again. Raises OSError.
    """
    number = 1
    while True:
        aside = files.set_aside(path, reason, number)
        try:
            disk.link(path, aside)
        except FileExistsError:
            if _same(disk, path, aside):
                break
            number += 1
            continue
        except OSError:  # a file system without hard links
            return _keep(disk, files, path, reason, _bytes_of(disk, path))
        break
    sync_folder(disk, files.folder)
    return aside


def keep_bytes(disk: Disk, files: Files, path: Path, data: bytes) -> Path:
    """Keep *data*, a piece of *path* that is going to be cut off, as a file of its own. Raises OSError."""
    return _keep(disk, files, path, "damaged", data)


def _keep(disk: Disk, files: Files, path: Path, reason: str, data: bytes) -> Path:
    """A file of its own that holds *data*; one that does already, as after a kill, is used again."""
    number = 1
    while exists(disk, aside := files.set_aside(path, reason, number)):
        if _holds(disk, aside, data):
            break
        number += 1
    else:
        beside = path.with_name(path.name + ".tmp")
        write_new(disk, beside, data, mode_of(disk, path))
        disk.replace(beside, aside)
    sync_folder(disk, files.folder)
    return aside


def _holds(disk: Disk, path: Path, data: bytes) -> bool:
    status = disk.stat(path)
    return stat.S_ISREG(status.st_mode) and status.st_size == len(data) and _bytes_of(disk, path) == data


def _same(disk: Disk, one: Path, other: Path) -> bool:
    first, second = disk.stat(one), disk.stat(other)
    return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)


def _bytes_of(disk: Disk, path: Path) -> bytes:
    fd = open_regular(disk, path, READING)
    try:
        return read_range(disk, fd, 0, min(disk.fstat(fd).st_size, MAX_BYTES))
    finally:
        disk.close(fd)
