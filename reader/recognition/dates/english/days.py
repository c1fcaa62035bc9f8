"""English: days and nights, written in figures or words, and the named days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, Direction
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Interval, Moment
from reader.recognition.dates.meanings.shifts import InWeek, NextTo, Shift, WeekOf
from reader.recognition.dates.meanings.weekdays import OfThisWeek, WeekdaysAway
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
from reader.recognition.dates.english.common import count_of, direction_of, stands_alone, year_in_words


def figures(match: Match) -> Built:
    """Month first, as in the United States, unless only day first is possible."""
    year, month, day = year_number(match, "y"), int(match.get("m")), int(match.get("d"))
    if month > 12 and match.get("sep"):
        month, day = day, month
    point = Calendar(year, month, day)
    if not point.possible() or looks_like_version(match) or re.search(r"\w[-/]$", match.before(4)):
        return None
    return Sense(Moment(point, Clock("T" + match.get("t")))) if match.get("t") else Sense(point)


def month_figures(match: Match) -> Built:
    """``04/2016``, ``2016-11``; ``2010-11`` are two years."""
    year, month = year_number(match, "y"), int(match.get("m"))
    if match.match.group().startswith(match.get("y")) and year is not None and (year + 1) % 100 == month:
        return None
    return None if re.search(r"[\d-]$", match.before(2)) else Sense(Calendar(year, month))


def day_month_year(match: Match) -> Built:
    return dated(Calendar(year_number(match, "y"), month_number(match, "mm"), day_number(match, "dd")))


_DAY_BEFORE = re.compile(
    r"(?:^|\W)(?:on|by|since|until|till|day|due|dated|from|of|for|this|\d{1,2}/\d{1,2}(?:,| and|,? or)) $"
)
_HOUR_BEHIND = re.compile(r",? (?:(?:at|from|between|before|after) )?\d{1,2}(?:[:.h]\d\d| ?[ap]\.?m)")


def month_and_day_figures(match: Match) -> Built:
    """``on 10/31``, ``Friday 5/12``, ``4/25 at 4:00pm``: a fraction otherwise, unless a zero leads."""
    written = (match.get("m"), match.get("d"))
    led = any(one.startswith("0") for one in written) or match.get("w") or match.get("dir")
    said = led or stands_alone(match) or _DAY_BEFORE.search(match.before(14))
    if not said and not _HOUR_BEHIND.match(match.after()):
        return None
    month, day = int(written[0]), int(written[1])
    if month > 12:
        month, day = day, month
    return dated(Calendar(month=month, day=day, direction=direction_of(match)))


def figures_range(match: Match) -> Built:
    """``from 10/1 to 11/7``, ``5/1-5/7/2020``."""
    if not (match.get("y2") or re.search(r"(?:^|\W)(?:from|between|on|of) $", match.before(9))):
        return None
    year = year_number(match, "y2")
    first = Calendar(None, int(match.get("m1")), int(match.get("d1")))
    second = Calendar(year, int(match.get("m2")), int(match.get("d2")))
    return Sense(Interval(first, second)) if first.possible() and second.possible() else None


def compact(match: Match) -> Built:
    """``20200701``: ISO 8601's basic form."""
    if re.search(r"[#$€£+=]_?$|no\.? ?$|[\d.]$", match.before()):
        return None
    return dated(Calendar(int(match.get("y")), int(match.get("m")), int(match.get("d"))))


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
    """*March to May*; not *may to* in small letters."""
    if match.original("m1")[0].islower() and (
        match.get("m1") in ("may", "march", "mar") or match.has("short")
    ):
        return None
    first = Calendar(year_number(match, "y1"), month_number(match, "m1"))
    return Sense(Interval(first, Calendar(year_number(match, "y2"), month_number(match, "m2"))))


def day(match: Match) -> Built:
    number, month = day_number(match, "d"), month_number(match, "m")
    if re.search(r"[$€£] ?$", match.before(3)):
        return None
    if not number or (
        not match.get("d")[0].isdigit() and match.get("m") == "may" and match.original("m")[0] == "m"
    ):
        return None
    if match.get("era") and not match.get("y")[:1].isdigit():
        return None
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}-{month:02d}-{number:02d}"))
    written = match.get("y")
    in_words = written[:1].isalpha()
    year = year_in_words(match) if in_words else int(written) if match.get("era") else year_number(match, "y")
    return dated(Calendar(year, month, number, weekday_number(match, "w"), direction_of(match)))


def glued(match: Match) -> Built:
    """``Oct2``, ``15SEP``: with its capital."""
    return day(match) if match.original("m")[0].isupper() else None


def week_of(match: Match) -> Built:
    number = day_number(match, "d") or day_number(match, "e")
    point = Calendar(year_number(match, "y"), month_number(match, "m") or month_number(match, "n"), number)
    return Sense(WeekOf(point)) if number and point.possible() else None


def weekday_and_day(match: Match) -> Built:
    number = day_number(match, "d") or day_number(match, "e")
    return dated(Calendar(day=number, weekday=weekday_number(match, "w")))


_NAMED_DAYS = ("good ", "black ", "holy ", "palm ", "maundy ", "ash ", "shrove ", "easter ", "whit ")


def weekday(match: Match) -> Built:
    """*next Friday* is the one of the next week, *this Friday* the one of this week."""
    number, told = weekday_number(match, "w"), direction_of(match)
    if match.get("after") or match.get("fortnight"):
        return Sense(NextTo(Calendar(weekday=number, direction=Direction.COMING), 7))
    if match.before(8).endswith(_NAMED_DAYS):
        return None
    if number is not None and told is Direction.NEXT and match.get("dir") == "next":
        return Sense(InWeek(number, Shift(Grain.WEEK, 1)))
    if number is not None and told is Direction.THIS:
        return Sense(OfThisWeek(number))
    return Sense(Calendar(weekday=number, direction=told))


def weekdays_away(match: Match) -> Built:
    """*three Fridays from now*, *two Thursdays ago*."""
    plural = match.words.tables["plural_weekdays"].get(match.get("p"))
    count, number = count_of(match), plural if isinstance(plural, int) else weekday_number(match, "w")
    if not count or number is None or count != int(count):
        return None
    return Sense(WeekdaysAway(number, int(count) * (-1 if match.has("ago") else 1)))


def short_weekday(match: Match) -> Built:
    """*sun*, *sat* and *wed* are words of their own."""
    written = match.original("w")
    said = match.match.group().endswith(".") or _HOUR_BEHIND.match(match.after())
    if not stands_alone(match) and not (written[0].isupper() and said):
        return None
    return Sense(Calendar(weekday=weekday_number(match, "w")))


def day_before_hour(match: Match) -> Built:
    """*on the 17 from 2pm*, *on 15 at 8:00*."""
    return day_with_number(match) if re.search(r"(?:^|\W)on $", match.before(5)) else None


def day_with_number(match: Match) -> Built:
    return dated(Calendar(day=day_number(match, "d")))


def day_only(match: Match) -> Built:
    """*on the 24th*, *by the 3rd*; a rank or a share otherwise."""
    if not match.get("d")[0].isdigit() and not re.fullmatch(r"\s*(?:on )?", match.before()):
        return None
    wanted = r"(?:^|\W)(?:on|by|until|till|since|from|around|before|after)(?: the)? $"
    if not (
        stands_alone(match) or match.match.group().startswith("the ") or re.search(wanted, match.before(12))
    ):
        return None
    return dated(Calendar(day=day_number(match, "d")))
