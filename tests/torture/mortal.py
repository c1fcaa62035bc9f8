"""A disk whose process can die in the middle of things while the test lives on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.unit.annotations.kit import QuickDisk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class DeathError(BaseException):
    """Nothing that handles errors can stop it, as with ``kill -9``."""


class MortalDisk(QuickDisk):
    """Makes so many calls and no more, of the last write half; whoever asks for one after that is dead."""

    def __init__(self) -> None:
        self._left: int | None = None
        self._open: set[int] = set()

    def dies_after(self, calls: int) -> None:
        """Die before the call after that many."""
        self._left = calls

    def bury(self) -> None:
        """What the system does for the dead: close what they held open."""
        self._left = -1
        for fd in self._open:
            os.close(fd)
        self._open.clear()

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        self._live()
        fd = super().open(path, flags, mode)
        self._open.add(fd)
        return fd

    def close(self, fd: int) -> None:
        self._live()
        super().close(fd)
        self._open.discard(fd)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        if self._left == 0:
            super().write(fd, data[: len(data) // 2])
        self._live()
        return super().write(fd, data)

    def _live(self) -> None:
        if self._left is None:
            return
        self._left -= 1
        if self._left < 0:
            raise DeathError


def _living(name: str) -> Callable[..., object]:
    def call(self: MortalDisk, *arguments: object, **options: object) -> object:
        self._live()
        return getattr(QuickDisk, name)(self, *arguments, **options)

    return call


for _name in (
    "pread", "fsync", "truncate", "chmod", "fstat", "stat", "replace", "link", "unlink", "access", "mkdir",
    "listdir", "flock", "unlock",
):  # fmt: skip
    setattr(MortalDisk, _name, _living(_name))
