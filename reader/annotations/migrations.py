"""Bringing files of earlier schemas up to this one, a step at a time.

To change the schema: raise ``document.SCHEMA``, add the step to ``STEPS``, and keep a file of
the schema before under ``tests/data/schemas``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.document import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotations.document import Tables


def migrate(tables: Tables, schema: int) -> Tables:
    """*tables* of the version *schema*, as this version has them; the rows are changed in place."""
    for step in STEPS[schema:SCHEMA]:
        step(tables)
    return tables


def _from_0(tables: Tables) -> None:
    """Schema 0: a TinyDB file without ``meta``, where fields that say nothing may be absent."""
    for name, defaults in _ABSENT_IN_0.items():
        for row in tables.get(name, {}).values():
            for field, value in defaults.items():
                row.setdefault(field, list(value) if isinstance(value, list) else value)


_PERSON: dict[str, object] = {"creator": "", "created": ""}
_ABSENT_IN_0: dict[str, dict[str, object]] = {
    "annotations": {
        **_PERSON,
        "article_sha256": "",
        "prefix": "",
        "suffix": "",
        "tags": [],
        "note": "",
        "modified": "",
        "origin": "hand",
        "anchor": "exact",
    },
    "links": {**_PERSON, "note": "", "modified": ""},
    "tags": {"colour": 1, "favourite": None, "description": ""},
    "decisions": {
        **_PERSON,
        "start": None,
        "end": None,
        "quote": "",
        "kind": None,
        "label": "",
        "value": "",
    },
    "articles": {"progress": "unread", "position": 0, "sha256": ""},
}

STEPS: tuple[Callable[[Tables], None], ...] = (_from_0,)
"""The step at index n leads from schema n to n + 1."""
