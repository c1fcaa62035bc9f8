"""English: months, seasons, years and longer stretches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.stretches import Part, Season, Stretch
from reader.recognition.dates.meanings.within import PartOf
from reader.recognition.dates.reading import (
    month_number,
    year_number,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import direction_of, shifted, stands_alone, year_in_words


def month(match: Match) -> Built:
    """*may* is a verb, *April* a name: a month on its own has its capital and a preposition."""
    written, direction = match.get("y"), direction_of(match)
    year = year_in_words(match) if written[:1].isalpha() else year_number(match, "y")
    if direction is not None and match.get("m") in ("may", "march") and match.original("m")[0].islower():
        return None
    if year is None and direction is None and not match.match.group().startswith(("the month", "month")):
        said = re.search(
            r"(?:^|\W)(?:in|by|since|until|till|of|from|to|through|before|after|during|and|or|for|late"
            r"|early|mid"
            r"|between|on|around)[ -]$",
            match.before(10),
        )
        if not stands_alone(match) and not (said and match.original("m")[0].isupper()):
            return None
    return Sense(Calendar(year, month_number(match, "m"), direction=direction))


def decade_in_words(match: Match) -> Built:
    """*in the seventies*; ages have *his* or *their*."""
    year = match.words.number("decades", match.get("n"))
    return Sense(Stretch(f"{year // 10}X", year, Grain.DECADE))


def decade(match: Match) -> Built:
    """Not one before Christ."""
    if re.match(r" b\.?c", match.after(4)):
        return None
    number = int(match.get("n"))
    year = number if number > 100 else 1900 + number
    return Sense(Stretch(f"{year // 10}X", year, Grain.DECADE))


def century(match: Match) -> Built:
    written = match.get("n")
    digits = re.match(r"\d+", written)
    number = int(digits.group()) if digits else match.words.number("ordinals", written)
    if number < 1:
        return None
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{number - 1:02d}XX"))
    return Sense(Stretch(f"{number - 1:02d}XX", max(1, (number - 1) * 100), Grain.CENTURY))


def year_of_era(match: Match) -> Built:
    number = int(match.get("y"))
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{number:04d}"))
    return Sense(Calendar(number)) if number else None


def year_named(match: Match) -> Built:
    return Sense(Calendar(int(match.get("y"))))


def quarter(match: Match) -> Built:
    written = match.get("n")
    number = int(written) if written.isdigit() else match.words.number("ordinals", written)
    grain = Grain.HALF if match.get("letter") == "h" else Grain.QUARTER
    if grain is Grain.HALF and (number > 2 or not match.get("y")):
        return None
    return Sense(Part(number, grain, year_number(match, "y")))


def year_said(match: Match) -> Built:
    """*in nineteen twenty-eight*."""
    wanted = r"(?:^|\W)(?:in|since|by|until|till|before|after|during|from|to|between|year|of) $"
    year = year_in_words(match)
    return (
        Sense(Calendar(year))
        if year and (stands_alone(match) or re.search(wanted, match.before(8)))
        else None
    )


def week_number(match: Match) -> Built:
    """*week 31 of 2027*: ISO's, or a season's in sport where no year is told."""
    year = Calendar(year_number(match, "y")) if match.get("y") else shifted(match.get("yd"), "year")
    return Sense(PartOf(int(match.get("n")), Grain.WEEK, year))


def month_of_year(match: Match) -> Built:
    """*2016 November*; never *2016, May said*."""
    if match.get("m") in ("may", "march") or (
        match.original("m")[0].islower() and match.get("m") == "august"
    ):
        return None
    return Sense(Calendar(year_number(match, "y"), month_number(match, "m")))


def season(match: Match) -> Built:
    """*fall* and *spring* are verbs too: they need a year, a direction or *in the*."""
    direction, year_said = direction_of(match), year_number(match, "y")
    if direction is None and year_said is None and not stands_alone(match):
        wanted = r"(?:^|\W)(?:in|during|over|since|by|until|of|end of|late|early)(?: the)?[ -]$"
        if not re.search(wanted, match.before(14)) or re.match(r" of ", match.after()):
            return None
        if match.get("s") in ("fall", "spring") and not match.get("art"):
            return None
    return Sense(Season(match.words.text("seasons", match.get("s")), year_said, direction))


_YEAR_BEFORE = re.compile(
    r"(?:^|[^\w'])(?:in|since|by|until|till|before|after|during|from|to|and|between|of"
    r"|early|late|mid|around|circa|c\.|through|the)[ -]{1,2}$"
)


def year(match: Match) -> Built:
    number, before, after = int(match.get("y")), match.before(), match.after()
    if re.match(r"[-/.,:]\d|_?%|'\d", after) or re.search(r"\d[-/.,:]$|[#$€£+=*]_?$|no\.? ?$", before):
        return None
    counted = re.match(r" (?:[a-z]{2,}s|people|percent|km|miles?|men|women|million|billion)(?!\w)", after)
    function = re.match(r" (?:was|as|is|has|his|its|this|us|towards|across|does)(?!\w)", after)
    if counted and not function:
        return None
    if _YEAR_BEFORE.search(before) or (
        re.match(r"[)\],.;]|$", after) and re.search(r"[(,] ?$|[A-Za-z] $", before)
    ):
        return Sense(Calendar(number)) if 1000 <= number <= 2199 else None
    return Sense(Calendar(number)) if 1800 <= number <= 2099 and not after[:1].isalnum() else None
