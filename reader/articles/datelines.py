"""The dateline: the full date near the top of an article on which it was written."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reader.text.full_dates import full_dates
from reader.text.lines import filled_lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Span
    from reader.text.full_dates import FullDate

LEADING_LINES = 5
"""Lines after the headings that may begin with the date (captions stand before it)."""
LONE_LINES = 30
"""Lines after the headings of which one may be nothing but the date (lists of links stand before it)."""
FOLLOWED_LINES = 2
"""Lines after the headings that may say the date less plainly: after a place, or inside a sentence."""
NEAR = 200
"""Characters from the first line after the headings in which a date inside a line still counts."""
WEEKDAY = (
    r"(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday"
    r"|sunday)"
)


def dateline(text: str, start: int, headings: Sequence[Span]) -> FullDate | None:
    """The first full date of the article that begins at *start*, if it plausibly is its dateline."""
    heading_starts = {heading.start for heading in headings}
    lines = [
        line for line in islice(filled_lines_of(text, start), LONE_LINES) if line[0] not in heading_starts
    ]
    for number, (first, last) in enumerate(lines):
        found = next(iter(full_dates(text, first, min(last, first + NEAR))), None)
        if found is None:
            continue
        before, after = (
            text[first : found.span.start],
            text[found.span.end : min(last, found.span.end + NEAR)],
        )
        if _only_weekday().match(before) and (number < LEADING_LINES or _is_lone(before, after)):
            return found
        if number < FOLLOWED_LINES and not _other_day().search(before):
            near = found.span.start - lines[0][0] <= NEAR
            return found if near or _leads().match(before) else None
        if number < LEADING_LINES:
            return None
    return None


def _is_lone(before: str, after: str) -> bool:
    """Whether a line is nothing but its date, and perhaps an hour."""
    return len(before) < 20 and sum(map(str.isalpha, after)) <= 6


@cache
def _leads() -> re.Pattern[str]:
    """What may stand before a date that opens its line: an article, a weekday, a place, an agency."""
    name = r"[A-ZÀ-Þ(][\w'’().-]*"
    place = rf"{name}(?: (?:{name}|de|la|le|les|en|sur|sous|of|the)){{0,6}}\s*[,:–—-]*\s*"
    return re.compile(rf"(?:{place})?[(\[*_]*(?:(?:[Ll]e|[Cc]e|[Oo]n)\s+)?(?:{WEEKDAY},?\s+)?(?:le\s+)?\Z")


@cache
def _only_weekday() -> re.Pattern[str]:
    return re.compile(rf"[(\[*_]*(?:{WEEKDAY},?\s+)?\Z")


@cache
def _other_day() -> re.Pattern[str]:
    """Words before a date that make it another day than the article's own."""
    prepositions = (
        r"depuis|dès|avant|après|jusqu['’]?(?:à|au|en)?|d['’]ici|en|du|de|au|entre|née?|morte?|décédée?|fin|début|"
        r"since|until|till|before|after|from|by|born|died|of|through|between"
    )
    plans = r"prévue?s?|lieu|tiendra|tenir|fixée?s?|attendue?s?|programmée?s?|échéance|scheduled|planned|due"
    return re.compile(
        rf"(?i)\b(?:{prepositions})(?:\s+\w+)?\s+(?:le\s+)?(?:\w+di\s+|dimanche\s+)?\Z|\b(?:{plans})\b[^.;]{{0,25}}\Z"
    )
