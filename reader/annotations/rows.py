"""Rows as plain JSON objects and back; every field is checked on the way in.

The keys of an annotation and a link are those of the JSONL export, without type and schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from reader.annotations.changes import Table
from reader.errors import SpanError, StoreDamagedError
from reader.model import (
    FAVOURITES,
    AnchorState,
    Annotation,
    ArticleRecord,
    Decision,
    DecisionAction,
    Link,
    MentionKind,
    Progress,
    Span,
    Tag,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

    from reader.annotations.changes import Row

    E = TypeVar("E", bound=Enum)

MAX_OFFSET = 2**31
"""No article is that long; a larger offset is damage, not data."""
MAX_KEY = 4096
"""Characters of an id or a tag name."""

_ANNOTATION_TEXTS = (
    *("article", "article_sha256", "quote", "prefix", "suffix"),
    *("note", "creator", "created", "modified", "origin"),
)
_ANCHORS = {state.value: state for state in AnchorState}
_ACTIONS = {action.value: action for action in DecisionAction}
_KINDS = {kind.value: kind for kind in MentionKind}
_PROGRESS = {progress.value: progress for progress in Progress}


# --- out ----------------------------------------------------------------------


def to_row(value: Row) -> dict[str, object]:
    """*value* as a JSON object, keys in their fixed order."""
    return _WRITERS[type(value)](value)


def _write_annotation(value: Annotation) -> dict[str, object]:
    return {
        "id": value.id,
        "article": value.article,
        "article_sha256": value.article_sha256,
        "start": value.span.start,
        "end": value.span.end,
        "quote": value.quote,
        "prefix": value.prefix,
        "suffix": value.suffix,
        "tags": list(value.tags),
        "note": value.note,
        "creator": value.creator,
        "created": value.created,
        "modified": value.modified,
        "origin": value.origin,
        "anchor": value.anchor.value,
    }


def _write_link(value: Link) -> dict[str, object]:
    return {
        "id": value.id,
        "relation": value.relation,
        "source": value.source,
        "target": value.target,
        "note": value.note,
        "creator": value.creator,
        "created": value.created,
        "modified": value.modified,
    }


def _write_tag(value: Tag) -> dict[str, object]:
    return {
        "name": value.name,
        "colour": value.colour,
        "favourite": value.favourite,
        "description": value.description,
    }


def _write_decision(value: Decision) -> dict[str, object]:
    row: dict[str, object] = {
        "id": value.id,
        "article": value.article,
        "action": value.action.value,
        "start": None if value.span is None else value.span.start,
        "end": None if value.span is None else value.span.end,
        "quote": value.quote,
        "kind": None if value.kind is None else value.kind.value,
        "label": value.label,
        "value": value.value,
        "creator": value.creator,
        "created": value.created,
    }
    if value.score is not None:
        row["score"] = value.score
    if value.article_sha256:
        row["article_sha256"] = value.article_sha256
    return row


def _write_article(value: ArticleRecord) -> dict[str, object]:
    row: dict[str, object] = {
        "id": value.id,
        "progress": value.progress.value,
        "position": value.position,
        "sha256": value.sha256,
    }
    if value.read_to_end:
        row["read_to_end"] = True
    return row


# --- in -----------------------------------------------------------------------


def from_row(table: Table, row: Mapping[str, object]) -> Row:
    """The value that *row* of *table* holds.

    Raises StoreDamagedError naming the field that is missing or wrong.
    """
    try:
        return _READERS[table](row)
    except KeyError as error:
        raise _damaged(table, row, f"“{error.args[0]}” is missing") from error
    except SpanError as error:
        raise _damaged(table, row, error.message) from error


def _read_annotation(row: Mapping[str, object]) -> Annotation:
    tags = row["tags"]
    if type(tags) is not list or not all(type(tag) is str and tag for tag in tags):
        _wrong(Table.ANNOTATIONS, row, "tags")
    for field in _ANNOTATION_TEXTS:  # in one place, for it is done a hundred thousand times
        if type(row[field]) is not str:
            _wrong(Table.ANNOTATIONS, row, field)
    return Annotation(
        id=_key(Table.ANNOTATIONS, row, "id"),
        span=_span(Table.ANNOTATIONS, row),
        tags=tuple(tags),
        anchor=_one_of(Table.ANNOTATIONS, row, "anchor", _ANCHORS),
        **{field: row[field] for field in _ANNOTATION_TEXTS},  # type: ignore[arg-type]  # checked above
    )


def _read_link(row: Mapping[str, object]) -> Link:
    return Link(
        id=_key(Table.LINKS, row, "id"),
        relation=_text(Table.LINKS, row, "relation"),
        source=_key(Table.LINKS, row, "source"),
        target=_key(Table.LINKS, row, "target"),
        note=_text(Table.LINKS, row, "note"),
        creator=_text(Table.LINKS, row, "creator"),
        created=_text(Table.LINKS, row, "created"),
        modified=_text(Table.LINKS, row, "modified"),
    )


def _read_tag(row: Mapping[str, object]) -> Tag:
    favourite = row["favourite"]
    if favourite is not None and (type(favourite) is not int or not 1 <= favourite <= FAVOURITES):
        _wrong(Table.TAGS, row, "favourite")
    return Tag(
        name=_key(Table.TAGS, row, "name"),
        colour=_number(Table.TAGS, row, "colour"),
        favourite=favourite,
        description=_text(Table.TAGS, row, "description"),
    )


def _read_decision(row: Mapping[str, object]) -> Decision:
    nowhere = row["start"] is None and row["end"] is None
    return Decision(
        id=_key(Table.DECISIONS, row, "id"),
        article=_text(Table.DECISIONS, row, "article"),
        action=_one_of(Table.DECISIONS, row, "action", _ACTIONS),
        span=None if nowhere else _span(Table.DECISIONS, row),
        quote=_text(Table.DECISIONS, row, "quote"),
        kind=None if row["kind"] is None else _one_of(Table.DECISIONS, row, "kind", _KINDS),
        label=_text(Table.DECISIONS, row, "label"),
        value=_text(Table.DECISIONS, row, "value"),
        creator=_text(Table.DECISIONS, row, "creator"),
        created=_text(Table.DECISIONS, row, "created"),
        score=_score(row) if "score" in row else None,  # older rows have neither
        article_sha256=_text(Table.DECISIONS, row, "article_sha256") if "article_sha256" in row else "",
    )


def _read_article(row: Mapping[str, object]) -> ArticleRecord:
    return ArticleRecord(
        id=_key(Table.ARTICLES, row, "id"),
        progress=_one_of(Table.ARTICLES, row, "progress", _PROGRESS),
        position=_number(Table.ARTICLES, row, "position"),
        sha256=_text(Table.ARTICLES, row, "sha256"),
        read_to_end=row.get("read_to_end") is True,  # older rows lack it
    )


_WRITERS: dict[type, Callable[..., dict[str, object]]] = {
    Annotation: _write_annotation,
    Link: _write_link,
    Tag: _write_tag,
    Decision: _write_decision,
    ArticleRecord: _write_article,
}

_READERS: dict[Table, Callable[[Mapping[str, object]], Row]] = {
    Table.ANNOTATIONS: _read_annotation,
    Table.LINKS: _read_link,
    Table.TAGS: _read_tag,
    Table.DECISIONS: _read_decision,
    Table.ARTICLES: _read_article,
}


# --- fields -------------------------------------------------------------------


def _text(table: Table, row: Mapping[str, object], field: str) -> str:
    value = row[field]
    if type(value) is not str:
        _wrong(table, row, field)
    return value


def _key(table: Table, row: Mapping[str, object], field: str) -> str:
    value = row[field]
    if type(value) is not str or not 0 < len(value) <= MAX_KEY:
        _wrong(table, row, field)
    return value


def _number(table: Table, row: Mapping[str, object], field: str) -> int:
    value = row[field]
    if type(value) is not int or not 0 <= value <= MAX_OFFSET:  # a bool is no number
        _wrong(table, row, field)
    return value


def _span(table: Table, row: Mapping[str, object]) -> Span:
    return Span(_number(table, row, "start"), _number(table, row, "end"))


def _score(row: Mapping[str, object]) -> float | None:
    value = row["score"]
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        _wrong(Table.DECISIONS, row, "score")
    return float(value)


def _one_of(table: Table, row: Mapping[str, object], field: str, values: Mapping[str, E]) -> E:
    value = row[field]
    if type(value) is not str or value not in values:
        _wrong(table, row, field)
    return values[value]


def _wrong(table: Table, row: Mapping[str, object], field: str) -> NoReturn:
    raise _damaged(table, row, f"“{field}” is {_short(row[field])}")


def _damaged(table: Table, row: Mapping[str, object], reason: str) -> StoreDamagedError:
    name = row.get("name" if table is Table.TAGS else "id")
    return StoreDamagedError(f"In {table.value}, the row {_short(name)} cannot be used: {reason}.")


def _short(value: object) -> str:
    shown = repr(value) if not isinstance(value, int) or abs(value) < 10**20 else "a huge number"
    return shown if len(shown) <= 60 else shown[:59] + "…"
