"""Dates written as ISO 8601 says: all that is read in languages without rows of their own."""

from __future__ import annotations

import re
from functools import cache

from reader.recognition.dates.grammar import Found, Sense
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Moment


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,/-])(\d{4})-([01]\d)-([0-3]\d)"
        r"(?:[t ]([0-2]\d:[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?(?![\w/-])"
    )


def find(folded: str) -> list[Found]:
    """The ISO dates in order."""
    found = []
    for match in _pattern().finditer(folded):
        year, month, day, clock = match.groups()
        date = Calendar(int(year), int(month), int(day))
        if date.year and date.possible():
            meaning = Moment(date, Clock(f"T{clock}")) if clock else date
            found.append(Found(match.start(), match.end(), Sense(meaning)))
    return found
