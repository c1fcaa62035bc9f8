"""TIMEX3 values in plain English words, for people; files and other programs keep the code.

Read are the values of the TIMEX3 annotation guidelines (ISO-TimeML) as our recogniser and others write them;
a value that is not understood stays as it is, so that nothing is made up.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.model import TimexKind

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_POINTS = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS_OF_DAY = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
}  # fmt: skip
_COUNTED = ("", "first", "second", "third", "fourth")
_UNITS = {
    "C": ("century", "centuries"), "E": ("decade", "decades"), "Y": ("year", "years"),
    "Q": ("quarter", "quarters"), "M": ("month", "months"), "F": ("fortnight", "fortnights"),
    "W": ("week", "weeks"), "WE": ("weekend", "weekends"), "D": ("day", "days"),
}  # fmt: skip
_CLOCK_UNITS = {"H": ("hour", "hours"), "M": ("minute", "minutes"), "S": ("second", "seconds")}
_MODS = {
    "APPROX": "about {}", "START": "beginning of {}", "MID": "middle of {}", "END": "end of {}",
    "BEFORE": "before {}", "AFTER": "after {}", "ON_OR_BEFORE": "{} or before", "ON_OR_AFTER": "{} or after",
    "MORE_THAN": "more than {}", "LESS_THAN": "less than {}", "EQUAL_OR_MORE": "{} or more",
    "EQUAL_OR_LESS": "{} or less",
}  # fmt: skip
_MODS_OF_POINTS = {"MORE_THAN": "further off than {}", "LESS_THAN": "nearer than {}"}
"""*il y a plus de 40 ans* is a point in time with MORE_THAN: the point lies beyond its value."""

_DAY = "(?:0[1-9]|[12][0-9]|3[01])"


def timex_words(value: str, kind: TimexKind, mod: str | None = None, *, weekday: bool = False) -> str:
    """A TIMEX3 value in words: ``week 43 of 2025 (20–26 October)``, ``every Tuesday``, ``about 3 weeks``.

    *weekday* adds the day of the week to a single day. What is not understood is given back as it is.
    """
    words = _words(value, kind, weekday=weekday)
    if words is None:
        return value
    pattern = _MODS.get(mod or "", "{}")
    if not value.startswith("P") and kind is not TimexKind.DURATION:
        pattern = _MODS_OF_POINTS.get(mod or "", pattern)
    return pattern.format(words)


def _words(value: str, kind: TimexKind, *, weekday: bool) -> str | None:
    if value in _POINTS:
        return _POINTS[value]
    if "/" in value:
        return _range(value)
    if value.startswith("P"):
        return _duration(value, every=kind is TimexKind.SET)
    if kind is TimexKind.SET and value and (often := _every(value)) is not None:
        return often
    return _point(value, weekday=weekday)


# --- points in time -----------------------------------------------------------


def _point(value: str, *, weekday: bool = False) -> str | None:
    """A date, a time, or a time of a date."""
    day, has_time, time = value.partition("T")
    date_words = _date(day, weekday=weekday) if day else ""
    time_words = _time(time) if has_time else ""
    if date_words is None or time_words is None or not (day or has_time):
        return None
    return f"{date_words}, {time_words}" if day and has_time else date_words or time_words


def _time(time: str) -> str | None:
    """``19``, ``19:00``, ``19:00:30``, ``MO``, and ``XX`` where the hour is not known."""
    if time in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[time]
    if re.fullmatch(r"XX(:XX){0,2}", time):
        return "time not known"
    found = re.fullmatch(r"([01][0-9]|2[0-4])(:[0-5][0-9])?(:[0-5][0-9])?(Z?)", time)
    if found is None:
        return None
    return f"{found[1]}{found[2] or ':00'}{found[3] or ''}{' UTC' if found[4] else ''}"


def _date(value: str, *, weekday: bool = False) -> str | None:
    """A day, week, month, season, quarter, half, year, decade, century or millennium."""
    found = _date_form().fullmatch(value)
    if found is None:
        return None
    if found["unfixed"]:
        return _unfixed(found["unfixed_rest"] or "")
    year, rest = found["year"], found["rest"] or ""
    era = " BC" if found["before"] else ""
    if "X" in year:
        return f"{_long_time(year)}{era}" if not rest else None
    number = f"{int(year)}{era}"
    if not rest:
        return number
    if rest in _SEASONS:
        return _season(rest, number, int(year), is_bc=bool(era))
    if rest[0] in "QH":
        return f"{_COUNTED[int(rest[1])]} {'quarter' if rest[0] == 'Q' else 'half'} of {number}"
    if rest[0] == "W":
        return None if era else _week(int(year), rest[1:])
    return _month_and_day(int(year), rest, number, weekday=weekday and not era)


def _long_time(year: str) -> str:
    """``2XXX``, ``19XX``, ``196X``: a millennium, a century, a decade."""
    if year.endswith("XXX"):
        return f"{_ordinal(int(year[0]) + 1)} millennium"
    if year.endswith("XX"):
        return f"{_ordinal(int(year[:2]) + 1)} century"
    return f"the {int(year[:3])}0s"


def _season(season: str, number: str, year: int, *, is_bc: bool) -> str:
    """A winter begins in December of its year and ends in the next."""
    over = f"–{(year + 1) % 100:02}" if season == "WI" and not is_bc else ""
    return f"{_SEASONS[season]} {number}{over}"


def _week(year: int, rest: str) -> str | None:
    """``43``, ``43-WE``, ``43-5``: ISO 8601 weeks."""
    number, _, day = rest.partition("-")
    monday = _day_of_week(year, int(number), 1)
    if monday is None:
        return None
    if day == "WE":
        return f"weekend of {_days(_day_of_week(year, int(number), 6), _day_of_week(year, int(number), 7))}"
    if day:
        found = _day_of_week(year, int(number), int(day))
        return f"{WEEKDAYS[int(day) - 1]} {_day_and_month(found)} {found.year}" if found is not None else None
    days = _days(monday, _day_of_week(year, int(number), 7), within=year)
    return f"week {int(number)} of {year} ({days})"


def _month_and_day(year: int, rest: str, number: str, *, weekday: bool) -> str | None:
    month, _, day = rest.partition("-")
    if month == "XX":
        return number
    if not 1 <= int(month) <= len(MONTHS):
        return None
    if day in ("", "XX"):
        return f"{MONTHS[int(month) - 1]} {number}"
    found = _day(year, int(month), int(day)) if "BC" not in number else None
    if found is None and "BC" not in number:
        return None
    name = f"{WEEKDAYS[found.weekday()]} " if weekday and found is not None else ""
    return f"{name}{int(day)} {MONTHS[int(month) - 1]} {number}"


def _unfixed(rest: str) -> str | None:
    """A point whose year is not known; what is known of it."""
    if not rest:
        return "year not known"
    if rest in _SEASONS:
        return f"{_SEASONS[rest]}, year not known"
    if rest == "WXX":
        return "week not known"
    if rest == "WXX-WE":
        return "a weekend, date not known"
    if rest.startswith("WXX-"):
        return f"a {WEEKDAYS[int(rest[4]) - 1]}, date not known"
    month, _, day = rest.partition("-")
    if month == "XX":
        if day in ("", "XX"):
            return "day not known" if day else "month not known"
        return f"the {_ordinal(int(day))} of a month"
    if not 1 <= int(month) <= len(MONTHS):
        return None
    name = MONTHS[int(month) - 1]
    return f"{int(day)} {name}, year not known" if day not in ("", "XX") else f"{name}, year not known"


# --- ranges -------------------------------------------------------------------


def _range(value: str) -> str | None:
    """Two ends, what they share said once; an open end as *from* or *until*."""
    begin, _, end = value.partition("/")
    first = None if begin in ("", "..") else _words(begin, TimexKind.DATE, weekday=False)
    last = None if end in ("", "..") else _words(end, TimexKind.DATE, weekday=False)
    is_known = (first is not None or begin in ("", "..")) and (last is not None or end in ("", ".."))
    if not is_known or "/" in end or (first is None and last is None):
        return None
    if first is None or last is None:
        return f"from {first}" if first else f"until {last}"
    return _joined(begin, end, first, last)


def _joined(begin: str, end: str, first: str, last: str) -> str:
    if re.fullmatch(r"[0-9]{4}", begin) and re.fullmatch(r"[0-9]{4}", end):
        return f"{first}–{last}"
    if re.fullmatch(r"T[0-9:]+", begin) and re.fullmatch(r"T[0-9:]+", end):
        return f"{first}–{last}"
    days = [_whole_day(half) for half in (begin, end)]
    if days[0] is not None and days[1] is not None:
        return _days(days[0], days[1])
    months = [re.fullmatch(r"([0-9]{4})-([0-9]{2})", half) for half in (begin, end)]
    if months[0] and months[1] and months[0][1] == months[1][1]:
        return f"{first.split(' ')[0]}–{last}"
    day, _, time = first.partition(", ")
    if time and last.startswith(f"{day}, "):
        return f"{first}–{last.removeprefix(f'{day}, ')}"
    return f"{first} – {last}"


def _whole_day(value: str) -> date | None:
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value)
    return _day(*map(int, found.groups())) if found else None


def _days(first: date | None, last: date | None, within: int | None = None) -> str:
    """``20–26 October 2025``; without the year where it is *within* and the days do not leave it."""
    if first is None or last is None:
        return ""
    if first.year != last.year:
        return f"{_day_and_month(first)} {first.year} – {_day_and_month(last)} {last.year}"
    year = "" if within == first.year else f" {first.year}"
    if first.month == last.month:
        return f"{first.day}–{_day_and_month(last)}{year}"
    return f"{_day_and_month(first)} – {_day_and_month(last)}{year}"


def _day_and_month(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}" if day is not None else ""


# --- durations and sets -------------------------------------------------------


def _duration(value: str, *, every: bool) -> str | None:
    """``P2Y3M``, ``PT1.5H``, ``PXW``; as a set: how often."""
    if not _duration_form().fullmatch(value):
        return None
    days, _, clock = value[1:].partition("T")
    pieces = [*_amounts(days, _UNITS), *_amounts(clock, _CLOCK_UNITS)]
    if not every:
        return " ".join(f"{number} {unit}" for number, unit in pieces)
    if len(pieces) == 1 and pieces[0][0] == "1":
        return f"every {pieces[0][1]}"
    return "every " + " ".join(f"{number} {unit}" for number, unit in pieces)


def _amounts(half: str, units: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (_number(number), units[unit][0 if number == "1" else 1])
        for number, unit in _amount_form().findall(half)
    ]


def _number(number: str) -> str:
    if "X" in number:
        return "some"
    whole, dot, fraction = number.partition(".")
    return f"{int(whole):,}{dot}{fraction}"


def _every(value: str) -> str | None:
    """What comes again: ``XXXX-WXX-2``, ``XXXX-12-25``, ``XXXX-XX-XXTMO``, ``T16``."""
    day, has_time, time = value.partition("T")
    when = _time(time) if has_time else ""
    if when is None:
        return None
    again = _again(day) if day else "day"
    if again is None:
        return None
    if time in _PARTS_OF_DAY:
        return f"every {again} {when}" if again != "day" else f"every {when}"
    return f"every {again} at {when}" if when else f"every {again}"


def _again(day: str) -> str | None:
    fixed = {
        "XXXX": "year",
        "XXXX-XX": "month",
        "XXXX-WXX": "week",
        "XXXX-XX-XX": "day",
        "XXXX-WXX-WE": "weekend",
    }
    if day in fixed:
        return fixed[day]
    found = re.fullmatch(rf"XXXX-(?:WXX-([1-7])|XX-({_DAY})|([01][0-9])(?:-({_DAY}))?|(SP|SU|FA|WI))", day)
    if found is None:
        return None
    weekday, month_day, month, day_of_month, season = found.groups()
    if weekday:
        return WEEKDAYS[int(weekday) - 1]
    if month_day:
        return f"{_ordinal(int(month_day))} of the month"
    if season:
        return _SEASONS[season]
    if not 1 <= int(month) <= len(MONTHS):
        return None
    return f"{int(day_of_month)} {MONTHS[int(month) - 1]}" if day_of_month else MONTHS[int(month) - 1]


# --- small things -------------------------------------------------------------


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day(year: int, month: int, day: int) -> date | None:
    from datetime import date

    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_week(year: int, week: int, day: int) -> date | None:
    from datetime import date

    try:
        return date.fromisocalendar(year, week, day)
    except ValueError:
        return None


@cache
def _date_form() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<unfixed>XXXX(?:-(?P<unfixed_rest>XX(?:-(?:XX|{_DAY}))?|[01][0-9](?:-(?:XX|{_DAY}))?"
        r"|WXX(?:-(?:WE|[1-7]))?|SP|SU|FA|WI))?)"
        r"|(?P<before>BC)?(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)"
        r"(?:-(?P<rest>SP|SU|FA|WI|Q[1-4]|H[12]|W[0-5][0-9](?:-(?:WE|[1-7]))?"
        rf"|XX(?:-XX)?|[01][0-9](?:-(?:XX|{_DAY}))?))?"
    )


@cache
def _duration_form() -> re.Pattern[str]:
    number = r"(?:[0-9]{1,15}(?:\.[0-9]{1,9})?|XX?)"
    return re.compile(rf"P(?=.)(?:{number}(?:WE|[CEYQMFWD]))*(?:T(?:{number}[HMS])+)?")


@cache
def _amount_form() -> re.Pattern[str]:
    return re.compile(r"([0-9.]+|X+)(WE|[A-Z])")
