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
from reader.annotations.filed import read_filed
from reader.annotations.journal import Journal, JournalRewrittenError
from reader.annotations.opening import open_store
from reader.annotations.past import PastHistory
from reader.annotations.rebase import as_told, rebase, rows_of
from reader.annotations.replay import difference, mending
from reader.annotations.rows import to_row
from reader.annotations.signature import signature_of
from reader.annotations.state import State
from reader.annotations.texts import KeptTexts
from reader.annotator import check_annotator
from reader.errors import StoreDamagedError, StoreError, StoreReadOnlyError, StoreWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.annotations.changes import Change
    from reader.annotations.document import Tables
    from reader.annotations.history import History
    from reader.annotations.opened import Opened
    from reader.annotations.signature import Signature


class FileStore:
    """One annotator's files in one folder; nothing is made there before the first change.

    Safe to use from several threads; several processes may have the same files open.
    """

    def __init__(self, folder: Path, annotator: str, disk: Disk | None = None) -> None:
        """Raises UsageError where *annotator* cannot be a file name."""
        self._disk = disk or Disk()
        self._folder = Path(folder)
        self._name = check_annotator(annotator)
        self._guard = threading.RLock()
        self._opened: Opened | None = None
        self._rotated = False
        self._untold: list[Change] = []
        """What others did that was noticed while the file was written; the next caller hears of it."""
        self._refused: set[str] = set()
        """Ids of changes that could not be written, as far as the system said."""
        self._arrived: set[str] = set()
        """Those of them that stand in the journal all the same."""

    @property
    def folder(self) -> Path | None:
        return self._folder

    @property
    def annotator(self) -> str:
        return self._name if self._opened is None else self._opened.files.annotator

    @property
    def read_only(self) -> str | None:
        return None if self._opened is None else self._opened.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        return () if self._opened is None else tuple(self._opened.notices)

    # --- reading

    def load(self) -> tuple[State, History]:
        with self._guard:
            self._untold = []
            with _without_collecting():
                self._opened = opened = open_store(self._disk, self._folder, self._name)
                if opened.outdated and opened.read_only is None:
                    self._write_now(opened)
                return opened.state.copy(), PastHistory(opened.journal)

    def kept_text(self, sha256: str) -> str | None:
        return self._ready().texts.kept(sha256)

    def poll(self) -> tuple[Change, ...]:
        with self._guard:
            opened = self._ready()
            if opened.read_only is not None:
                return self._look(opened)
            try:
                if not self._is_level(opened):
                    with opened.lock.held(patience=0):
                        self._untold += self._catch_up()
            except (StoreError, OSError):
                return ()  # somebody is writing, or the next write says what is wrong
            return self._told()

    # --- writing

    def append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        with self._guard, self._refusals():
            opened = self._writable()
            make_folder(self._disk, self._folder)
            with opened.lock.held():
                self._untold += self._catch_up()
                self._append(self._writable(), changes)
                return self._told()

    def compact(self) -> None:
        with self._guard, self._refusals():
            opened = self._writable()
            if self._is_level(opened) and self._is_compact(opened):
                return
            make_folder(self._disk, self._folder)
            with opened.lock.held():
                self._untold += self._catch_up()
                opened = self._writable()
                if not self._is_compact(opened):
                    self._write_document(opened)

    def keep_text(self, sha256: str, text: str) -> None:
        with self._guard, self._refusals():
            opened = self._writable()
            make_folder(self._disk, self._folder)
            with opened.lock.held():
                opened.texts.keep(sha256, text)

    def close(self) -> None:
        """Nothing is held open between calls."""

    # --- inside

    def _ready(self) -> Opened:
        if self._opened is None:
            self.load()
        assert self._opened is not None
        return self._opened

    def _writable(self) -> Opened:
        opened = self._ready()
        if opened.read_only is not None:
            raise StoreReadOnlyError(opened.read_only)
        return opened

    def _append(self, opened: Opened, changes: Sequence[Change]) -> None:
        wanted = [change for change in changes if change.id not in self._arrived]
        founding = self._founding(opened)
        written: list[Change] = []
        for change in wanted:
            written.append(rebase(change, opened.state))
            opened.state.apply(written[-1])
        if not changes:
            return
        try:
            opened.journal.append([*founding, *written])
        except BaseException:
            for change in reversed(written):
                opened.state.apply(replace(change, edits=change.inverse_edits()))
            self._refused.update(change.id for change in written)
            raise
        if founding:
            opened.unfounded, opened.outdated, opened.meta = False, True, Meta()
        rebased = any(one is not other for one, other in zip(written, wanted, strict=True))
        if rebased or rows_of(self._untold) & rows_of(written):
            # whoever applies what others did has to apply these on top again
            self._untold += [as_told(*pair, opened.state) for pair in zip(wanted, written, strict=True)]

    def _told(self) -> tuple[Change, ...]:
        untold, self._untold = tuple(self._untold), []
        return untold

    def _founding(self, opened: Opened) -> list[Change]:
        """The line a new journal begins with where there are rows already."""
        if not opened.unfounded:
            return []
        return [mending("as it stood", difference(State(), opened.state), opened.files.annotator)]

    # --- what others did; the lock is held

    def _is_level(self, opened: Opened) -> bool:
        """Whether nobody else seems to have written anything."""
        return opened.journal.size() == opened.journal.end and self._signature(opened) == opened.signature

    def _signature(self, opened: Opened) -> Signature | None:
        try:
            return signature_of(self._disk.stat(opened.files.json))
        except FileNotFoundError:
            return None

    def _catch_up(self) -> list[Change]:
        """Take over what others have added."""
        opened = self._writable()
        changes: list[Change] = []
        try:
            changes = self._added(opened)
            if self._signature(opened) != opened.signature:
                self._take_file(opened)
        except (JournalRewrittenError, StoreDamagedError):
            return [*changes, *self._reload(opened)]
        return changes

    def _added(self, opened: Opened) -> list[Change]:
        """The changes of lines that others added; raises JournalRewrittenError, StoreDamagedError."""
        journal = opened.journal
        first = len(journal.starts)
        found = journal.scan()
        if found.needs_rewriting or found.newer or found.gaps:
            raise JournalRewrittenError
        journal.take(found)
        if found.torn is not None:
            journal.cut()
        changes = list(journal.changes(first))
        for change in changes:
            opened.state.apply(change)
        self._arrived |= self._refused & {change.id for change in changes}
        opened.unfounded = opened.unfounded and not journal.starts
        return changes

    def _take_file(self, opened: Opened) -> None:
        """Make sure that the file others wrote is one that reader wrote; raises JournalRewrittenError."""
        filed = read_filed(self._disk, opened.files.json)
        meta = filed.meta
        if not filed.exists:
            opened.signature, opened.meta, opened.outdated = None, Meta(), True
            return
        if not filed.intact or filed.newer or filed.bad_rows or opened.journal.id_at(meta.seq) != meta.last:
            raise JournalRewrittenError
        opened.meta, opened.signature, opened.numbers = meta, filed.signature, filed.numbers
        opened.seen_whole, opened.outdated = filed.signature, False

    def _reload(self, opened: Opened) -> list[Change]:
        """Open everything anew: what was known is no longer what stands there."""
        signature = self._signature(opened)
        if opened.journal.size() == 0 and signature in (None, opened.signature):
            self._write_again(opened, signature)
            return []
        fresh = open_store(self._disk, self._folder, self._name, opened.lock)
        self._opened = fresh
        edits = difference(opened.state, fresh.state)
        return [mending("changed on the disk", edits, self.annotator)] if edits else []

    def _write_again(self, opened: Opened, signature: Signature | None) -> None:
        """The journal has vanished, and nobody put anything in its place: what is known is all there is."""
        journal = Journal(self._disk, opened.files.journal)
        there = difference(State(), opened.state)
        if there:
            journal.append([mending("as it stood", there, opened.files.annotator)])
        opened.journal, opened.unfounded = journal, False
        opened.texts = KeptTexts(self._disk, self._folder, opened.files.annotator)
        opened.meta, opened.signature = Meta(), signature
        opened.outdated = bool(there)
        if there:
            self._write_now(opened)

    def _look(self, opened: Opened) -> tuple[Change, ...]:
        """What others added to a store that may only be read."""
        try:
            found = opened.journal.scan()
            first = len(opened.journal.starts)
            if found.needs_rewriting or found.newer or not found.starts:
                return ()
            opened.journal.take(found)
            changes = tuple(opened.journal.changes(first))
        except (OSError, StoreError, JournalRewrittenError):
            return ()
        for change in changes:
            opened.state.apply(change)
        return changes

    # --- the TinyDB file; the lock is held

    def _is_compact(self, opened: Opened) -> bool:
        return not opened.outdated and opened.journal.seq == opened.meta.seq

    def _write_now(self, opened: Opened) -> None:
        """Write the file as part of opening; where that fails the journal has it all the same."""
        try:
            with opened.lock.held():
                self._write_document(opened)
        except (StoreError, OSError):
            return

    def _write_document(self, opened: Opened) -> None:
        from reader.annotations.backups import rotate
        from reader.annotations.tinydb_storage import SafeStorage  # 14 ms that only a write needs

        journal = opened.journal
        if journal.starts:
            journal.settle()
        whole = opened.signature is not None and opened.signature == opened.seen_whole
        if whole and not self._rotated:  # test_backups.py: what was damaged pushes no backup out
            rotate(self._disk, opened.files)
            self._rotated = True
        storage = SafeStorage(opened.files.json, self._disk)
        storage.expect(opened.signature, whole=whole)
        ends = (
            (journal.change_at(0).id, journal.change_at(len(journal.starts) - 1).id)
            if journal.starts
            else ("", "")
        )
        meta = Meta(SCHEMA, opened.files.annotator, journal.seq, *ends)
        storage.write(_tables(opened, meta))
        opened.meta, opened.signature, opened.outdated = meta, storage.signature(), False
        opened.seen_whole = opened.signature

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn the system's refusals into sentences."""
        try:
            yield
        except OSError as error:
            path = Path(error.filename) if isinstance(error.filename, str) else self._ready().files.journal
            raise StoreWriteError(write_sentence(error, path)) from error


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spare the garbage collector the rows of a large store, none of which is garbage."""
    import gc

    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _tables(opened: Opened, meta: Meta) -> Tables:
    """Everything as TinyDB keeps it."""
    tables: Tables = {"meta": {"1": meta.to_row()}}
    for table in Table:
        numbers = opened.numbers[table]
        placed = [(numbers.of(key_of(row)), row) for row in opened.state.table(table).values()]
        placed.sort(key=itemgetter(0))
        tables[table.value] = {str(number): to_row(row) for number, row in placed}
    return tables
