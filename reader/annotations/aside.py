"""Keeping under another name what cannot be used; nothing is ever thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.disk import READING, exists, open_regular, read_range, sync_folder, write_new
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
            if exists(disk, aside):
                number += 1
                continue
            write_new(disk, aside, _bytes_of(disk, path))
        break
    sync_folder(disk, files.folder)
    return aside


def keep_bytes(disk: Disk, files: Files, path: Path, data: bytes) -> Path:
    """Keep *data*, a piece of *path* that is going to be cut off, as a file of its own. Raises OSError."""
    number = 1
    while exists(disk, aside := files.set_aside(path, "damaged", number)):
        number += 1
    write_new(disk, aside, data)
    sync_folder(disk, files.folder)
    return aside


def _same(disk: Disk, one: Path, other: Path) -> bool:
    first, second = disk.stat(one), disk.stat(other)
    return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)


def _bytes_of(disk: Disk, path: Path) -> bytes:
    fd = open_regular(disk, path, READING)
    try:
        return read_range(disk, fd, 0, min(disk.fstat(fd).st_size, MAX_BYTES))
    finally:
        disk.close(fd)
