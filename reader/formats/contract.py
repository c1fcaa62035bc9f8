"""The records of annotations and links as other programs rely on them, made from the rows of a store.

Schema 1: these keys in this order, and each record of use without the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    Row: TypeAlias = Mapping[str, object]

Record = dict[str, object]
SCHEMA = 1


def record_of(kind: str, row: Row) -> Record:
    """The record of an annotation, tag or decision: its row, which says all."""
    return {"type": kind, "schema": SCHEMA, **row}


def linked(link: Row, source: Row, target: Row) -> Record:
    """The record of a link, with both the annotations where it ends."""
    return {
        "type": "link",
        "schema": SCHEMA,
        "id": link["id"],
        "relation": link["relation"],
        "source": _end(source),
        "target": _end(target),
        "note": link["note"],
        "creator": link["creator"],
        "created": link["created"],
        "modified": link["modified"],
    }


def _end(row: Row) -> Record:
    return {
        "annotation": row["id"],
        "article": row["article"],
        "start": row["start"],
        "end": row["end"],
        "quote": row["quote"],
    }
