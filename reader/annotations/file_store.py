"""The store on disk: a journal that every change is added to, and the TinyDB file it adds up to."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.changes import Table, key_of
from reader.annotations.disk import Disk, make_folder
from reader.annotations.document import SCHEMA, Meta
from reader.annotations.failures import write_sentence
from reader.annotations.journal import JournalRewrittenError
from reader.annotations.lock import Lock
from reader.annotations.names import Files, check_annotator
from reader.annotations.opening import open_store
from reader.annotations.past import PastHistory
from reader.annotations.rebase import rebase
from reader.annotations.rows import to_row
from reader.annotations.texts import KeptTexts
from reader.errors import StoreError, StoreReadOnlyError, StoreWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.annotations.changes import Change
    from reader.annotations.document import Tables
    from reader.annotations.history import History
    from reader.annotations.opening import Opened
    from reader.annotations.state import State


class FileStore:
    """One annotator's files in one folder; nothing is made there before the first change.

    Safe to use from several threads; several processes may have the same files open.
    """

    def __init__(self, folder: Path, annotator: str, disk: Disk | None = None) -> None:
        """Raises UsageError where *annotator* cannot be a file name."""
        self._disk = disk or Disk()
        self._folder = Path(folder)
        self._guard = threading.RLock()
        self._files = Files(self._folder, check_annotator(annotator))
        self._lock = Lock(self._disk, self._files.lock)
        self._texts = KeptTexts(self._disk, self._folder, self._files.annotator)
        self._opened: Opened | None = None

    @property
    def folder(self) -> Path | None:
        return self._folder

    @property
    def annotator(self) -> str:
        return self._files.annotator

    @property
    def read_only(self) -> str | None:
        return None if self._opened is None else self._opened.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        return () if self._opened is None else tuple(self._opened.notices)

    # --- reading

    def load(self) -> tuple[State, History]:
        with self._guard:
            opened = self._open()
            return opened.state.copy(), PastHistory(opened.journal)

    def kept_text(self, sha256: str) -> str | None:
        return self._texts.kept(sha256)

    def poll(self) -> tuple[Change, ...]:
        with self._guard:
            opened = self._ready()
            if opened.journal.size() == opened.journal.end:
                return ()
            try:
                with self._locked(patience=0):
                    return tuple(self._catch_up(opened))
            except StoreError:
                return ()  # somebody is writing: there is a next time

    # --- writing

    def append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        with self._guard:
            opened = self._writable()
            with self._refusals(self._files.journal):
                make_folder(self._disk, self._folder)
                with self._locked():
                    return self._append(opened, changes)

    def compact(self) -> None:
        with self._guard:
            opened = self._writable()
            if opened.journal.seq == opened.meta.seq and opened.journal.size() == opened.journal.end:
                return
            with self._refusals(self._files.json), self._locked():
                self._catch_up(opened)
                self._write_document(opened)

    def keep_text(self, sha256: str, text: str) -> None:
        with self._guard:
            self._writable()
            with self._refusals(self._folder / "texts"):
                make_folder(self._disk, self._folder)
                self._texts.keep(sha256, text)

    def close(self) -> None:
        with self._guard:
            self._lock.close()

    # --- inside

    def _open(self) -> Opened:
        opened = open_store(self._disk, self._folder, self._files.annotator, self._lock)
        if opened.files != self._files:
            self._files = opened.files
            self._texts = KeptTexts(self._disk, self._folder, self._files.annotator)
            self._lock.close()
            self._lock = Lock(self._disk, self._files.lock)
        self._opened = opened
        return opened

    def _ready(self) -> Opened:
        return self._opened or self._open()

    def _writable(self) -> Opened:
        opened = self._ready()
        if opened.read_only is not None:
            raise StoreReadOnlyError(opened.read_only)
        return opened

    def _append(self, opened: Opened, changes: Sequence[Change]) -> tuple[Change, ...]:
        foreign = self._catch_up(opened)
        already = {change.id for change in foreign}
        wanted = [change for change in changes if change.id not in already]
        written: list[Change] = []
        for change in wanted:
            rebased = rebase(change, opened.state)
            opened.state.apply(rebased)
            written.append(rebased)
        try:
            opened.journal.append(written, after=opened.meta.seq)
        except BaseException:
            for change in reversed(written):
                opened.state.apply(replace(change, edits=change.inverse_edits()))
            raise
        if written != wanted:
            return (*foreign, *written)
        return tuple(foreign)

    def _catch_up(self, opened: Opened) -> list[Change]:
        """Take over what others have added; the lock is held."""
        journal = opened.journal
        first = len(journal.starts)
        found = journal.scan()
        journal.take(found)
        if found.torn is not None:
            journal.cut()
        changes = list(journal.changes(first))
        for change in changes:
            opened.state.apply(change)
        return changes

    def _write_document(self, opened: Opened) -> None:
        from reader.annotations.tinydb_storage import SafeStorage  # 14 ms that only a write needs

        journal = opened.journal
        journal.settle()
        storage = SafeStorage(self._files.json, self._disk)
        storage.expect(opened.signature)
        last = journal.change_at(len(journal.starts) - 1).id if journal.starts else ""
        meta = Meta(SCHEMA, self._files.annotator, journal.seq, last)
        storage.write(self._tables(opened, meta))
        opened.meta = meta
        opened.signature = storage.signature()

    def _tables(self, opened: Opened, meta: Meta) -> Tables:
        tables: Tables = {"meta": {"1": meta.to_row()}}
        for table in Table:
            numbers = opened.numbers[table]
            rows = opened.state.table(table).values()
            placed = sorted([(numbers.of(key_of(row)), row) for row in rows], key=itemgetter(0))
            tables[table.value] = {str(number): to_row(row) for number, row in placed}
        return tables

    @contextmanager
    def _locked(self, patience: float = 10.0) -> Iterator[None]:
        with self._lock.held(patience):
            yield

    @contextmanager
    def _refusals(self, path: Path) -> Iterator[None]:
        """Turn the system's refusals into sentences."""
        try:
            yield
        except OSError as error:
            raise StoreWriteError(write_sentence(error, path)) from error
        except JournalRewrittenError as error:
            raise StoreWriteError(f"{path} was changed by another program.") from error
