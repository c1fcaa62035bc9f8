"""Reckoning with days, weeks, months and years, and how TIMEX3 writes them; no words, no text."""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta
from enum import Enum


class Grain(Enum):
    """How exact a point in time is, coarse to fine."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    HALF = 3
    QUARTER = 4
    SEASON = 5
    MONTH = 6
    WEEK = 7
    WEEKEND = 8
    DAY = 9
    HOUR = 10
    MINUTE = 11
    SECOND = 12


_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS = ("SP", "SU", "FA", "WI")
"""TIMEX3's seasons in the order of the calendar year."""


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """*day* moved by *count* days; None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """*day* moved by *count* months, on the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= 9999:
        return None
    for last in (day.day, 30, 29, 28):
        found = make_day(year, month + 1, last)
        if found is not None and last <= day.day:
            return found
    return None


def monday_of(day: date) -> date:
    """The Monday of the ISO week *day* lies in."""
    return add_days(day, -day.weekday()) or day


def season_of(day: date) -> tuple[int, str]:
    """Year and season of *day*; a winter belongs to the year of its December."""
    if day.month < 3:
        return day.year - 1, "WI"
    return day.year, SEASONS[(day.month - 3) // 3]


def season_start(year: int, season: str) -> date:
    """The first day of the month a season begins in."""
    return date(year, _FIRST_MONTH[season], 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Butcher 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def shown(day: date, grain: Grain) -> str:
    """TIMEX3 of the stretch of length *grain* that *day* lies in."""
    match grain:
        case Grain.CENTURY:
            return f"{day.year // 100:02d}XX"
        case Grain.DECADE:
            return f"{day.year // 10:03d}X"
        case Grain.YEAR:
            return f"{day.year:04d}"
        case Grain.HALF:
            return f"{day.year:04d}-H{1 + (day.month > 6)}"
        case Grain.QUARTER:
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case Grain.SEASON:
            year, season = season_of(day)
            return f"{year:04d}-{season}"
        case Grain.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Grain.WEEK | Grain.WEEKEND:
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if grain is Grain.WEEKEND else "")
        case _:
            return day.isoformat()


def moved(day: date, grain: Grain, count: int) -> date | None:
    """*day* moved by *count* stretches of length *grain*."""
    match grain:
        case Grain.CENTURY:
            return add_months(day, 1200 * count)
        case Grain.DECADE:
            return add_months(day, 120 * count)
        case Grain.YEAR:
            return add_months(day, 12 * count)
        case Grain.HALF:
            return add_months(day, 6 * count)
        case Grain.QUARTER | Grain.SEASON:
            return add_months(day, 3 * count)
        case Grain.MONTH:
            return add_months(day, count)
        case Grain.WEEK | Grain.WEEKEND:
            return add_days(day, 7 * count)
        case _:
            return add_days(day, count)
