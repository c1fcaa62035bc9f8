"""Headers: front matter, ``Key: value`` lines, and lines such as ``Publié le 16 octobre 2025``."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from reader.articles.language import language_tag
from reader.text.full_dates import FullDate, full_dates
from reader.text.lines import filled_lines_of, lines_of
from reader.text.openings import (
    DATE_KEYS,
    LANGUAGE_KEYS,
    MOST_LINES,
    TITLE_KEYS,
    date_opening,
    header_lines,
    key_of,
)

LONGEST_FIELD = 1000
"""Characters of a header line that are looked at."""
LONGEST_PUBLICATION = 160
"""Characters of a line that says when the article was published."""
MOST_FRONT_MATTER = 200
"""Lines after which front matter that was never closed is none."""


class Header(NamedTuple):
    """What a header says, and where the article begins after it."""

    end: int = 0
    title: str = ""
    date: FullDate | None = None
    language: str = ""


def read_header(text: str) -> Header:
    """The header of *text*; empty where it has none."""
    front_matter = _front_matter(text)
    if front_matter is not None:
        return front_matter
    header = _header_lines(text)
    return header if header.date else header._replace(date=_publication_date(text, header.end))


# --- front matter ---------------------------------------------------------------


def _front_matter(text: str) -> Header | None:
    """What stands between ``---`` lines at the very top: plain ``key: value`` lines only."""
    if not text.startswith("---\n"):
        return None
    header = Header()
    for start, end in islice(lines_of(text, 4), MOST_FRONT_MATTER):
        line = text[start : min(end, start + 8)].rstrip()
        if line in ("---", "..."):
            return header._replace(end=min(end + 1, len(text)))
        header = _with_field(header, text, start, end)
    return None


# --- header lines ---------------------------------------------------------------


def _header_lines(text: str) -> Header:
    """The lines at the top that are ``Key: value`` or open with ``date 2025-10-31``."""
    header = Header()
    for line in header_lines(text):
        if line.date is None:
            header = _with_field(header, text, line.start, line.end)
        elif header.date is None:
            header = header._replace(date=line.date)
        header = header._replace(end=line.body or min(line.end + 1, len(text)))
    return header


def _with_field(header: Header, text: str, start: int, end: int) -> Header:
    """*header* with what the line ``key: value`` adds; the first value of each key counts."""
    key, colon, value = text[start : min(end, start + LONGEST_FIELD)].partition(":")
    name, value = key_of(key), value.strip().strip("\"'").strip()
    if not colon or not value:
        return header
    if name in TITLE_KEYS and not header.title:
        return header._replace(title=" ".join(value.split()))
    if name in LANGUAGE_KEYS and not header.language:
        return header._replace(language=language_tag(value))
    if name in DATE_KEYS and header.date is None:
        return header._replace(
            date=next(iter(full_dates(text, start + len(key) + 1, min(end, start + LONGEST_FIELD))), None)
        )
    return header


# --- a publication line further down ------------------------------------------------


def _publication_date(text: str, start: int) -> FullDate | None:
    """The date of a line such as ``Publié le 16 octobre 2025 à 10h`` among the first ones."""
    for first, last in islice(filled_lines_of(text, start), MOST_LINES):
        if last - first > LONGEST_PUBLICATION or not any(map(str.isdecimal, text[first:last])):
            continue
        found = _publication().match(text, first, last)
        if found:
            dates = full_dates(text, found.end(), last)
            if dates and dates[0].span.start == found.end():
                return dates[0]
    return None


def is_byline(line: str) -> bool:
    """Whether *line* says who wrote the article or when it was published."""
    return _byline().match(line) is not None


@cache
def _byline() -> re.Pattern[str]:
    updated = r"(?:mis(?:e)?\s+à\s+jour|publié|paru|mis\s+en\s+ligne|posted|published|updated)\b.{0,20}\d"
    return re.compile(rf"(?i:{updated})|(?:Par|PAR|By|BY) [A-ZÀ-Þ][^.!?]{{0,80}}\Z")


@cache
def _publication() -> re.Pattern[str]:
    """An optional author, then what announces the date of publication."""
    author = r"(?:(?:par|by)[^\n]{1,60}?[,|–—-][^\S\n]*)?"
    return re.compile(author + date_opening().pattern, re.IGNORECASE)
