"""The lines at the top of a text that say what it is: ``Key: value``, or ``Publié le 16 octobre 2025``.

The one grammar of them, for whoever reads what they say and for whoever parts them from the article. A line
may announce the date and go on with the article itself: ``date 2025-10-31 La rencontre …``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.text.full_dates import FullDate, full_dates
from reader.text.lines import filled_lines_of
from reader.text.space import stripped

if TYPE_CHECKING:
    from collections.abc import Iterator


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
KEYS = TITLE_KEYS | LANGUAGE_KEYS | DATE_KEYS | OTHER_KEYS

LONGEST_KEY = 40
"""Characters of a key with its colon."""
LONGEST_DATE = 40
"""Characters that a date may take."""
SHORTEST_REST = 40
"""Characters that a line must go on with to be the article's; else it is a header line of its own."""
MOST_LINES = 12
"""Lines from the top in which a header is sought."""


class HeaderLine(NamedTuple):
    """One line of a header, without outer white space."""

    start: int
    end: int
    date: FullDate | None = None
    """The date that it announces; None for a line ``key: value``."""
    body: int = 0
    """Where the article begins on this very line; 0 where it does not."""


def header_lines(text: str) -> Iterator[HeaderLine]:
    """The lines at the top of *text* that are a header; the article begins on the last one or after it."""
    for start, end in islice(filled_lines_of(text), MOST_LINES):
        date = _announced_date(text, start, end)
        if date is not None:
            body = _rest_of_line(text, date.span.end, end)
            yield HeaderLine(start, end, date, body)
            if body:
                return
        elif _is_field(text[start : min(end, start + LONGEST_KEY)]):
            yield HeaderLine(start, end)
        else:
            return


def header_end(text: str) -> int:
    """Where the article begins on a line of its header; 0 where it does not begin on one."""
    return next((line.body for line in header_lines(text) if line.body), 0)


def key_of(words: str) -> str:
    """What stands before a colon, as keys are listed."""
    return " ".join(words.lower().split())


@cache
def date_opening() -> re.Pattern[str]:
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


def _announced_date(text: str, start: int, end: int) -> FullDate | None:
    opening = date_opening().match(text, start, end)
    if opening is None:
        return None
    found = full_dates(text, opening.end(), min(end, opening.end() + LONGEST_DATE))
    return found[0] if found and found[0].span.start == opening.end() else None


def _rest_of_line(text: str, start: int, end: int) -> int:
    """Where the article begins if the line goes on with it after its date; 0 for an hour and the like."""
    start, end = stripped(text, start, end)
    if end - start < SHORTEST_REST or not text[start].isupper() or date_opening().match(text, start, end):
        return 0
    return start


def _is_field(line: str) -> bool:
    key, colon, _ = line.partition(":")
    return bool(colon) and key_of(key) in KEYS
