"""What is known about an article before anyone reads it: title, headings, reference date, language."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.datelines import dateline
from reader.articles.kinds.registry import KINDS, kind_of
from reader.articles.language import SAMPLE, language_of
from reader.articles.titles import LONGEST_HEADING, first_words, shortened
from reader.model import ReferenceDate, ReferenceOrigin
from reader.text.full_dates import date_in_name
from reader.text.lines import filled_lines_of

if TYPE_CHECKING:
    from reader.articles.outline import Kind, Outline
    from reader.model import Span


class Metadata(NamedTuple):
    """What ``describe`` found."""

    title: str
    headings: tuple[Span, ...]
    reference: ReferenceDate | None
    language: str


def describe(article_id: str, text: str) -> Metadata:
    """The metadata of the article *article_id*; its suffix tells the kind, its name may hold a date."""
    kind = kind_of(article_id) or KINDS[0]
    outline = kind.outline(text)
    return Metadata(
        title=_title(article_id, text, kind, outline),
        headings=outline.headings,
        reference=_reference(article_id, text, outline),
        language=outline.language or language_of(text[outline.body : outline.body + SAMPLE]),
    )


def _title(article_id: str, text: str, kind: Kind, outline: Outline) -> str:
    """The stated title, else a heading that opens the text, else its first words, else the file's name."""
    stated = outline.title or kind.plain(_opening_heading(text, outline))
    if stated:
        return shortened(" ".join(stated.split()), LONGEST_HEADING)
    return first_words(text, outline.body, kind.plain) or PurePosixPath(article_id).name


def _opening_heading(text: str, outline: Outline) -> str:
    first_line = next(filled_lines_of(text, outline.body), None)
    if first_line is None or not outline.headings or outline.headings[0].start != first_line[0]:
        return ""
    return outline.headings[0].of(text)[: 4 * LONGEST_HEADING]


def _reference(article_id: str, text: str, outline: Outline) -> ReferenceDate | None:
    """By strength: header, file name, dateline."""
    if outline.date:
        return ReferenceDate(outline.date.iso, ReferenceOrigin.HEADER, outline.date.span)
    named = date_in_name(PurePosixPath(article_id).name)
    if named:
        return ReferenceDate(named, ReferenceOrigin.FILE_NAME)
    dated = dateline(text, outline.body, outline.headings)
    return ReferenceDate(dated.iso, ReferenceOrigin.DATELINE, dated.span) if dated else None
