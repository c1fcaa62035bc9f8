"""TinyDB's storage protocol over our disk: a write that is either there whole or not at all.

Imported only when a file is written: TinyDB costs more time to import than most commands run.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from tinydb.storages import Storage

from reader.annotations.disk import Disk, mode_of, read_file, remove, sync_folder, write_new
from reader.annotations.document import MAX_BYTES, Tables, parse, render
from reader.annotations.signature import signature_of
from reader.errors import StoreWriteError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.signature import Signature


class SafeStorage(Storage):
    """Writes beside and renames, keeps the version before as ``.bak``, and never writes over a
    file that another program changed since it was read.

    ``TinyDB(path, storage=SafeStorage)`` works for scripts, too; they take the lock themselves.
    """

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self._disk = disk or Disk()
        self._path = path
        self._seen = self.signature()
        self._whole = True

    def read(self) -> Tables | None:
        """Every table; None where there is no file yet. Raises StoreDamagedError."""
        self._seen, self._whole = self.signature(), True
        if self._seen is None:
            return None
        document = parse(read_file(self._disk, self._path, MAX_BYTES))
        return {"meta": {"1": document.meta.to_row()}, **document.tables}

    def write(self, data: Tables) -> None:
        """Put *data* in the place of the file.

        Raises StoreWriteError where somebody else changed the file meanwhile, OSError where the disk refuses.
        """
        self.write_rendered(render(data), backup=self._whole)

    def write_rendered(self, data: bytes, *, backup: bool = True) -> None:
        """Put the bytes *data* in the place of the file, keeping it as *backup*; raises as ``write`` does."""
        if len(data) > MAX_BYTES:
            raise OSError(errno.EFBIG, "too large to be read again", str(self._path))
        beside = self._path.with_name(self._path.name + ".tmp")
        write_new(self._disk, beside, data, mode_of(self._disk, self._path))
        try:
            if self.signature() != self._seen:
                raise StoreWriteError(
                    f"{self._path} was changed by another program; it was not written over."
                )
            if self._seen is not None and backup:
                self._keep_backup()
            self._disk.replace(beside, self._path)
        except BaseException:
            remove(self._disk, beside)
            raise
        self._seen, self._whole = self.signature(), True
        sync_folder(self._disk, self._path.parent)

    def signature(self) -> Signature | None:
        """What changes whenever the file does; None where there is none."""
        try:
            return signature_of(self._disk.stat(self._path))
        except FileNotFoundError:
            return None

    def expect(self, seen: Signature | None, *, whole: bool = True) -> None:
        """Count the version of that signature as the one read; a backup if it was *whole*."""
        self._seen, self._whole = seen, whole

    def _keep_backup(self) -> None:
        """The name ``.bak`` changes from one whole file to another in one step."""
        backup = self._path.with_name(self._path.name + ".bak")
        beside = backup.with_name(backup.name + ".tmp")
        remove(self._disk, beside)
        try:
            self._disk.link(self._path, beside)
        except OSError:  # a file system without hard links
            data = read_file(self._disk, self._path, MAX_BYTES)
            write_new(self._disk, beside, data, mode_of(self._disk, self._path))
        try:
            self._disk.replace(beside, backup)
        finally:
            remove(self._disk, beside)  # two names of one file: then renaming does nothing and succeeds
