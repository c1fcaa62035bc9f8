"""A change as one line of the journal, and back.

A line is a JSON object: the schema it was written under, its sequence number, the number
of the last line that was surely on the disk when it was written (``synced``), the change,
and a CRC-32 of everything before the checksum itself. ``synced`` tells a write that was cut
short, which nobody was told of, from a line that was saved and has rotted since.
"""

from __future__ import annotations

import json
import re
import zlib
from functools import cache
from typing import TYPE_CHECKING

from reader.annotations.changes import Change, Edit, Table
from reader.annotations.rows import from_row, to_row
from reader.errors import StoreDamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = 1
"""Of the lines that this version writes."""

_TAIL = len(b',"crc":"00000000"}')
_TABLES = {table.value: table for table in Table}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def write_line(seq: int, synced: int, change: Change) -> bytes:
    """The line for *change*, with its line end."""
    body = f'{{"schema":{SCHEMA},"seq":{seq},"synced":{synced},"change":{_encode(change_to_json(change))}'
    data = body.encode("utf-8", "backslashreplace")  # a lone surrogate becomes its JSON escape
    return b'%b,"crc":"%08x"}\n' % (data, zlib.crc32(data))


def read_head(line: bytes) -> tuple[int, int, int] | None:
    """Schema, number and ``synced`` of *line* (without its end); None where it is not whole."""
    body = line[:-_TAIL]
    if line[-_TAIL:] != b',"crc":"%08x"}' % zlib.crc32(body):
        return None
    match = _head_pattern().match(body)
    return None if match is None else (int(match[1]), int(match[2]), int(match[3]))


def read_change(line: bytes) -> Change:
    """The change of a whole line.

    Raises StoreDamagedError where it holds none.
    """
    try:
        value = json.loads(line)
        return change_from_json(value["change"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreDamagedError(f"A line of the journal holds no change ({type(error).__name__}).") from error


@cache
def _head_pattern() -> re.Pattern[bytes]:
    return re.compile(rb'\{"schema":(\d{1,9}),"seq":(\d{1,18}),"synced":(\d{1,18}),"change":')


def change_to_json(change: Change) -> dict[str, object]:
    """*change* as a JSON object; what is absent is left out."""
    value: dict[str, object] = {
        "id": change.id,
        "title": change.title,
        "time": change.time,
        "creator": change.creator,
    }
    if not change.undoable:
        value["undoable"] = False
    if change.undoes is not None:
        value["undoes"] = change.undoes
    if change.redoes is not None:
        value["redoes"] = change.redoes
    value["edits"] = [_edit_to_json(edit) for edit in change.edits]
    return value


def change_from_json(value: Mapping[str, object]) -> Change:
    """The change that *value* holds; raises ValueError, KeyError, TypeError or StoreDamagedError."""
    edits = value["edits"]
    undoable = value.get("undoable", True)
    if type(edits) is not list or type(undoable) is not bool:
        raise ValueError("edits")
    return Change(
        id=_string(value["id"]),
        title=_string(value["title"]),
        edits=tuple([_edit_from_json(edit) for edit in edits]),
        time=_string(value["time"]),
        creator=_string(value["creator"]),
        undoable=undoable,
        undoes=_optional(value.get("undoes")),
        redoes=_optional(value.get("redoes")),
    )


def _edit_to_json(edit: Edit) -> dict[str, object]:
    return {
        "table": edit.table.value,
        "key": edit.key,
        "before": None if edit.before is None else to_row(edit.before),
        "after": None if edit.after is None else to_row(edit.after),
    }


def _edit_from_json(value: Mapping[str, object]) -> Edit:
    table = _TABLES[_string(value["table"])]
    before, after = value["before"], value["after"]
    return Edit(
        table,
        _string(value["key"]),
        None if before is None else from_row(table, _object(before)),
        None if after is None else from_row(table, _object(after)),
    )


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("a row must be an object")
    return value


def _string(value: object) -> str:
    if type(value) is not str:
        raise TypeError("a string was expected")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _string(value)
