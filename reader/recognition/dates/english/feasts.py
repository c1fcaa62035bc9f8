"""English: the named days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.english.common import direction_of, shifted, stands_alone
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.holidays import Holiday
from reader.recognition.dates.meanings.within import InYear
from reader.recognition.dates.reading import year_number

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_BEFORE = re.compile(
    r"(?:^|\W)(?:on|at|by|for|since|until|till|before|after|of|during|around|over|from|to|the|and)(?: the)? $"
)
_NEW_YEAR = re.compile(r"(?:^|\W)(?:before|after|until|by|at|over) $")
_NO_DAY = re.compile(
    r"(?:'s)? (?:agreement|accord|accords|tree|trees|market|markets|card|cards|present|presents|gift"
    r"|gifts|island"
    r"|islands|egg|eggs|bunny|rising|carol|carols|parade|music|song|songs|honours|honors|resolutions?)(?!\w)"
)


def feast(match: Match) -> Built:
    """Not the *Good Friday Agreement*, *Easter Island* or a new year in small letters."""
    direction, word = direction_of(match), match.get("f")
    said = match.original("f")[0].isupper() or match.get("y") or match.get("yd") or direction
    if not (
        stands_alone(match)
        or said
        or (_BEFORE.search(match.before(10)) and (word != "new year" or _NEW_YEAR.search(match.before(8))))
    ):
        return None
    named = match.original("f").endswith("Year") or match.get("y") or _NEW_YEAR.search(match.before(8))
    if word == "new year" and not (stands_alone(match) or named):
        return None
    if _NO_DAY.match(match.after()) or match.before(8).endswith("father "):
        return None
    rule = tuple(match.words.numbers("feasts", word))
    holiday = Holiday(rule, year_number(match, "y"), direction, match.has("we") or match.has("we2"))
    return Sense(InYear(holiday, shifted(match.get("yd"), "year")) if match.get("yd") else holiday)
