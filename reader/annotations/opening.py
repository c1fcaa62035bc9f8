"""Opening a store: the TinyDB file, then what the journal holds beyond it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotations.changes import Table, key_of
from reader.annotations.disk import read_file, remove
from reader.annotations.document import MAX_BYTES, Document, Meta, number_of, parse, table_named
from reader.annotations.journal import Journal
from reader.annotations.names import Files, spelling_in
from reader.annotations.numbers import Numbers
from reader.annotations.rows import from_row
from reader.annotations.state import State

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.disk import Disk
    from reader.annotations.lock import Lock


@dataclass(slots=True)
class Opened:
    """A store as it stands after opening."""

    files: Files
    journal: Journal
    state: State = field(default_factory=State)
    meta: Meta = field(default_factory=Meta)
    numbers: dict[Table, Numbers] = field(default_factory=lambda: {table: Numbers() for table in Table})
    signature: tuple[int, int, int] | None = None
    read_only: str | None = None
    notices: list[str] = field(default_factory=list)


def open_store(disk: Disk, folder: Path, annotator: str, lock: Lock) -> Opened:
    """Read what *annotator* keeps in *folder*."""
    try:
        names = disk.listdir(folder)
    except FileNotFoundError:
        names = []
    files = Files(folder, spelling_in(names, annotator))
    opened = Opened(files, Journal(disk, files.journal))
    if not {files.json.name, files.journal.name} & set(names):
        return opened
    with lock.held():
        _read_document(disk, opened)
        _read_journal(opened)
        for left in files.temporary:
            remove(disk, left)
    return opened


def _read_document(disk: Disk, opened: Opened) -> None:
    try:
        status = disk.stat(opened.files.json)
        document = parse(read_file(disk, opened.files.json, MAX_BYTES))
    except FileNotFoundError:
        return
    opened.signature = (status.st_ino, status.st_size, status.st_mtime_ns)
    opened.meta = document.meta
    opened.state = State(_rows_of(document, opened.numbers))


def _rows_of(document: Document, numbers: dict[Table, Numbers]) -> list:  # type: ignore[type-arg]
    rows = []
    for name, documents in document.tables.items():
        table = table_named(name)
        if table is None:
            continue
        for number, row in documents.items():
            value = from_row(table, row)
            numbers[table].note(key_of(value), number_of(number))
            rows.append((table, value))
    return rows


def _read_journal(opened: Opened) -> None:
    journal = opened.journal
    found = journal.scan()
    journal.take(found)
    if found.torn is not None:
        journal.cut()
        opened.notices.append(
            "A change that was being saved when reader last stopped was not whole and was dropped."
        )
    first = sum(1 for seq in found.seqs if seq <= opened.meta.seq)
    for change in journal.changes(first):
        opened.state.apply(change)
    if len(found.starts) > first:
        journal.settle()
