"""Headers: front matter, ``Key: value`` lines, and lines such as ``Publié le 16 octobre 2025``."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from reader.articles.full_dates import FullDate, full_dates
from reader.articles.language import language_tag
from reader.articles.lines import filled_lines_of, lines_of
from reader.text.space import stripped


def _listed(keys: str) -> frozenset[str]:
    return frozenset(" ".join(key.split()) for key in keys.split("|"))


TITLE_KEYS = _listed("title | titre | headline | objet | subject | sujet")
LANGUAGE_KEYS = _listed("lang | language | langue | locale")
DATE_KEYS = _listed("""
    date | published | publié | publié le | publication | date de publication | publication date |
    publish date | publishdate | pubdate | publish_date | published on | publication_date |
    date_published | paru le | mis en ligne le | posted | created
""")
OTHER_KEYS = _listed("""
    auteur | auteurs | author | authors | by | par | source | sources | url | lien | link | id |
    section | rubrique | tags | keywords | mots-clés | catégorie | category | from | to | de | à | mis
    à jour | mis à jour le | mise à jour | updated | updated on | journal | média | site | editeur |
    éditeur | publisher | description | type | layout | slug
""")

LONGEST_KEY = 40
"""Characters of a key with its colon."""
LONGEST_FIELD = 1000
"""Characters of a header line that are looked at."""
LONGEST_DATE = 40
"""Characters that a date may take."""
LONGEST_PUBLICATION = 160
"""Characters of a line that says when the article was published."""
MOST_LINES = 12
"""Lines from the top in which a header is sought."""
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
    for start, end in islice(filled_lines_of(text), MOST_LINES):
        opening = _date_opening().match(text, start, end)
        dates = full_dates(text, opening.end(), min(end, opening.end() + LONGEST_DATE))[:1] if opening else []
        if dates and dates[0].span.start == (opening.end() if opening else -1):
            header = header._replace(date=header.date or dates[0])
            rest = _rest_of_line(text, dates[0].span.end, end)
            if rest is not None:
                return header._replace(end=rest)
        elif not _is_field(text[start : min(end, start + LONGEST_KEY)]):
            return header
        else:
            header = _with_field(header, text, start, end)
        header = header._replace(end=min(end + 1, len(text)))
    return header


@cache
def _date_opening() -> re.Pattern[str]:
    """What stands before the date of a header line."""
    announcement = (
        r"(?:date(?:[ _]de[ _](?:publication|parution))?|publi(?:ée?|cation(?:[^\S\n]+date)?)|"
        r"paru(?:e|tion)?|mise?\s+en\s+ligne|post(?:é|ed)|published)(?:[^\S\n]+(?:le|on|du|the))?[^\S\n]*[:=]?[^\S\n]*"
    )
    weekday = (
        r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|"
        r"saturday|sunday),?[^\S\n]+)?"
    )
    return re.compile(announcement + weekday, re.IGNORECASE)


def _rest_of_line(text: str, start: int, end: int) -> int | None:
    """Where the article begins if the line goes on with it after its date; None for an hour and the like."""
    start, end = stripped(text, start, end)
    if end - start < 40 or not text[start].isupper() or _date_opening().match(text, start, end):
        return None
    return start


def _is_field(line: str) -> bool:
    key, colon, _ = line.partition(":")
    name = _key(key)
    return bool(colon) and name in TITLE_KEYS | LANGUAGE_KEYS | DATE_KEYS | OTHER_KEYS


def _with_field(header: Header, text: str, start: int, end: int) -> Header:
    """*header* with what the line ``key: value`` adds; the first value of each key counts."""
    key, colon, value = text[start : min(end, start + LONGEST_FIELD)].partition(":")
    name, value = _key(key), value.strip().strip("\"'").strip()
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


def _key(key: str) -> str:
    return " ".join(key.lower().split())


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
    return re.compile(author + _date_opening().pattern, re.IGNORECASE)
