"""Which of the days that fit is meant: by tense, direction and distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import (
    Grain,
)
from reader.recognition.dates.context import Base, Tense

if TYPE_CHECKING:
    from datetime import date

NEAR = 45
"""Days within which a date is taken although its day of the week is wrong: a slip of the pen."""
_FAR = 300
"""Days beyond which a date without a year is rather taken on the other side of the reference date."""
_SOON = 92
"""Days a date without year and verb may lie ahead: news tells of the past by default."""


def month_ahead(tense: Tense, back: int, ahead: int) -> bool:
    if tense in (Tense.FUTURE, Tense.COMING):
        return True
    return tense is Tense.UNKNOWN and ahead < back - 3


def choose(days: list[date], now: date, tense: Tense) -> date | None:
    """The day that the tense asks for, unless it is much farther off than the other way."""
    before = max((d for d in days if d <= now), default=None)
    after = min((d for d in days if d >= now), default=None)
    if before is None or after is None:
        return before or after
    back, ahead = (now - before).days, (after - now).days
    if tense is Tense.COMING:
        return after
    if tense is Tense.FUTURE:
        return before if ahead > _FAR and back < 60 else after
    if tense is Tense.PAST:
        return after if back > _FAR and ahead < 60 else before
    return after if ahead < back and ahead <= _SOON else before


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def side_of(day: date, base: Base, grain: Grain) -> str:
    """How a date without its year stands to what it was reckoned from."""
    if day == base.day and grain is Grain.DAY:
        return f"the same day as {base.name}"
    side = "before" if day < base.day else "after"
    what = _DAYS[day.weekday()] if grain is Grain.DAY else "one"
    if grain is Grain.MONTH and (day.year, day.month) == (base.day.year, base.day.month):
        return f"the month of {base.name}"
    return f"the {what} {side} {base.name}"
