"""What can still be read of a TinyDB file that is no JSON any more."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.annotations.document import Tables

_OURS, _BASE, _BETWEEN, _THEIRS = b"<<<<<<< ", b"|||||||", b"=======", b">>>>>>> "


def sides_of(data: bytes) -> tuple[bytes, bytes] | None:
    """Both versions of a file with merge-conflict markers; None where there are none."""
    if b"\n<<<<<<< " not in b"\n" + data:
        return None
    ours: list[bytes] = []
    theirs: list[bytes] = []
    goals = (ours, theirs)
    for line in data.split(b"\n"):
        if line.startswith(_OURS):
            goals = (ours,)  # type: ignore[assignment]  # one side, both or none
        elif line.startswith(_BASE):
            goals = ()  # type: ignore[assignment]
        elif line.rstrip() == _BETWEEN:
            goals = (theirs,)  # type: ignore[assignment]
        elif line.startswith(_THEIRS):
            goals = (ours, theirs)
        else:
            for goal in goals:
                goal.append(line)
    return b"\n".join(ours), b"\n".join(theirs)


def salvage(data: bytes) -> Tables:
    """Every row that still stands whole in *data*, as reader lays out its file; never fails."""
    tables: Tables = {}
    rows: dict[str, dict[str, object]] = {}
    number: str | None = None
    lines: list[str] = []
    for line in data.decode("utf-8", "replace").split("\n"):
        if match := _table_line().match(line):
            rows = tables.setdefault(match[1], {})
            number = None
        elif match := _row_line().match(line):
            number, lines = match[1], []
        elif number is not None and line.rstrip(",\r") == "    }":
            row = _row_of(lines)
            if row is not None:
                rows[_free(rows, number)] = row
            number = None
        else:
            lines.append(line)
    return tables


def _row_of(lines: list[str]) -> dict[str, object] | None:
    try:
        row = json.loads("{" + "\n".join(lines) + "}")
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) and "\ufffd" not in "".join(lines) else None


def _free(rows: dict[str, dict[str, object]], number: str) -> str:
    return number if number not in rows else str(10**12 + len(rows))


@cache
def _table_line() -> re.Pattern[str]:
    return re.compile(r'  "(\w{1,40})": \{')


@cache
def _row_line() -> re.Pattern[str]:
    return re.compile(r'    "(\d{1,18})": \{')
