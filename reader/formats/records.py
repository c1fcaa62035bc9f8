"""Every value as the record that the JSONL contract promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.rows import to_row
from reader.formats.contract import SCHEMA, linked, record_of
from reader.model import Entity, Timex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.formats.contract import Record
    from reader.formats.data import ArticleFacts
    from reader.model import Annotation, Article, Claim, Decision, Link, Mention, Recognition, Span, Tag


def annotation_record(annotation: Annotation) -> Record:
    return record_of("annotation", to_row(annotation))


def link_record(link: Link, source: Annotation, target: Annotation) -> Record:
    return linked(to_row(link), to_row(source), to_row(target))


def tag_record(tag: Tag) -> Record:
    return record_of("tag", to_row(tag))


def article_record(facts: ArticleFacts) -> Record:
    return {
        "type": "article",
        "schema": SCHEMA,
        "id": facts.id,
        "sha256": facts.sha256,
        "title": facts.title,
        "date": facts.date,
        "language": facts.language,
        "characters": facts.characters,
        "progress": facts.progress.value,
    }


def decision_record(decision: Decision) -> Record:
    return record_of("decision", to_row(decision))


def mention_records(article: Article, mentions: Iterable[Mention]) -> Iterator[Record]:
    """The ``mention``, ``date`` and ``claim`` records of *mentions*, in their order."""
    for mention in mentions:
        if isinstance(mention, Entity):
            kind, values = "mention", entity_values(mention)
        elif isinstance(mention, Timex):
            kind, values = "date", timex_values(article, mention)
        else:
            kind, values = "claim", claim_values(article, mention)
        yield {"type": kind, "schema": SCHEMA, "article": article.id, **values}


def recognition_values(article: Article, recognition: Recognition) -> Record:
    """A whole recognition as three lists, for the batch form."""
    return {
        "mentions": [entity_values(entity) for entity in recognition.entities],
        "dates": [timex_values(article, date) for date in recognition.dates],
        "claims": [claim_values(article, claim) for claim in recognition.claims],
    }


def entity_values(entity: Entity) -> Record:
    return {
        **_span(entity.span),
        "text": entity.text,
        "label": entity.label.value,
        "name": entity.name,
        "score": round(entity.score, 4),
        "recogniser": entity.recogniser,
    }


def timex_values(article: Article, date: Timex) -> Record:
    return {
        **_span(date.span),
        "text": date.text,
        "kind": date.type.value,
        "value": date.value,
        "mod": date.mod,
        "anchor": _quoted(article, date.anchor),
        "reference": date.reference,
    }


def claim_values(article: Article, claim: Claim) -> Record:
    return {
        **_span(claim.span),
        "text": claim.text,
        "status": claim.status.value,
        "source": claim.source,
        "cue": _quoted(article, claim.cue),
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _quoted(article: Article, span: Span | None) -> Record | None:
    return None if span is None else {**_span(span), "text": span.of(article.text)}
