"""English: days and nights, written in figures or words, and the named days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, Direction, From
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Interval, Moment
from reader.recognition.dates.meanings.shifts import InWeek, NextTo, Shift, WeekOf
from reader.recognition.dates.meanings.stretches import Feast, NthOfMonth
from reader.recognition.dates.reading import (
    dated,
    day_number,
    looks_like_version,
    month_number,
    weekday_number,
    year_number,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import direction_of, stands_alone


def figures(match: Match) -> Built:
    """Month first, as in the United States, unless only day first is possible."""
    year, month, day = year_number(match, "y"), int(match.get("m")), int(match.get("d"))
    if month > 12 and match.get("sep"):
        month, day = day, month
    point = Calendar(year, month, day)
    if not point.possible() or looks_like_version(match):
        return None
    return Sense(Moment(point, Clock("T" + match.get("t")))) if match.get("t") else Sense(point)


def month_figures(match: Match) -> Built:
    """``04/2016``."""
    return Sense(Calendar(year_number(match, "y"), int(match.get("m"))))


def day_month_year(match: Match) -> Built:
    return dated(Calendar(year_number(match, "y"), month_number(match, "mm"), day_number(match, "dd")))


def month_and_day_figures(match: Match) -> Built:
    """``on 10/31``: a fraction otherwise."""
    if not stands_alone(match) and not re.search(r"(?:^|\W)(?:on|by|since|until|day|due) $", match.before(8)):
        return None
    month, day = int(match.get("m")), int(match.get("d"))
    if month > 12:
        month, day = day, month
    return dated(Calendar(month=month, day=day))


def _point(match: Match, n: int) -> Calendar | None:
    number = day_number(match, f"d{n}") or day_number(match, f"e{n}") or day_number(match, f"f{n}")
    month = month_number(match, f"m{n}") or month_number(match, f"n{n}")
    point = Calendar(year_number(match, f"y{n}"), month, number, weekday_number(match, f"w{n}"))
    return point if number and point.possible() else None


def day_range(match: Match) -> Built:
    first, second = _point(match, 1), _point(match, 2)
    if first is None or second is None or (first.month is None and second.month is None):
        return None
    if second.month is None:
        second = Calendar(second.year or first.year, first.month, second.day, second.weekday)
        first = Calendar(first.year or second.year, first.month, first.day, first.weekday)
    if first.month is None:
        first = Calendar(second.year, second.month, first.day, first.weekday)
    return Sense(Interval(first, second)) if first.possible() and second.possible() else None


def year_range(match: Match) -> Built:
    first, second = int(match.get("y1")), int(match.get("y2"))
    return Sense(Interval(Calendar(first), Calendar(second))) if first < second else None


def month_range(match: Match) -> Built:
    first = Calendar(year_number(match, "y1"), month_number(match, "m1"))
    return Sense(Interval(first, Calendar(year_number(match, "y2"), month_number(match, "m2"))))


def day(match: Match) -> Built:
    number, month = day_number(match, "d"), month_number(match, "m")
    if not number or (
        not match.get("d")[0].isdigit() and match.get("m") == "may" and match.original("m")[0] == "m"
    ):
        return None
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}-{month:02d}-{number:02d}"))
    return dated(
        Calendar(year_number(match, "y"), month, number, weekday_number(match, "w"), direction_of(match))
    )


def nth_of_month(match: Match) -> Built:
    written = match.get("n")
    number = -1 if written == "last" else match.words.number("ordinals", written)
    month = Calendar(year_number(match, "y"), month_number(match, "m"))
    unit = {"week": Grain.WEEK, "weekend": Grain.WEEKEND}.get(match.get("u"), Grain.DAY)
    return Sense(NthOfMonth(number, unit, weekday_number(match, "w"), month))


def week_of(match: Match) -> Built:
    number = day_number(match, "d") or day_number(match, "e")
    point = Calendar(year_number(match, "y"), month_number(match, "m") or month_number(match, "n"), number)
    return Sense(WeekOf(point)) if number and point.possible() else None


def weekday_and_day(match: Match) -> Built:
    return dated(Calendar(day=day_number(match, "d"), weekday=weekday_number(match, "w")))


def weekday_in_week(match: Match) -> Built:
    count = {"last": -1, "this": 0, "next": 1, "the following": 1, "the previous": -1}[match.get("week")]
    start = From.TEXT if match.get("week").startswith("the") else From.NOW
    return Sense(InWeek(weekday_number(match, "w") or 0, Shift(Grain.WEEK, count, start)))


def weekday(match: Match) -> Built:
    number = weekday_number(match, "w")
    if match.get("after") or match.get("fortnight"):
        return Sense(NextTo(Calendar(weekday=number, direction=Direction.COMING), 7))
    if not match.original("w")[0].isupper() and match.get("w") == "sun":
        return None
    return Sense(Calendar(weekday=number, direction=direction_of(match)))


def short_weekday(match: Match) -> Built:
    """*sun*, *sat* and *wed* are words of their own."""
    if not stands_alone(match) and not (
        match.original("w")[0].isupper() and match.match.group().endswith(".")
    ):
        return None
    return Sense(Calendar(weekday=weekday_number(match, "w")))


def day_only(match: Match) -> Built:
    return dated(Calendar(day=day_number(match, "d")))


def feast(match: Match) -> Built:
    if not (stands_alone(match) or match.original("f")[0].isupper() or match.get("y")):
        return None
    numbers = match.words.numbers("feasts", match.get("f"))
    fixed = len(numbers) == 2
    month_day = (numbers[0], numbers[1]) if fixed else (1, 1)
    return Sense(Feast(*month_day, None if fixed else numbers[0], year_number(match, "y")))
