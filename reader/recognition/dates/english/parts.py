"""English: a part of a longer stretch, told by its number or by what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.english.common import GRAINS, shifted
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Moment
from reader.recognition.dates.meanings.shifts import InWeek, Shift
from reader.recognition.dates.meanings.stretches import Part
from reader.recognition.dates.meanings.within import InMonth, InYear, PartOf, RestOf
from reader.recognition.dates.reading import day_number, month_number, weekday_number, year_number

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
    from reader.recognition.dates.meanings.basis import Meaning


def _number(match: Match) -> int | None:
    """*second* is 2, *last* is -1, *second last* -2."""
    written = match.get("n")
    if not written:
        return -1 if match.has("last1") else None
    number = int(written[:-2]) if written[0].isdigit() else match.words.number("ordinals", written)
    return -number if match.has("last") else number


def _whole(match: Match) -> Meaning | None:
    if match.get("m"):
        month = Calendar(year_number(match, "y1"), month_number(match, "m"))
        return InYear(month, shifted(match.get("yd"), "year")) if match.get("yd") else month
    if match.get("y"):
        return Calendar(year_number(match, "y"))
    if match.get("tu"):
        return Shift(GRAINS[match.get("tu")], 0)
    return shifted(match.get("dir"), match.get("wu")) if match.get("wu") else None


def part_of(match: Match) -> Built:
    """*the first Friday of next month*, *the third week of 2027*, *the last day of May*."""
    number, whole, unit = _number(match), _whole(match), match.get("u")
    if number is None or whole is None:
        return None
    grain = GRAINS.get(unit, Grain.DAY)
    if match.get("tu") and grain is Grain.DAY and not match.get("w"):
        return None
    return Sense(PartOf(number, grain, whole, weekday_number(match, "w")))


def day_of_month(match: Match) -> Built:
    """*the 20th of next month*."""
    day = day_number(match, "d")
    return Sense(InMonth(day, shifted(match.get("dir"), "month"))) if day else None


def in_relative_year(match: Match) -> Built:
    """*June next year*, *3 May last year*."""
    day = day_number(match, "d") if match.get("d") else None
    point = Calendar(month=month_number(match, "m"), day=day)
    if day == 0 or not point.possible():
        return None
    return Sense(InYear(point, shifted(match.get("yd"), "year")))


def part_of_year(match: Match) -> Built:
    """*the first half of 2024*, *Q3 this year*, *next year's second quarter*."""
    written = match.get("n")
    number = {"last": 2 if match.get("u") == "half" else 4}.get(written) or (
        int(written[0]) if written[0].isdigit() else match.words.number("ordinals", written)
    )
    unit = "half" if match.get("u") in ("half", "h") else "quarter"
    if unit == "half" and number > 2:
        return None
    part = Part(number, GRAINS[unit], year_number(match, "y"))
    if match.get("yd"):
        return Sense(InYear(part, shifted(match.get("yd"), "year")))
    return Sense(InYear(part, Shift(Grain.YEAR, 0)) if not match.get("y") else part)


def weekday_in_week(match: Match) -> Built:
    """*Wednesday next week*, *next week on Wednesday*, *Wednesday evening next week*."""
    day = InWeek(weekday_number(match, "w") or 0, shifted(match.get("week"), "week"))
    part = match.get("p")
    return Sense(Moment(day, Clock(match.words.text("parts", part))) if part else day)


def rest_of(match: Match) -> Built:
    return Sense(RestOf(GRAINS[match.get("u")]))


def after_next(match: Match) -> Built:
    """*the week after next*, *the year before last*."""
    return Sense(Shift(GRAINS[match.get("u")], 2 if match.has("next") else -2))


def sooner_or_later(match: Match) -> Built:
    """*earlier this month*, *later in the year*."""
    return Sense(Shift(GRAINS[match.get("u")], 0), "START" if match.get("side") == "earlier" else "END")
