"""The dates of all articles in the order of the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.model import TimexKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Timex

_ON_THE_CALENDAR = (TimexKind.DATE, TimexKind.TIME, TimexKind.RANGE)


@dataclass(frozen=True, slots=True)
class Event:
    """A date that an article speaks of."""

    article: str
    timex: Timex
    key: tuple[str, str]
    """What it is ordered by: first day, then the value itself."""


def timeline(dates: Iterable[tuple[str, Timex]]) -> list[Event]:
    """The dates that stand on the calendar, earliest first; durations and open ones are left out.

    *dates* are pairs of an article's id and a date in it.
    """
    events = []
    for article, timex in dates:
        key = calendar_key(timex.value) if timex.type in _ON_THE_CALENDAR else None
        if key is not None:
            events.append(Event(article, timex, (key, timex.value)))
    return sorted(events, key=lambda event: (event.key, event.article, event.timex.span.start))


def calendar_key(value: str) -> str | None:
    """The first day of a TIMEX3 value as ``YYYY-MM-DD…``; None where it names no day, month or year.

    A season, quarter or half is put on its first month, a week on its Monday, a decade or century on its
    first year. Years before Christ count down: the key has a minus sign and what is left of 9999.
    """
    found = _parts().match(value.split("/")[0])
    if found is None:
        return None
    rest = found["rest"] or ""
    if found["before"]:
        return f"-{9999 - int(_full(found['year'], '9')):04d}-{_within_year(rest)}"
    year = _full(found["year"], "0")
    monday = _monday(int(year), rest) if rest.startswith("W") else None
    return monday or f"{year}-{_within_year(rest)}"


def _full(year: str, unknown: str) -> str:
    """*year* in four figures, *unknown* for each that is not known."""
    return year.replace("X", unknown).ljust(4, unknown)


_FIRST_MONTHS = {
    "SP": "03",
    "SU": "06",
    "FA": "09",
    "WI": "12",
    "Q1": "01",
    "Q2": "04",
    "Q3": "07",
    "Q4": "10",
}
_FIRST_MONTHS |= {"H1": "01", "H2": "07"}


def _within_year(rest: str) -> str:
    """Month and day, with the time if there is one."""
    if rest[:2] in _FIRST_MONTHS:
        return f"{_FIRST_MONTHS[rest[:2]]}-00"
    day, _, time = rest.partition("T")
    month, _, number = day.partition("-")
    month = month.replace("X", "0") if month.replace("X", "0").isdigit() else "00"
    number = number.replace("X", "0") if number.replace("X", "0").isdigit() else "00"
    return f"{month}-{number}{'T' + time if time else ''}"


def _monday(year: int, rest: str) -> str | None:
    """The Monday of an ISO week; that of the first week may be of the year before."""
    from datetime import date

    week = re.match(r"W(\d\d)", rest)
    try:
        return date.fromisocalendar(year, int(week[1]), 1).isoformat() if week else None
    except ValueError:
        return None


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"(?P<before>BC)?(?P<year>\d[\dX]{1,3})(?:-(?P<rest>.+))?$")
