"""Files of exports and imports: read with limits, written beside and renamed."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from reader.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_BYTES = 1 << 30
"""Of an imported file."""
LONGEST_LINE = 32 << 20
"""In bytes; the formats have their own limits in characters."""


def lines_of(path: Path) -> Iterator[str]:
    r"""The lines of a UTF-8 file, split at ``\n`` alone; wrong bytes become lone surrogates.

    Raises FormatError where the file cannot be read or is beyond all measure.
    """
    try:
        with path.open("rb") as file:
            yield from lines_in(file, str(path))
    except OSError as error:
        raise FormatError(f"{path} cannot be read: {error.strerror or error}.") from error


def lines_in(file: BinaryIO, name: str) -> Iterator[str]:
    """The lines of an open file called *name*."""
    total = 0
    while line := file.readline(LONGEST_LINE + 1):
        total += len(line)
        if len(line) > LONGEST_LINE:
            raise FormatError(f"{name} has a line of more than {LONGEST_LINE} bytes. Nothing was brought in.")
        if total > MOST_BYTES:
            raise FormatError(f"{name} is larger than {MOST_BYTES} bytes. Nothing was brought in.")
        text = line.decode("utf-8", "surrogateescape")
        yield text.removeprefix("\ufeff") if total == len(line) else text


def save(path: Path, pieces: Iterable[str], *, with_folder: bool = False) -> int:
    """Write *pieces* to *path*, all or nothing, and return the number of bytes.

    Written beside, synced and renamed; a link is followed, a device or pipe written to as it is;
    *with_folder*, the folder is made where it is missing.
    Raises FormatError with the system's reason.
    """
    target = path.resolve()
    try:
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as file:
                return _write(file, pieces)
        if with_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        return _replace(target, mode, pieces)
    except OSError as error:
        raise FormatError(
            f"{path} was not written: {error.strerror or error}. What was there before is unchanged.",
            title="The export was not written",
        ) from error


def _replace(target: Path, mode: int | None, pieces: Iterable[str]) -> int:
    beside = target.with_name(f".reader-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            size = _write(file, pieces)
            if mode is not None:
                os.fchmod(file.fileno(), stat.S_IMODE(mode))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(target.parent)
    return size


def _write(file: BinaryIO, pieces: Iterable[str]) -> int:
    return sum(file.write(piece.encode("utf-8")) for piece in pieces)


def _sync_folder(folder: Path) -> None:
    """Make the rename last; some file systems refuse this, and then nothing more can be done."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
