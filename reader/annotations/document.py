"""The TinyDB file as text: how it is laid out, and what is made of one that was read.

One field per line and rows in the order they were made, so that a difference between two
versions shows what a person did. Stock TinyDB reads it.
"""

from __future__ import annotations

import hashlib
import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, NamedTuple

from reader.annotations.changes import Table
from reader.annotations.rows import MAX_OFFSET
from reader.errors import StoreDamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = 1
"""Of the files that this version writes; ``migrations`` brings older ones up to it."""
MAX_BYTES = 128 << 20
"""Of some 200,000 annotations."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

Tables = dict[str, dict[str, dict[str, object]]]
"""What TinyDB keeps: table, document number, document."""


class Meta(NamedTuple):
    """What the file says of itself."""

    schema: int = SCHEMA
    annotator: str = ""
    seq: int = 0
    """The last line of the journal that it contains."""
    first: str = ""
    """The id of the first change of the journal."""
    last: str = ""
    """The id of the change of that last line."""
    sha256: str = ""
    """Of the tables as they stand in the file; another program that edits them leaves it wrong."""

    def to_row(self) -> dict[str, object]:
        """As the only document of the table ``meta``."""
        return {
            "schema": self.schema,
            "annotator": self.annotator,
            "seq": self.seq,
            "first": self.first,
            "last": self.last,
            "sha256": self.sha256,
        }


class Document(NamedTuple):
    """A file that was read."""

    meta: Meta
    tables: Tables
    """Without ``meta``."""
    intact: bool = False
    """Whether the tables are as reader wrote them."""


def render(data: Mapping[str, Mapping[str, Mapping[str, object]]]) -> bytes:
    """The file for the tables *data*; an empty ``sha256`` in its meta is filled in."""
    body = "".join(f",\n  {_encode(name)}: {_table(rows)}" for name, rows in data.items() if name != "meta")
    body = body.removeprefix(",")
    tail = (body + "\n}\n").encode("utf-8", "backslashreplace")  # a lone surrogate becomes its JSON escape
    meta = {key: dict(row) for key, row in data.get("meta", {}).items()}
    for row in meta.values():
        if row.get("sha256") == "":
            row["sha256"] = hashlib.sha256(tail).hexdigest()
    if not meta:
        return b"{" + tail
    head = f'{{\n  "meta": {_table(meta)}'
    return head.encode("utf-8", "backslashreplace") + (b"," if body else b"") + tail


def _table(rows: Mapping[str, Mapping[str, object]]) -> str:
    if not rows:
        return "{}"
    return "{\n" + ",\n".join([f'    "{number}": {_row(row)}' for number, row in rows.items()]) + "\n  }"


def _row(row: Mapping[str, object]) -> str:
    if not row:
        return "{}"
    lines = [
        f"      {encode_basestring(key)}: "
        + (encode_basestring(value) if type(value) is str else _encode(value))
        for key, value in row.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n    }"


def parse(data: bytes) -> Document:
    """What the file holds; rows are not looked into yet.

    Raises StoreDamagedError where it is no TinyDB file.
    """
    if not data.strip():
        raise StoreDamagedError("The file is empty.")
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise StoreDamagedError(f"The file is not JSON ({error}).") from error
    tables = _tables(value)
    return Document(_meta(tables.pop("meta", {})), tables, _is_intact(data))


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _tables(value: object) -> Tables:
    if not isinstance(value, dict):
        raise StoreDamagedError("The file does not hold tables.")
    for name, rows in value.items():
        if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
            raise StoreDamagedError(f"“{name}” is no table.")
    return value


def _meta(rows: Mapping[str, Mapping[str, object]]) -> Meta:
    """Of a file without the table ``meta``: schema 0."""
    row = next(iter(rows.values()), {"schema": 0})
    schema, seq = row.get("schema"), row.get("seq", 0)
    annotator, first, last, sha256 = (row.get(key, "") for key in ("annotator", "first", "last", "sha256"))
    if type(schema) is not int or type(seq) is not int or not 0 <= schema <= MAX_OFFSET or seq < 0:
        raise StoreDamagedError("“meta” does not say which schema the file has.")
    if not (isinstance(annotator, str) and isinstance(first, str) and isinstance(last, str)):
        raise StoreDamagedError("“meta” is wrong.")
    return Meta(schema, annotator, seq, first, last, sha256 if isinstance(sha256, str) else "")


def _is_intact(data: bytes) -> bool:
    """Whether the checksum in the first table is that of what follows it."""
    head, found, tail = data.partition(b"\n    }\n  },\n")
    if not found:
        return False
    return hashlib.sha256(b"\n" + tail).hexdigest().encode() in head[-200:]


def number_of(key: str) -> int:
    """The document number that *key* stands for; raises StoreDamagedError where it is none."""
    if not key.isascii() or not key.isdigit() or not 0 < len(key) <= 18:
        raise StoreDamagedError(f"“{key[:40]}” is no document number.")
    return int(key)


def table_named(name: str) -> Table | None:
    """The table of that name, if it is one of ours."""
    try:
        return Table(name)
    except ValueError:
        return None
