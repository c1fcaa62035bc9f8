"""The TinyDB file as it was found: its rows, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotations.changes import Row, Table, key_of
from reader.annotations.disk import read_file
from reader.annotations.document import (
    MAX_BYTES,
    SCHEMA,
    Document,
    Meta,
    number_of,
    parse,
    table_named,
)
from reader.annotations.migrations import migrate
from reader.annotations.numbers import Numbers
from reader.annotations.rows import from_row
from reader.annotations.salvage import salvage, sides_of
from reader.annotations.signature import Signature, signature_of
from reader.annotations.state import State
from reader.errors import StoreDamagedError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.disk import Disk


@dataclass(slots=True, eq=False, repr=False)
class Filed:
    """What was found under the name of the TinyDB file, or of a backup of it."""

    meta: Meta = field(default_factory=Meta)
    state: State = field(default_factory=State)
    numbers: dict[Table, Numbers] = field(default_factory=lambda: {table: Numbers() for table in Table})
    signature: Signature | None = None
    """None where there is no such file."""
    intact: bool = False
    """Whether it is exactly as reader wrote it."""
    newer: bool = False
    """Whether a later version of reader wrote it."""
    damage: str | None = None
    """Why it is no TinyDB file, as a sentence."""
    bad_rows: list[str] = field(default_factory=list)
    """Why single rows could not be used, one sentence each."""
    sides: list[Filed] = field(default_factory=list)
    """Both versions where it holds merge-conflict markers."""

    @property
    def exists(self) -> bool:
        return self.signature is not None

    @property
    def usable(self) -> bool:
        """Whether its rows can be taken for what the store held at ``meta.seq``."""
        return self.exists and self.damage is None

    @property
    def whole(self) -> bool:
        """Whether all that it holds was understood; only such a file is worth a backup."""
        return self.usable and not self.bad_rows and not self.newer


def read_filed(disk: Disk, path: Path) -> Filed:
    """What stands at *path*; a file that is damaged is described, not refused.

    Raises OSError where it cannot be read at all.
    """
    try:
        signature = signature_of(disk.stat(path))
        data = read_file(disk, path, MAX_BYTES)
    except FileNotFoundError:
        return Filed()
    filed = _understood(data)
    filed.signature = signature
    return filed


def _understood(data: bytes) -> Filed:
    sides = sides_of(data)
    if sides is not None:
        versions = [_understood_side(side) for side in sides]
        return Filed(damage="It holds the marks of a merge that was not finished.", sides=versions)
    return _understood_side(data)


def _understood_side(data: bytes) -> Filed:
    try:
        return _filed(parse(data))
    except StoreDamagedError as error:
        filed = _filed(Document(Meta(), salvage(data)))
        filed.damage = error.message
        return filed


def _filed(document: Document) -> Filed:
    filed = Filed(document.meta, intact=document.intact, newer=document.meta.schema > SCHEMA)
    if not filed.newer:
        migrate(document.tables, document.meta.schema)
    rows: list[tuple[Table, Row]] = []
    for name, documents in document.tables.items():
        table = table_named(name)
        if table is None:
            if documents and not filed.newer:  # one that is not there would pass for deleted
                filed.bad_rows.append(f"{name[:40]!r} is no table of reader.")
            continue
        for number, row in documents.items():
            try:
                value = from_row(table, row)
                filed.numbers[table].note(key_of(value), number_of(number))
                rows.append((table, value))
            except StoreDamagedError as error:
                filed.bad_rows.append(error.message)
    filed.state = State(rows)
    return filed
