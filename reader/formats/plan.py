"""What an import would do, row by row, before anything is done.

A format turns lines into ``Incoming`` rows that are well formed; ``plan_import`` holds them against the
articles and annotations that are here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from reader.annotations.changes import Change, Table, key_of
from reader.annotations.operations.codebook import new_tags
from reader.annotations.operations.identities import NAME_ACTIONS, filed_under
from reader.annotations.state import State
from reader.model import (
    AnchorState,
    Annotation,
    ClaimStatus,
    Decision,
    EntityLabel,
    Link,
    Tag,
    TimexKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotations.changes import Row
    from reader.model import Article

LABELS = frozenset(member.value for labels in (EntityLabel, TimexKind, ClaimStatus) for member in labels)
"""What the program calls things: as tags they take no quick key."""


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A well-formed row and where it came from."""

    line: int
    """From 1."""
    table: Table
    row: Row


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is left out."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a format read from a file."""

    rows: tuple[IncomingRow, ...] = ()
    refused: tuple[Refused, ...] = ()
    passed: int = 0
    """Lines that are no annotations (mentions, dates, claims): recognised anew, so not brought in."""


class Action(Enum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row as it will stand here."""

    line: int
    table: Table
    row: Row
    action: Action
    remark: str = ""
    """What was done to fit it in, for a person; empty if nothing."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import would do; applied whole or not at all."""

    planned: tuple[PlannedRow, ...] = ()
    refused: tuple[Refused, ...] = ()
    passed: int = 0

    @property
    def rows(self) -> tuple[tuple[Table, Row], ...]:
        """What must be written."""
        return tuple((p.table, p.row) for p in self.planned if p.action is not Action.UNCHANGED)

    def count(self, action: Action) -> int:
        return sum(planned.action is action for planned in self.planned)


class Shelf(Protocol):
    """The articles that an import may speak of."""

    def article(self, id: str) -> Article | None: ...

    def article_with(self, sha256: str) -> Article | None:
        """The article of exactly this text, whatever it is called."""
        ...


def plan_import(
    incoming: Incoming, state: State, shelf: Shelf, tell: Callable[[], None] = lambda: None
) -> ImportPlan:
    """Hold what came in against what is here: place quotes, keep links whole, tell news from the known.

    *tell* is called after every row.
    """
    return _Planner(state, shelf).plan(incoming, tell)


class _RefusedError(Exception):
    """Why a row cannot be brought in."""


class _Planner:
    def __init__(self, state: State, shelf: Shelf) -> None:
        self._state = state
        self._shelf = shelf
        self._planned: list[PlannedRow] = []
        self._refused: list[Refused] = []
        self._lines: dict[tuple[Table, str], int] = {}

    def plan(self, incoming: Incoming, tell: Callable[[], None]) -> ImportPlan:
        links_last = sorted(incoming.rows, key=lambda row: isinstance(row.row, Link))
        for arrived in links_last:
            try:
                self._place(arrived)
            except _RefusedError as refusal:
                self._refused.append(Refused(arrived.line, str(refusal)))
            tell()
        return ImportPlan(
            (*self._codebook(), *sorted(self._planned, key=lambda planned: planned.line)),
            tuple(sorted((*incoming.refused, *self._refused), key=lambda refused: refused.line)),
            incoming.passed,
        )

    def _place(self, arrived: IncomingRow) -> None:
        key = key_of(arrived.row)
        earlier = self._lines.get((arrived.table, key))
        if earlier is not None:
            raise _RefusedError(f"{key} stands on line {earlier} already")
        row, remark = self._fitted(arrived.row)
        before = self._state.table(arrived.table).get(key)
        action = Action.ADDED if before is None else Action.CHANGED
        if before == row:
            action = Action.UNCHANGED
        self._lines[arrived.table, key] = arrived.line
        self._planned.append(PlannedRow(arrived.line, arrived.table, row, action, remark))

    def _fitted(self, row: Row) -> tuple[Row, str]:
        if isinstance(row, Annotation):
            return self._placed(row)
        if isinstance(row, Link):
            return self._whole(row), ""
        if isinstance(row, Decision):
            return self._decided(row), ""
        if isinstance(row, Tag):
            return self._keyed(row)
        return row, ""

    def _placed(self, row: Annotation) -> tuple[Annotation, str]:
        """*row* where its quote stands in the article that is here."""
        article = self._article(row.article, row.article_sha256)
        renamed = "" if article.id == row.article else f"{row.article} is called {article.id} here"
        row = replace(row, article=article.id)
        if row.article_sha256 == article.sha256 and article.text[row.span.start : row.span.end] == row.quote:
            return row, renamed
        located, why = _located(row, article)
        return located, "; ".join(filter(None, (renamed, why)))

    def _whole(self, link: Link) -> Link:
        for end in (link.source, link.target):
            if (Table.ANNOTATIONS, end) not in self._lines and end not in self._state.annotations:
                raise _RefusedError(f"its end {end} is neither in the file nor here")
        return link

    def _decided(self, row: Decision) -> Decision:
        if not row.article:
            return _of_a_name(row)
        article = self._article(row.article, "")
        if row.span is not None and article.text[row.span.start : row.span.end] != row.quote:
            raise _RefusedError(f"its quote does not stand there in {article.id}")
        return row

    def _keyed(self, row: Tag) -> tuple[Tag, str]:
        """*row* without its key where another tag has that here."""
        for other in self._state.tags.values():
            if row.favourite is not None and other.favourite == row.favourite and other.name != row.name:
                return replace(row, favourite=None), f"the key {row.favourite} is that of “{other.name}” here"
        return row, ""

    def _article(self, id: str, sha256: str) -> Article:
        found = self._shelf.article(id)
        if found is None and sha256:
            found = self._shelf.article_with(sha256)
        if found is None:
            raise _RefusedError(f"there is no article {id} here")
        return found

    def _codebook(self) -> tuple[PlannedRow, ...]:
        """Entries for the tags that the codebook lacks."""
        names = [
            tag
            for planned in self._planned
            if isinstance(planned.row, Annotation)
            for tag in planned.row.tags
        ]
        brought = [(p.table, p.row) for p in self._planned if p.table is Table.TAGS]
        state = State([*((Table.TAGS, tag) for tag in self._state.tags.values()), *brought])
        own = new_tags(state, (name for name in names if name not in LABELS))
        state.apply(Change("", "", own, "", ""))
        edits = (*own, *new_tags(state, (name for name in names if name in LABELS), keyed=False))
        return tuple(
            PlannedRow(0, Table.TAGS, edit.after, Action.ADDED) for edit in edits if edit.after is not None
        )


def _of_a_name(row: Decision) -> Decision:
    """*row*, which holds for a name in the whole folder."""
    if row.action not in NAME_ACTIONS or row.id != filed_under(row):
        raise _RefusedError("it says neither in which article nor for which name it holds")
    return row


def _located(row: Annotation, article: Article) -> tuple[Annotation, str]:
    """*row* where its quote is found in an article that has changed, and what was found."""
    from reader.anchoring.anchor import locate
    from reader.text.quoting import context

    found = locate(row.quote, row.prefix, row.suffix, row.span, article.text, None)
    if found.span is None or found.span.start == found.span.end:
        raise _RefusedError(f"its quote is not in {article.id}")
    prefix, suffix = context(article.text, found.span)
    placed = replace(
        row,
        article_sha256=article.sha256,
        span=found.span,
        quote=found.span.of(article.text),
        prefix=prefix,
        suffix=suffix,
        anchor=found.state,
    )
    if found.state is AnchorState.EXACT:
        return placed, ""
    return placed, f"{found.state.value}: found at {found.span.start}, not {row.span.start}"
