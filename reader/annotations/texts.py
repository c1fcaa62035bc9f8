"""The texts that were annotated, each kept once under the SHA-256 of its bytes.

With the text as it was, a passage is found again in the article as it is.
"""

from __future__ import annotations

import errno
import hashlib
import stat
from typing import TYPE_CHECKING

from reader.annotations.disk import Disk, make_folder, read_file, remove, sync_folder, write_new

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 256 << 20


class KeptTexts:
    """The folder ``texts/`` of a store, shared by all annotators."""

    def __init__(self, disk: Disk, store: Path, annotator: str) -> None:
        self._disk = disk
        self._folder = store / "texts"
        self._temporary = f".{annotator}.tmp"
        self._known: set[str] = set()

    def keep(self, sha256: str, text: str) -> None:
        """Keep *text*, whose hash is *sha256*; returns once it is on the disk.

        Raises OSError, and ValueError where the hash is not that of the text.
        """
        if sha256 in self._known:
            return
        data = text.encode("utf-8", "surrogatepass")
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError("a text must be kept under its own hash")
        make_folder(self._disk, self._folder)
        if not self._is_there():
            raise OSError(errno.ENOTDIR, "not a folder", str(self._folder))
        if self._read(sha256) != data:
            beside = self._folder / f"{sha256}{self._temporary}"
            write_new(self._disk, beside, data)
            try:
                self._disk.replace(beside, self._folder / f"{sha256}.txt")
            except BaseException:
                remove(self._disk, beside)
                raise
        sync_folder(self._disk, self._folder)
        self._known.add(sha256)

    def kept(self, sha256: str) -> str | None:
        """The text of that hash; None where it was never kept or does not match its hash any more."""
        data = self._read(sha256)
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            return None
        return data.decode("utf-8", "surrogatepass")

    def is_altered(self, sha256: str) -> bool:
        """Whether something stands under that hash that is not its text."""
        data = self._read(sha256)
        return data is not None and hashlib.sha256(data).hexdigest() != sha256

    def tidy(self) -> None:
        """Remove what a killed process left half written; the caller may write the store."""
        if not self._is_there():
            return
        for name in self._disk.listdir(self._folder):
            if name.endswith(self._temporary):
                remove(self._disk, self._folder / name)

    def _is_there(self) -> bool:
        """Whether the folder is one of its own, not a link out of the store."""
        try:
            return stat.S_ISDIR(self._disk.stat(self._folder).st_mode)
        except FileNotFoundError:
            return False

    def _read(self, sha256: str) -> bytes | None:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            return None
        try:
            return read_file(self._disk, self._folder / f"{sha256}.txt", MAX_BYTES)
        except OSError:
            return None
