"""What all changes so far add up to, with the look-ups the screen needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from reader.annotations.changes import Change, Edit, Row, Table, key_of
from reader.annotations.ordered import Ordered
from reader.errors import ChangeConflictError
from reader.model import Annotation, ArticleRecord, Decision, Link, Span, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

T = TypeVar("T", bound=Row)


class State:
    """The rows of one annotator, indexed by article and by link end.

    ``apply`` is the only way in; it sets each row to what the edit says comes after, so that
    the same changes in the same order always give an equal state. A worker may read meanwhile: what it
    gets then may be half of a change, but it is never an error.
    """

    def __init__(self, rows: Iterable[tuple[Table, Row]] = ()) -> None:
        self._tables: dict[Table, dict[str, Row]] = {table: {} for table in Table}
        self._by_article: dict[str, set[str]] = {}
        self._by_place: dict[str, set[str]] = {}
        self._decided: dict[str, set[str]] = {}
        self._ends: dict[str, set[str]] = {}
        self._annotations_in_order: dict[str, Ordered[Annotation]] = {}
        self._decisions_in_order: dict[str, Ordered[Decision]] = {}
        for table, row in rows:
            self._put(table, key_of(row), row)

    # --- reading

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        return self._rows(Table.ANNOTATIONS, Annotation)

    @property
    def links(self) -> Mapping[str, Link]:
        return self._rows(Table.LINKS, Link)

    @property
    def tags(self) -> Mapping[str, Tag]:
        return self._rows(Table.TAGS, Tag)

    @property
    def decisions(self) -> Mapping[str, Decision]:
        return self._rows(Table.DECISIONS, Decision)

    @property
    def articles(self) -> Mapping[str, ArticleRecord]:
        return self._rows(Table.ARTICLES, ArticleRecord)

    def table(self, table: Table) -> Mapping[str, Row]:
        """All rows of *table* by key."""
        return self._tables[table]

    def rows(self) -> Iterable[tuple[Table, Row]]:
        """Every row, table by table."""
        for table, rows in self._tables.items():
            for row in rows.values():
                yield table, row

    def annotations_of(self, article: str) -> tuple[Annotation, ...]:
        """The annotations of one article by start, longer first; the same tuple until one of them changes."""
        order = self._annotations_in_order.get(article)
        if order is None:
            return ()
        return order.rows(lambda: _there(self.annotations, list(self._by_article.get(article, ()))))

    def annotations_on(self, article: str, span: Span) -> tuple[Annotation, ...]:
        """The annotations of one article whose stored span is exactly *span*, by id."""
        return tuple(self.annotations[key] for key in sorted(self._by_place.get(_place(article, span), ())))

    def annotated_articles(self) -> frozenset[str]:
        """Ids of all articles that have annotations."""
        return frozenset(article for article, keys in list(self._by_article.items()) if keys)

    def decisions_of(self, article: str) -> tuple[Decision, ...]:
        """What was decided about suggestions of one article; the same tuple until one of them changes."""
        order = self._decisions_in_order.get(article)
        if order is None:
            return ()
        return order.rows(lambda: _there(self.decisions, list(self._decided.get(article, ()))))

    def links_of(self, annotation: str) -> tuple[Link, ...]:
        """The links that begin or end at *annotation*."""
        return _there(self.links, sorted(self._ends.get(annotation, ())))

    def linked(self) -> frozenset[str]:
        """Ids of all annotations at which a link begins or ends."""
        return frozenset(annotation for annotation, keys in list(self._ends.items()) if keys)

    def copy(self) -> State:
        """An independent state with the same rows."""
        return State(self.rows())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]  # mutable

    # --- writing

    def apply(self, change: Change) -> None:
        """Set every row to what *change* says comes after."""
        for edit in change.edits:
            self._put(edit.table, edit.key, edit.after)

    def expect(self, edits: Iterable[Edit], doing: str) -> None:
        """Make sure each row is still as *edits* saw it before.

        Raises ChangeConflictError naming *doing* where one is not.
        """
        awaited: dict[tuple[Table, str], Row | None] = {}
        for edit in edits:
            place = (edit.table, edit.key)
            current = awaited.get(place, self._tables[edit.table].get(edit.key))
            if current != edit.before:
                raise ChangeConflictError(
                    f"“{doing}” was left as it is: what it touched has changed since. "
                    "Undo the later change first."
                )
            awaited[place] = edit.after

    def _rows(self, table: Table, kind: type[T]) -> Mapping[str, T]:
        del kind  # only tells the type checker what Edit has already checked
        return self._tables[table]  # type: ignore[return-value]

    def _put(self, table: Table, key: str, row: Row | None) -> None:
        rows = self._tables[table]
        old = rows.pop(key, None)
        if old is not None:
            for index, entry in self._entries(old):
                index[entry].discard(key)
        if row is not None:
            rows[key] = row
            for index, entry in self._entries(row):
                index.setdefault(entry, set()).add(key)
        one, other = self._order_of(old), self._order_of(row)  # told last: who asked meanwhile asks again
        if one is not None:
            one.changed(old, row if other is one else None)
        if other is not None and other is not one:
            other.changed(None, row)

    def _order_of(self, row: Row | None) -> Ordered[Any] | None:  # Any: each holds rows of one kind
        """The order in which *row* stands, if it stands in one."""
        if isinstance(row, Annotation):
            return self._annotations_in_order.setdefault(row.article, Ordered(_reading_place))
        if isinstance(row, Decision):
            return self._decisions_in_order.setdefault(row.article, Ordered(_decision_id))
        return None

    def _entries(self, row: Row) -> tuple[tuple[dict[str, set[str]], str], ...]:
        """Which indexes know *row*, and under what."""
        if isinstance(row, Annotation):
            return ((self._by_article, row.article), (self._by_place, _place(row.article, row.span)))
        if isinstance(row, Link):
            return ((self._ends, row.source), (self._ends, row.target))
        if isinstance(row, Decision):
            return ((self._decided, row.article),)
        return ()


def _reading_place(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.span.start, -annotation.span.end, annotation.id


def _decision_id(decision: Decision) -> str:
    return decision.id


def _place(article: str, span: Span) -> str:
    return f"{span.start}-{span.end}:{article}"


def _there(rows: Mapping[str, T], keys: Sequence[str]) -> tuple[T, ...]:
    """The rows of *keys* that are there."""
    return tuple(row for key in keys if (row := rows.get(key)) is not None)
