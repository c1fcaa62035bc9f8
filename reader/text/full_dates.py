"""Full dates (day, month, year) as headers, datelines and file names write them; no relative ones."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from reader.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan",
            "février fevrier févr fevr fév february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "août aout august aug",
            "septembre sept september sep",
            "octobre oct october",
            "novembre nov november",
            "décembre decembre déc dec december",
        ),
        1,
    )
    for name in names.split()
}
YEARS = range(1500, 2101)
"""Years in which news were written."""


class FullDate(NamedTuple):
    """A calendar day and where it is written."""

    iso: str
    span: Span


def full_dates(text: str, start: int = 0, end: int | None = None) -> list[FullDate]:
    """The full dates written in ``text[start:end]``, in order."""
    found = (_read(match) for match in _full_date().finditer(text, start, len(text) if end is None else end))
    return [each for each in found if each is not None]


def date_in_name(name: str) -> str | None:
    """The ISO date in a file name such as ``2025-10-16_x.txt``, ``20251016-x.txt`` or ``16-10-2025.txt``."""
    for found in _name_date().finditer(name):
        groups = found.groupdict()
        year = groups["year"] or groups["year2"] or groups["year3"]
        month = groups["month"] or groups["month2"] or groups["month3"]
        day = groups["day"] or groups["day2"] or groups["day3"]
        if iso := iso_date(int(year), int(month), int(day)):
            return iso
    return None


def iso_date(year: int, month: int, day: int) -> str | None:
    """The day in ISO 8601, or None where the calendar has no such day."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _full_date() -> re.Pattern[str]:
    space = r"[^\S\n]{1,3}"
    month = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?!\w)\.?"
    ordinal = r"(?:(?:[^\S\n]?er|ᵉʳ|st|nd|rd|th)(?!\w))?"
    return re.compile(
        rf"""(?ix)(?<![\w/.-])(?:
            (?P<y1>\d{{4}})(?P<mark>[-/])(?P<m1>\d{{2}})(?P=mark)(?P<d1>\d{{2}})(?![\d/-])
          | (?P<d2>\d{{1,2}})(?P<dot>[/.-])(?P<m2>\d{{1,2}})(?P=dot)(?P<y2>\d{{4}})(?![\d/-])
          | (?P<d3>\d{{1,2}}){ordinal}(?:{space}of)?{space}(?P<m3>{month}),?{space}(?P<y3>\d{{4}})(?!\d)
          | (?P<m4>{month}){space}(?P<d4>\d{{1,2}}){ordinal},?{space}(?P<y4>\d{{4}})(?!\d)
        )"""
    )


@cache
def _name_date() -> re.Pattern[str]:
    return re.compile(
        r"""(?x)
            (?<!\d)(?P<year>1[5-9]\d\d|20\d\d)(?P<mark>[-_. ])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)
          | (?<![0-9A-Za-z])(?P<year2>1[89]\d\d|20\d\d)(?P<month2>[01]\d)(?P<day2>[0-3]\d)(?![0-9A-Za-z])
          | (?<!\d)(?P<day3>\d\d)(?P<mark3>[-_. ])(?P<month3>\d\d)(?P=mark3)(?P<year3>1[5-9]\d\d|20\d\d)(?!\d)
        """
    )


def _read(found: re.Match[str]) -> FullDate | None:
    parts = found.groupdict()
    year = int(parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"])
    day = int(parts["d1"] or parts["d2"] or parts["d3"] or parts["d4"])
    name = parts["m3"] or parts["m4"]
    month = MONTHS[name.lower().rstrip(".")] if name else int(parts["m1"] or parts["m2"])
    if parts["m2"] and month > 12 >= day:
        day, month = month, day
    iso = iso_date(year, month, day)
    return FullDate(iso, Span(*found.span())) if iso else None
