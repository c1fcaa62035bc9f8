"""One writer at a time, over all processes: an advisory lock on a file that is never removed."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from reader.annotations.disk import open_regular
from reader.annotations.failures import meaning_of
from reader.errors import StoreLockedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.annotations.disk import Disk

PATIENCE = 10.0
"""Seconds to wait for another process."""

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK


class Lock:
    """The lock of one annotator's files. The system frees it when its holder dies.

    For one thread at a time; a with block inside another costs nothing.
    """

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self._path = path
        self._fd: int | None = None
        self._depth = 0

    @contextmanager
    def held(self, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the lock for the length of a with block.

        Raises StoreLockedError where another process keeps it for longer than *patience* or
        the file system refuses locks, and OSError where the lock file cannot be opened.
        """
        if self._depth:
            yield  # whoever holds it need not wait for himself
            return
        fd = self._take(patience)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            with suppress(OSError):  # what was done under it is done
                self._disk.unlock(fd)  # said aloud: a child process may have inherited the file
            self._close()

    def _close(self) -> None:
        if self._fd is not None:
            fd, self._fd = self._fd, None
            self._disk.close(fd)

    def _take(self, patience: float) -> int:
        try:
            return self._wait(patience)
        except BaseException:
            self._close()
            raise

    def _wait(self, patience: float) -> int:
        pause = 0.0005
        while True:
            fd = self._open()
            if self._try(fd):
                if self._is_still(fd):
                    return fd
                self._close()  # somebody removed the lock file: lock the one that others will find
                continue
            if patience <= 0:
                raise StoreLockedError(
                    f"Another program is keeping {self._path} locked. Nothing was written; close the other "
                    "program or wait for it."
                )
            self._disk.sleep(pause)
            patience -= pause
            pause = min(pause * 1.5, 0.02)

    def _open(self) -> int:
        if self._fd is None:
            self._fd = open_regular(self._disk, self._path, _FLAGS)
        return self._fd

    def _try(self, fd: int) -> bool:
        try:
            self._disk.flock(fd)
        except InterruptedError:
            return False
        except OSError as error:
            if error.errno == errno.EWOULDBLOCK:
                return False
            raise StoreLockedError(
                f"The file system refuses to lock {self._path} ({meaning_of(error)}). Without a lock two "
                "windows could destroy each other’s work, so nothing was written. Put the store on a local "
                "disk with --store."
            ) from error
        return True

    def _is_still(self, fd: int) -> bool:
        try:
            there = self._disk.stat(self._path)
        except FileNotFoundError:
            return False
        mine = self._disk.fstat(fd)
        return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)
