"""W3C Web Annotation as JSON-LD: one AnnotationPage, an annotation per line of the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded

from reader.formats.json_lines import escaped
from reader.formats.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.formats.contract import Record
    from reader.formats.data import ExportData
    from reader.model import Annotation, Link

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of the recommendation (https://www.w3.org/TR/annotation-model/)."""


def write(data: ExportData) -> Iterator[str]:
    """A page of annotations; a link is an annotation whose body is the passage it leads to."""
    yield f'{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": ['
    separator = "\n"
    for item in _items(data):
        yield separator + escaped(json.dumps(item, ensure_ascii=False))
        separator = ",\n"
    yield "\n]}\n"


def _items(data: ExportData) -> Iterator[Record]:
    if Part.ANNOTATIONS in data.include:
        yield from map(_annotation, data.sorted_annotations())
    if Part.LINKS in data.include:
        yield from (_link(*ends) for ends in data.sorted_links())


def _annotation(annotation: Annotation) -> Record:
    bodies = [_text(tag, "tagging") for tag in annotation.tags]
    if annotation.note:
        bodies.append(_text(annotation.note, "commenting"))
    return {
        "id": _iri(annotation.id),
        "type": "Annotation",
        "motivation": "tagging" if annotation.tags else "commenting" if annotation.note else "highlighting",
        **_made(annotation),
        "body": bodies,
        "target": _passage(annotation),
    }


def _link(link: Link, source: Annotation, target: Annotation) -> Record:
    bodies: list[Record] = [{**_passage(target), "purpose": "linking"}, _text(link.relation, "classifying")]
    if link.note:
        bodies.append(_text(link.note, "commenting"))
    return {
        "id": _iri(link.id),
        "type": "Annotation",
        "motivation": "linking",
        **_made(link),
        "body": bodies,
        "target": _passage(source),
    }


def _made(row: Annotation | Link) -> Record:
    return {
        "creator": {"type": "Person", "name": row.creator},
        "created": row.created,
        "modified": row.modified,
    }


def _text(value: str, purpose: str) -> Record:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _passage(annotation: Annotation) -> Record:
    return {
        "type": "SpecificResource",
        "source": percent_encoded(annotation.article.encode("utf-8", "surrogateescape")),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": annotation.quote,
                "prefix": annotation.prefix,
                "suffix": annotation.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": annotation.span.start,
                "end": annotation.span.end,
            },
        ],
    }


def _iri(id: str) -> str:
    return f"urn:x-reader:{percent_encoded(id)}"
