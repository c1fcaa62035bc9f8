"""Changes as values: what was before and what is after, row by row.

Every write of the program is a ``Change``. Because an edit carries both sides, undo is
nothing but the inverse change going down the same path.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from reader.model import Annotation, ArticleRecord, Decision, Link, Tag

Row: TypeAlias = Annotation | Link | Tag | Decision | ArticleRecord


class Table(Enum):
    """The tables of a store, in the order a file holds them."""

    ANNOTATIONS = "annotations"
    LINKS = "links"
    TAGS = "tags"
    DECISIONS = "decisions"
    ARTICLES = "articles"


ROW_TYPES: dict[Table, type[Row]] = {
    Table.ANNOTATIONS: Annotation,
    Table.LINKS: Link,
    Table.TAGS: Tag,
    Table.DECISIONS: Decision,
    Table.ARTICLES: ArticleRecord,
}


def key_of(row: Row) -> str:
    """What a row is filed under: its own id, or a tag's name."""
    return row.name if isinstance(row, Tag) else row.id


@dataclass(frozen=True, slots=True)
class Edit:
    """One row before and after; None stands for no row."""

    table: Table
    key: str
    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        kind = ROW_TYPES[self.table]
        for row in (self.before, self.after):
            if row is None:
                continue
            if not isinstance(row, kind):
                raise TypeError(f"a {type(row).__name__} does not belong into {self.table.value}")
            if key_of(row) != self.key:
                raise ValueError(f"the row {key_of(row)!r} does not belong under {self.key!r}")

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.table, self.key, self.after, self.before)


def added(table: Table, row: Row) -> Edit:
    """The edit that adds *row*."""
    return Edit(table, key_of(row), None, row)


def removed(table: Table, row: Row) -> Edit:
    """The edit that removes *row*."""
    return Edit(table, key_of(row), row, None)


def replaced(table: Table, before: Row, after: Row) -> Edit:
    """The edit that puts *after* where *before* stands."""
    return Edit(table, key_of(before), before, after)


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that happen together or not at all, and are undone together."""

    id: str
    title: str
    """What was done, in plain words: ``tag “rumeur” on “aurait signalé”``."""
    edits: tuple[Edit, ...]
    time: str
    """RFC 3339, UTC; for people only, nothing is ordered by it."""
    creator: str
    undoable: bool = True
    """False for what a person would not expect an undo to touch (the reading position)."""
    undoes: str | None = None
    """Id of the change this one takes back."""
    redoes: str | None = None
    """Id of the change this one does again."""

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles whose rows this change touches (links and names touch none by themselves)."""
        found = set()
        for edit in self.edits:
            for row in (edit.before, edit.after):
                if isinstance(row, Annotation | Decision):
                    found.add(row.article)
                elif isinstance(row, ArticleRecord):
                    found.add(row.id)
        return frozenset(found - {""})

    def inverse_edits(self) -> tuple[Edit, ...]:
        """The edits that take this change back, last first."""
        return tuple(edit.inverse() for edit in reversed(self.edits))
