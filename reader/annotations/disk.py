"""Every call to the operating system that the store makes, in one place.

``Disk`` is the real one; tests hand the store another that records calls, refuses them,
or stops in the middle. Nothing else of this package may call ``os``, ``open`` or ``fcntl``.
"""

# The calls stand here as they are; pathlib would hide which one is made.
# ruff: noqa: PTH102, PTH105, PTH108, PTH208

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = 1 << 20
"""Bytes read or written at a time."""


class Disk:
    """The calls themselves, one method each, raising OSError as they do."""

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        return os.open(path, flags | os.O_CLOEXEC, mode)

    def close(self, fd: int) -> None:
        """Its errors concern nobody: what counts was fsynced before, and *fd* is closed all the same."""
        try:
            os.close(fd)
        except OSError as error:
            if error.errno == errno.EBADF:
                raise

    def pread(self, fd: int, size: int, offset: int) -> bytes:
        return os.pread(fd, size, offset)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        os.fsync(fd)

    def truncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)

    def chmod(self, fd: int, mode: int) -> None:
        os.fchmod(fd, mode)

    def fstat(self, fd: int) -> os.stat_result:
        return os.fstat(fd)

    def stat(self, path: Path) -> os.stat_result:
        """Of the name itself: a link is not followed."""
        return os.lstat(path)

    def replace(self, source: Path, target: Path) -> None:
        os.replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        os.link(source, target)

    def unlink(self, path: Path) -> None:
        os.unlink(path)

    def access(self, path: Path) -> bool:
        """Whether names can be made in the folder *path*."""
        return os.access(path, os.W_OK | os.X_OK)

    def mkdir(self, path: Path) -> None:
        os.mkdir(path)

    def listdir(self, path: Path) -> list[str]:
        return os.listdir(path)

    def flock(self, fd: int) -> None:
        """Take the lock of *fd* for this one alone, without waiting."""
        import fcntl  # absent on Windows, where opening a store says so

        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def unlock(self, fd: int) -> None:
        import fcntl

        fcntl.flock(fd, fcntl.LOCK_UN)

    def sleep(self, seconds: float) -> None:
        import time

        time.sleep(seconds)


class LookingDisk(Disk):
    """A disk that refuses whatever would change something: for looking at a store as it stands."""

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise _looking(path)
        return super().open(path, flags, mode)

    def replace(self, source: Path, target: Path) -> None:  # noqa: ARG002
        raise _looking(target)

    def link(self, source: Path, target: Path) -> None:  # noqa: ARG002
        raise _looking(target)

    def unlink(self, path: Path) -> None:
        raise _looking(path)

    def mkdir(self, path: Path) -> None:
        raise _looking(path)


def _looking(path: Path) -> OSError:
    return OSError(errno.EROFS, "only looked at", str(path))


# --- what is made of them -------------------------------------------------------

READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
"""A link is refused and a pipe does not block: only what stands in the folder itself is read."""
APPENDING = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
CREATING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
"""Never truncates: the name may be a second one of a file that is still needed."""
_NOT_FOR_FOLDERS = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EBADF))
"""What network file systems answer that sync files but not folders."""


def open_regular(disk: Disk, path: Path, flags: int) -> int:
    """Open *path*, which must be a plain file; raises OSError (EINVAL for anything else)."""
    fd = disk.open(path, flags)
    try:
        if not stat.S_ISREG(disk.fstat(fd).st_mode):
            raise OSError(errno.EINVAL, "not a plain file", str(path))
    except BaseException:
        disk.close(fd)
        raise
    return fd


def read_file(disk: Disk, path: Path, limit: int) -> bytes:
    """All bytes of *path*; raises OSError, EFBIG where there are more than *limit*."""
    fd = open_regular(disk, path, READING)
    try:
        size = disk.fstat(fd).st_size
        if size > limit:
            raise OSError(errno.EFBIG, "too large", str(path))
        return read_range(disk, fd, 0, size)
    finally:
        disk.close(fd)


def read_range(disk: Disk, fd: int, start: int, end: int) -> bytes:
    """The bytes from *start* to *end*, fewer where the file ends before."""
    pieces = []
    while start < end and (piece := disk.pread(fd, min(BLOCK, end - start), start)):
        pieces.append(piece)
        start += len(piece)
    return b"".join(pieces)


def write_all(disk: Disk, fd: int, data: bytes) -> None:
    """Write the whole of *data*, however little the system takes at a time."""
    rest = memoryview(data)
    while rest:
        written = disk.write(fd, rest)
        if written <= 0:
            raise OSError(errno.EIO, "nothing was written")
        rest = rest[written:]


def sync_folder(disk: Disk, folder: Path) -> None:
    """Make the names in *folder* last, where the file system can be asked to."""
    fd = disk.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        disk.fsync(fd)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        disk.close(fd)


def write_new(disk: Disk, path: Path, data: bytes, mode: int | None = None) -> None:
    """Write *data* to the new file *path* and make the bytes last; no half file stays behind on failure.

    *mode*: who may read and write it; else whoever may read and write what this user makes.
    """
    with suppress(FileNotFoundError):
        disk.unlink(path)
    fd = disk.open(path, CREATING) if mode is None else disk.open(path, CREATING, mode)
    try:
        try:
            if mode is not None and stat.S_IMODE(disk.fstat(fd).st_mode) != mode:
                with suppress(OSError):  # the file system knows no modes
                    disk.chmod(fd, mode)
            write_all(disk, fd, data)
            disk.fsync(fd)
        finally:
            disk.close(fd)
    except BaseException:
        remove(disk, path)
        raise


def mode_of(disk: Disk, path: Path) -> int | None:
    """Who may read and write *path*; None where there is no such file."""
    try:
        return stat.S_IMODE(disk.stat(path).st_mode)
    except FileNotFoundError:
        return None


def remove(disk: Disk, path: Path) -> None:
    """Remove *path* if that is possible; it is only tidying."""
    with suppress(OSError):
        disk.unlink(path)


def exists(disk: Disk, path: Path) -> bool:
    """Whether something of that name stands there."""
    try:
        disk.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def is_writable(disk: Disk, folder: Path) -> bool:
    """Whether files can be made in *folder*, or it can be made itself."""
    while not exists(disk, folder) and folder.parent != folder:
        folder = folder.parent
    return disk.access(folder)


def make_folder(disk: Disk, folder: Path) -> None:
    """Make *folder* and what is missing above it, and make their names last; raises OSError."""
    if exists(disk, folder):
        return
    if folder.parent != folder:
        make_folder(disk, folder.parent)
    try:
        disk.mkdir(folder)
    except FileExistsError:
        return
    sync_folder(disk, folder.parent)
