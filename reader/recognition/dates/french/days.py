"""French: days and nights, written in figures or words, and the named days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, Direction, From
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Interval, Night
from reader.recognition.dates.meanings.shifts import InWeek, NextTo, Shift, WeekOf
from reader.recognition.dates.meanings.stretches import NthOfMonth
from reader.recognition.dates.reading import (
    dated,
    day_number,
    is_name,
    month_number,
    says,
    weekday_number,
    year_number,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.french.common import direction_of
from reader.recognition.dates.french.years import spelt_year


def _point(match: Match, n: int) -> Calendar | None:
    day = day_number(match, f"d{n}") or day_number(match, f"e{n}")
    point = Calendar(
        year_number(match, f"y{n}"), month_number(match, f"m{n}"), day, weekday_number(match, f"w{n}")
    )
    if day == 0 or not point.possible():
        return None
    return point


def _share(first: Calendar, second: Calendar) -> Calendar:
    """*first* with the month and year that only *second* says."""
    if first.month is None and second.month is not None and first.day is not None:
        return Calendar(second.year, second.month, first.day, first.weekday)
    return first


def night_between(match: Match) -> Built:
    first, second = _point(match, 1), _point(match, 2)
    if first is None or second is None:
        return None
    if first.day is None and second.day is not None and second.month is not None:
        return Sense(Night(NextTo(second, -1)))
    if (
        first.month is None
        and second.month is not None
        and first.day
        and second.day
        and first.day > second.day
    ):
        month = (second.month - 2) % 12 + 1
        return Sense(Night(Calendar(second.year, month, first.day, first.weekday)))
    return Sense(Night(_share(first, second)))


def night_of(match: Match) -> Built:
    point = _point(match, 1)
    if point is None or (point.weekday is None and point.month is None):
        return None
    return Sense(Night(point))


def day_range(match: Match) -> Built:
    first, second = _point(match, 1), _point(match, 2)
    if first is None or second is None:
        return None
    named = second.month is not None or first.month is not None
    weekdays = first.weekday is not None and second.weekday is not None
    if not named and not weekdays:
        return None
    if not match.get("m2") and first.month is not None and second.day is not None:
        if re.search(r" a ", match.match.group()):
            return None
        second = Calendar(first.year, first.month, second.day, second.weekday)
    if weekdays and is_name(match, "w1"):
        return None
    return Sense(Interval(_share(first, second), second))


def month_range(match: Match) -> Built:
    first, second = month_number(match, "m1"), month_number(match, "m2")
    if is_name(match, "m2"):
        return None
    return Sense(
        Interval(Calendar(year_number(match, "y1"), first), Calendar(year_number(match, "y2"), second))
    )


def year_range(match: Match) -> Built:
    first = int(match.get("y1"))
    written = match.get("y2")
    second = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    if not 0 < second - first <= 1000 or (len(written) == 2 and second - first > 15):
        return None
    return Sense(Interval(Calendar(first), Calendar(second)))


def shared_month(match: Match) -> Built:
    day = day_number(match, "d")
    if not day:
        return None
    return dated(Calendar(year_number(match, "y"), month_number(match, "m"), day, weekday_number(match, "w")))


def day(match: Match) -> Built:
    number, month = day_number(match, "d"), month_number(match, "m")
    if not number or (match.get("d")[0].isalpha() and match.get("m") == "sept"):
        return None
    if match.get("bc"):
        return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}-{month:02d}-{number:02d}"))
    return dated(
        Calendar(year_number(match, "y"), month, number, weekday_number(match, "w"), direction_of(match))
    )


_NOT_THE_DAY = r"(?:^|\W)(?:en|d[e']|fin|debut|mi|courant|mois|avant|apres|des|ete|depuis|annees?)[ -]?$"


def month_first(match: Match) -> Built:
    """``Oct. 22``, ``Novembre 19-20``: the English order, told by its capital or its sign."""
    written = match.match.group()
    signed = "/" in written or "." in written or match.get("m") not in match.words.tables["months"]
    capital = match.original("m")[0].isupper() and (is_name(match, "m") or match.start == 0 or match.get("w"))
    if not (signed or capital) or (re.search(_NOT_THE_DAY, match.before(8)) and not signed):
        return None
    if match.get("d")[0].isalpha() and match.get("d") in ("un", "une"):
        return None
    number, month = day_number(match, "d"), month_number(match, "m")
    if not number:
        return None
    first = Calendar(month=month, day=number, weekday=weekday_number(match, "w"))
    if not match.get("d2"):
        return dated(first)
    last = Calendar(month=month, day=day_number(match, "d2"))
    return Sense(Interval(first, last)) if first.possible() and last.possible() else None


def day_in_words(match: Match) -> Built:
    """*le onze novembre mille neuf cent dix-huit*."""
    number, year = day_number(match, "d"), spelt_year(match)
    return dated(Calendar(year, month_number(match, "m"), number)) if number and year else None


def nth_of_month(match: Match) -> Built:
    """``le premier lundi de mars``; -1 counts from the end."""
    written = match.get("n")
    number = -1 if written.startswith("derni") else match.words.number("ordinals", written)
    month = Calendar(year_number(match, "y"), month_number(match, "m"))
    unit = {"semaine": Grain.WEEK, "week-end": Grain.WEEKEND, "weekend": Grain.WEEKEND}.get(match.get("u"))
    if match.get("u") in ("quinzaine", "moitie"):
        return Sense(month, "START" if number == 1 else "END")
    return Sense(NthOfMonth(number, unit or Grain.DAY, weekday_number(match, "w"), month))


def week_of(match: Match) -> Built:
    number = day_number(match, "d")
    if not number:
        return None
    point = Calendar(year_number(match, "y"), month_number(match, "m"), number)
    return Sense(WeekOf(point)) if point.possible() else None


def weekday_in_week(match: Match) -> Built:
    week, weekday = match.get("week"), weekday_number(match, "w") or 0
    if week.startswith("cette"):
        return Sense(InWeek(weekday, Shift(Grain.WEEK, 0)))
    count = -1 if re.search(r"derniere|passee|precedente|d'avant", week) else 1
    start = From.NOW if re.search(r"derniere|passee|prochaine", week) else From.TEXT
    return Sense(InWeek(weekday, Shift(Grain.WEEK, count, start)))


def weekday_ahead(match: Match) -> Built:
    """``mardi en huit``: a week after the coming Tuesday."""
    days = 7 if match.get("n") in ("8", "huit") else 14
    return Sense(NextTo(Calendar(weekday=weekday_number(match, "w"), direction=Direction.COMING), days))


def weekday_and_day(match: Match) -> Built:
    number = day_number(match, "d")
    if not number or is_name(match, "w"):
        return None
    if not match.get("d")[0].isdigit() and re.match(r" (?!(?:a|vers|au|et|dans)\b)[a-z]", match.after(8)):
        return None
    return dated(Calendar(day=number, weekday=weekday_number(match, "w")))


_AFTER_WEEKDAY = r" (?:au )?(?:matin|soir|midi|apres-midi)(?!\w)"


def short_weekday(match: Match) -> Built:
    """*sam.* and *mer* are words of their own: only where the text is nothing else."""
    if match.start > 0 or match.after().strip(" .!?"):
        return None
    return Sense(Calendar(weekday=weekday_number(match, "w")))


def _is_plain(match: Match) -> bool:
    """*le Mardi*, as in timetables, with nothing behind that it could be the name of."""
    article = re.search(r"(?:^|\W)(?:le|ce|chaque|pour|avant|apres|des) $", match.before(8)) is not None
    end = (
        re.match(r"_?(?: *$| *[.,;!?)\n]| (?:a |vers |de |entre )?\d{1,2}_?[h:])", match.after()) is not None
    )
    return end and (article or re.search(r"\d ?h ?\d*,? $", match.before(8)) is not None)


def weekday(match: Match) -> Built:
    """Not a name such as *Jeudi cinéma*."""
    free = match.has("this") or re.match(_AFTER_WEEKDAY, match.after()) or _is_plain(match)
    if is_name(match, "w") and not free:
        return None
    if says(match, r"Journal du $", 12):
        return None
    direction = direction_of(match)
    if direction is None and match.has("la"):
        direction = Direction.SAME if match.get("la") == "-la" else Direction.THIS
    if direction is None and match.has("this"):
        direction = Direction.THIS
    return Sense(Calendar(weekday=weekday_number(match, "w"), direction=direction))


def day_only(match: Match) -> Built:
    clock_behind = re.match(r",? ?[a-z]", match.after(3)) is not None
    wanted = r"(?:^|\W)(?:le|du|au|ce) $" if clock_behind else r"(?:^|[^\w-])le $"
    if not re.search(wanted, match.before(5)):
        return None
    return dated(Calendar(day=day_number(match, "d")))
