"""JSONL: one object per line, each of use without the others."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from reader.annotations.changes import Table
from reader.errors import FormatError, SpanError
from reader.formats.contract import SCHEMA
from reader.formats.fields import LONGEST_CONTEXT, Fields
from reader.formats.json_lines import json_line
from reader.formats.parts import RECOGNISED_PARTS, Part
from reader.formats.plan import Incoming, IncomingRow, Refused
from reader.formats.records import (
    annotation_record,
    article_record,
    decision_record,
    link_record,
    mention_records,
    tag_record,
)
from reader.model import FAVOURITES, AnchorState, Annotation, Decision, DecisionAction, Link, MentionKind, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.annotations.changes import Row
    from reader.formats.contract import Record
    from reader.formats.data import ExportData
    from reader.model import Mention, Recognition

LONGEST_LINE = 8 << 20
"""Characters of one line; longer ones are refused unread."""
MOST_REFUSED = 10_000
"""So many wrong lines make the whole file unfit."""
MOST_ROWS = 1_000_000
"""So many lines that could be brought in are more than a store is made for."""
_NO_TIME = "1970-01-01T00:00:00Z"


# --- out ----------------------------------------------------------------------


def write(data: ExportData) -> Iterator[str]:
    """Articles, tags, annotations, links, decisions, then what was recognised, article by article."""
    return map(json_line, _records(data))


def _records(data: ExportData) -> Iterator[Record]:
    if Part.ARTICLES in data.include:
        yield from (article_record(facts) for facts in sorted(data.articles, key=lambda facts: facts.id))
    if Part.TAGS in data.include:
        yield from (tag_record(tag) for tag in sorted(data.tags, key=lambda tag: tag.name))
    if Part.ANNOTATIONS in data.include:
        yield from map(annotation_record, data.sorted_annotations())
    if Part.LINKS in data.include:
        yield from (link_record(*ends) for ends in data.sorted_links())
    if Part.DECISIONS in data.include:
        yield from (decision_record(d) for d in sorted(data.decisions, key=lambda d: (d.article, d.id)))
    if data.include & RECOGNISED_PARTS:
        for article, recognition in data.recognised:
            yield from mention_records(article, _wanted(recognition, data.include))


def _wanted(recognition: Recognition, include: frozenset[Part]) -> Iterator[Mention]:
    if Part.MENTIONS in include:
        yield from recognition.entities
    if Part.DATES in include:
        yield from recognition.dates
    if Part.CLAIMS in include:
        yield from recognition.claims


# --- in -----------------------------------------------------------------------


def read(lines: Iterable[str]) -> Incoming:
    """The rows in *lines*; a line that is not right is refused alone.

    Raises FormatError where there is hardly anything but wrong lines.
    """
    rows: list[IncomingRow] = []
    refused: list[Refused] = []
    passed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            table_row = _row(line)
        except FormatError as error:
            refused.append(Refused(number, error.message))
            if len(refused) >= MOST_REFUSED:
                raise FormatError(
                    f"More than {MOST_REFUSED} lines cannot be read (line {number}: {error.message}). "
                    "Nothing was brought in."
                ) from error
            continue
        if table_row is None:
            passed += 1
        elif len(rows) < MOST_ROWS:
            rows.append(IncomingRow(number, *table_row))
        else:
            raise FormatError(f"More than {MOST_ROWS} lines would be brought in. Nothing was.")
    return Incoming(tuple(rows), tuple(refused), passed)


def _row(line: str) -> tuple[Table, Row] | None:
    """What one line brings; None for records that are not brought in."""
    fields = Fields(_object(line))
    schema = fields.record.get("schema", SCHEMA)
    if schema != SCHEMA:
        raise FormatError(f"its schema is {_named(schema)}; this reader knows {SCHEMA}")
    match fields.record.get("type"):
        case "annotation":
            return Table.ANNOTATIONS, _annotation(fields)
        case "link":
            return Table.LINKS, _link(fields)
        case "tag":
            return Table.TAGS, _tag(fields)
        case "decision":
            return Table.DECISIONS, _decision(fields)
        case "mention" | "date" | "claim" | "article":
            return None
        case other:
            raise FormatError(
                "“type” is missing" if other is None else f"its type is unknown: {_named(other)}"
            )


def _named(value: object) -> str:
    """A value in a few letters; one that is nested may be too deep to be written."""
    if isinstance(value, str | int | float):
        return f"{value!r:.40}"
    if value is None:
        return "null"
    return "a list" if isinstance(value, list) else "an object"


def _object(line: str) -> Record:
    if len(line) > LONGEST_LINE:
        raise FormatError(f"it is longer than {LONGEST_LINE} characters")
    try:
        value = json.loads(line, parse_constant=_no_constant)
    except RecursionError as error:
        raise FormatError("it is nested too deeply") from error
    except ValueError as error:
        raise FormatError(f"it is not JSON ({_short(error)})") from error
    if not isinstance(value, dict):
        raise FormatError("it is not a JSON object")
    return value


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON")


def _short(error: ValueError) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)[:80]


def _annotation(fields: Fields) -> Annotation:
    span, quote = fields.span(), fields.text("quote")
    creator = fields.name("creator", "unknown")
    created = fields.time("created", _NO_TIME)
    try:
        return Annotation(
            id=fields.name("id", _made_id(fields)),
            article=fields.article(),
            article_sha256=fields.sha256("article_sha256"),
            span=span,
            quote=quote,
            prefix=fields.text("prefix", "", LONGEST_CONTEXT),
            suffix=fields.text("suffix", "", LONGEST_CONTEXT),
            tags=fields.tags(),
            note=fields.text("note", ""),
            creator=creator,
            created=created,
            modified=fields.time("modified", created),
            origin=fields.name("origin", "import"),
            anchor=fields.choice("anchor", AnchorState, AnchorState.EXACT),
        )
    except SpanError as error:
        raise FormatError(f"its quote has {len(quote)} characters, but its span {len(span)}") from error


def _made_id(fields: Fields) -> str:
    """The id of an annotation that brings none: the same passage always gets the same."""
    known = [fields.record.get(name) for name in ("article", "start", "end", "quote", "creator")]
    return "a-" + hashlib.sha256(repr(known).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _link(fields: Fields) -> Link:
    created = fields.time("created", _NO_TIME)
    try:
        return Link(
            id=fields.name("id"),
            relation=fields.name("relation"),
            source=fields.record_of("source").name("annotation"),
            target=fields.record_of("target").name("annotation"),
            note=fields.text("note", ""),
            creator=fields.name("creator", "unknown"),
            created=created,
            modified=fields.time("modified", created),
        )
    except SpanError as error:
        raise FormatError("it links a passage with itself") from error


def _tag(fields: Fields) -> Tag:
    keyed = fields.record.get("favourite") is not None
    favourite = fields.number("favourite", most=FAVOURITES) if keyed else None
    (name,) = Fields({"tags": [fields.text("name")]}).tags()
    return Tag(name, fields.number("colour", 1, most=1000), favourite or None, fields.text("description", ""))


def _decision(fields: Fields) -> Decision:
    nowhere = fields.record.get("start") is None and fields.record.get("end") is None
    kind = None if fields.record.get("kind") is None else fields.choice("kind", MentionKind)
    return Decision(
        id=fields.name("id"),
        article="" if fields.record.get("article") == "" else fields.article(),
        action=fields.choice("action", DecisionAction),
        span=None if nowhere else fields.span(),
        quote=fields.text("quote", ""),
        kind=kind,
        label=fields.text("label", ""),
        value=fields.text("value", ""),
        creator=fields.text("creator", ""),
        created=fields.text("created", ""),
        score=fields.score("score"),
        article_sha256=fields.sha256("article_sha256"),
    )
