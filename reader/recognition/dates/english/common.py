"""English: what these builders share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.meanings.basis import Direction, From
from reader.recognition.dates.meanings.shifts import Shift
from reader.recognition.dates.reading import quantity
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Match

GRAINS = {
    "week": Grain.WEEK,
    "wk": Grain.WEEK,
    "workweek": Grain.WEEK,
    "work week": Grain.WEEK,
    "working week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "yr": Grain.YEAR,
    "quarter": Grain.QUARTER,
    "qtr": Grain.QUARTER,
    "half": Grain.HALF,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "weekend": Grain.WEEKEND,
    "week-end": Grain.WEEKEND,
    "day": Grain.DAY,
}
_DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "this past": Direction.LAST,
    "previous": Direction.PRECEDING,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "upcoming": Direction.NEXT,
    "this coming": Direction.NEXT,
    "following": Direction.FOLLOWING,
    "this": Direction.THIS,
    "current": Direction.THIS,
    "that": Direction.SAME,
    "same": Direction.SAME,
    "the same": Direction.SAME,
}
_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}


def direction_of(match: Match) -> Direction | None:
    return _DIRECTIONS.get(match.get("dir"))


def stands_alone(match: Match) -> bool:
    """Whether the text says nothing else."""
    return not match.before().strip() and not match.after().strip(" .!?")


def count_of(match: Match, group: str = "n") -> float | None:
    written = match.get(group)
    if written.startswith("a couple"):
        return 2
    return number_of(match.words, written.replace(",", "")) if written else None


def fraction_of(match: Match) -> float:
    """What *and a half* adds."""
    words = match.get("fr").replace("-", " ").split()
    return _FRACTIONS[words[-1]] if words else 0.0


_SHARES = {"half": 30, "1/2": 30, "quarter": 15, "1/4": 15, "quarters": 45, "3/4": 45}


def share_of(match: Match) -> int:
    """The minutes of a part of an hour: *three-quarters of an hour*."""
    written = next(match.get(name) for name in ("share", "share1", "share2", "share3") if match.get(name))
    return _SHARES[written]


def unit_of(match: Match, group: str = "u") -> tuple[str, int]:
    """The TIMEX3 letter of a unit and how many of them it is: a fortnight is two weeks."""
    written = match.get(group)
    table = "units" if written in match.words.tables["units"] else "short_units"
    letter = match.words.text(table, written)
    return ("W", 2) if letter == "F" else (letter, 1)


def more_of(match: Match) -> list[tuple[float, str, int]]:
    """The further units of *2 years, 1 month and 21 days*: count, letter and how many of it each is."""
    told: list[tuple[float, str, int]] = []
    number: list[str] = []
    tables = match.words.tables
    for word in re.findall(r"\d+|[a-z]+", match.get("rest")):
        table = next((name for name in ("units", "short_units") if word in tables[name]), "")
        if not (table and number):
            number += [word] if number or word != "and" else []
            continue
        letter = match.words.text(table, word)
        told.append(
            (number_of(match.words, " ".join(number)) or 0, *(("W", 2) if letter == "F" else (letter, 1)))
        )
        number = []
    return told


def length(count: float | None, letter: str) -> str:
    """``PT2H30M`` for two and a half hours, ``P2.5Y`` for years."""
    if letter == "TH" and count is not None and count != int(count) and (count * 60).is_integer():
        hours, minutes = divmod(int(count * 60), 60)
        return f"PT{hours}H{minutes}M" if hours else f"PT{minutes}M"
    return quantity(count, letter)


def limit_of(match: Match) -> str | None:
    mod = match.words.tables["limits"].get(match.get("l").strip())
    return mod if isinstance(mod, str) else None


def shifted(told: str, unit: str) -> Shift:
    """*next month*, *the previous year*: the latter from the last date of the text."""
    article, word = told.startswith("the "), told.removeprefix("the ")
    chained = word in ("following", "that", "same") or (article and word in ("previous", "next"))
    return Shift(GRAINS[unit], _STEPS.get(word, 0), From.TEXT if chained else From.NOW)


def year_in_words(match: Match, group: str = "y") -> int | None:
    """*nineteen eighty-six*, *two thousand and twenty*; None where the group took no part."""
    words = match.get(group).replace("-", " ").replace(",", " ").split()
    if not words:
        return None
    numbers = match.words.tables["numbers"]
    values = [value for word in words if isinstance(value := numbers.get(word), int)]
    if "thousand" in words or "hundred" in words:
        total = current = 0
        for value in values:
            if value == 1000:
                total, current = total + current * 1000, 0
            else:
                current = current * 100 if value == 100 else current + value
        return total + current
    return values[0] * 100 + sum(values[1:])
