"""CSV for spreadsheets: one row per passage, link or mention; no cell can act as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeAlias

from reader.articles.whole_title import whole_title
from reader.formats.parts import RECOGNISED_PARTS, Part
from reader.model import Entity, Timex
from reader.text.display import safe_display

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.formats.data import ArticleFacts, ExportData
    from reader.model import Annotation, Article, Link, Mention

COLUMNS = (
    "type",
    "id",
    "article",
    "title",
    "date",
    "start",
    "end",
    "quote",
    "tags",
    "note",
    "creator",
    "created",
    "modified",
    "origin",
    "anchor",
    "label",
    "value",
    "relation",
    "target_article",
    "target_title",
    "target_date",
    "target_start",
    "target_end",
    "target_quote",
)
"""``title`` and ``date`` are the article's; ``label`` and ``value`` those of mentions: label and name, kind
and date, status and source."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

_Cells = dict[str, object]
_Facts: TypeAlias = "Mapping[str, ArticleFacts]"


def write(data: ExportData) -> Iterator[str]:
    """The header and a row for everything; several tags stand in one cell, parted by ``; ``."""
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for cells in _rows(data):
        yield _taken(line)
        writer.writerow({name: defused(value) for name, value in cells.items()})
    yield _taken(line)


def defused(value: object) -> object:
    """*value* as a cell that no spreadsheet takes for a formula and no terminal for an order."""
    if not isinstance(value, str):
        return value
    text = safe_display(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _taken(line: io.StringIO) -> str:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text


def _rows(data: ExportData) -> Iterator[_Cells]:
    facts = {article.id: article for article in data.articles}
    if Part.ANNOTATIONS in data.include:
        yield from (_annotation(annotation, facts) for annotation in data.sorted_annotations())
    if Part.LINKS in data.include:
        yield from (_link(*ends, facts) for ends in data.sorted_links())
    if data.include & RECOGNISED_PARTS:
        for article, recognition in data.recognised:
            for part, mentions in (
                (Part.MENTIONS, recognition.entities),
                (Part.DATES, recognition.dates),
                (Part.CLAIMS, recognition.claims),
            ):
                if part in data.include:
                    yield from (_mention(article, mention) for mention in mentions)


def _annotation(annotation: Annotation, facts: _Facts) -> _Cells:
    return {
        "type": "annotation",
        "id": annotation.id,
        **_place(annotation, facts),
        "tags": "; ".join(annotation.tags),
        "note": annotation.note,
        "creator": annotation.creator,
        "created": annotation.created,
        "modified": annotation.modified,
        "origin": annotation.origin,
        "anchor": annotation.anchor.value,
    }


def _link(link: Link, source: Annotation, target: Annotation, facts: _Facts) -> _Cells:
    return {
        "type": "link",
        "id": link.id,
        **_place(source, facts),
        "note": link.note,
        "creator": link.creator,
        "created": link.created,
        "modified": link.modified,
        "relation": link.relation,
        **{f"target_{name}": value for name, value in _place(target, facts).items()},
    }


def _mention(article: Article, mention: Mention) -> _Cells:
    if isinstance(mention, Entity):
        kind, label, value = "mention", mention.label.value, mention.name
    elif isinstance(mention, Timex):
        kind, label, value = "date", mention.type.value, mention.value
    else:
        kind, label, value = "claim", mention.status.value, mention.source or ""
    return {
        "type": kind,
        "article": article.id,
        "title": whole_title(article),
        "date": article.reference.date if article.reference else "",
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.text,
        "origin": mention.recogniser,
        "label": label,
        "value": value,
    }


def _place(annotation: Annotation, facts: _Facts) -> _Cells:
    """Where a passage stands; no title and no date where its article is gone."""
    article = facts.get(annotation.article)
    return {
        "article": annotation.article,
        "title": article.cited_title if article else "",
        "date": (article.date if article else None) or "",
        "start": annotation.span.start,
        "end": annotation.span.end,
        "quote": annotation.quote,
    }
