"""French: so many units ago, from now, later or earlier; halves, quarters and round numbers too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import From
from reader.recognition.dates.meanings.shifts import Shift
from reader.recognition.dates.reading import LETTER_GRAINS
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.french.common import limit_of

_HALVES = {
    "heure": (Grain.MINUTE, 30),
    "journee": (Grain.HOUR, 12),
    "annee": (Grain.MONTH, 6),
    "siecle": (Grain.YEAR, 50),
}
_HALF_MORE = {
    Grain.HOUR: (Grain.MINUTE, 60, 30),
    Grain.WEEK: (Grain.DAY, 7, 3),
    Grain.MONTH: (Grain.WEEK, 4, 2),
    Grain.YEAR: (Grain.MONTH, 12, 6),
    Grain.DECADE: (Grain.YEAR, 10, 5),
    Grain.CENTURY: (Grain.YEAR, 100, 50),
}
"""The finer unit, how many of it make the coarser, and how many make half of it."""
_RATIOS = {(Grain.YEAR, Grain.MONTH): 12, (Grain.WEEK, Grain.DAY): 7, (Grain.HOUR, Grain.MINUTE): 60}


_SCALES = {"": 1, "million": 1_000_000, "milliard": 1_000_000_000}


class _Length(NamedTuple):
    grain: Grain
    number: int | None
    """None where it is vague."""
    mod: str | None = None


def ago(match: Match) -> Built:
    return _shift(match, -1, From.NOW)


def ahead(match: Match) -> Built:
    return _shift(match, 1, From.NOW)


def away(match: Match) -> Built:
    later = bool(match.get("later") or match.get("after"))
    return _shift(match, 1 if later else -1, From.TEXT)


def _shift(match: Match, sign: int, start: From) -> Built:
    length = _length(match)
    if length is None:
        return None
    count = None if length.number is None else sign * length.number
    return Sense(Shift(length.grain, count, start, sign > 0, exact=True), length.mod)


def _length(match: Match) -> _Length | None:
    mod = limit_of(match)
    if match.get("hu"):
        return _Length(*_HALVES[match.get("hu")], mod)
    if match.get("qn"):
        quarters = 1 if match.get("qn") == "un" else 3
        return _Length(Grain.MINUTE, 15 * quarters) if match.get("qh") else _Length(Grain.YEAR, 25 * quarters)
    if match.get("round"):
        grain = LETTER_GRAINS.get(match.words.text("units", match.get("ru")))
        count = match.words.number("round_numbers", match.get("round"))
        return _Length(grain, count, mod or "APPROX") if grain else None
    return _plain(match, mod)


def _plain(match: Match, mod: str | None) -> _Length | None:
    """So many or *quelques* units, with a half or a finer unit behind."""
    letter = match.words.text("units", match.get("u"))
    grain = Grain.YEAR if letter == "L" else LETTER_GRAINS.get(letter)
    if grain is None:
        return None
    if not match.get("n"):
        return _Length(grain, None, mod)
    number = number_of(match.words, match.get("n"))
    if number is None:
        return None
    number *= (1000 if letter == "L" else 1) * _SCALES[match.get("big").rstrip("s")]
    count = int(number)
    if match.get("from"):
        mod = mod or "APPROX"
    if match.get("half") and grain in _HALF_MORE:
        finer, many, half = _HALF_MORE[grain]
        return _Length(finer, count * many + half, mod)
    if match.get("n2"):
        grain, count = _added(match, grain, count)
    return _Length(grain, count, mod)


def _added(match: Match, grain: Grain, count: int) -> tuple[Grain, int]:
    """``1 an 2 mois`` in the finer of two units."""
    second = LETTER_GRAINS.get(match.words.text("units", match.get("u2")))
    more = int(number_of(match.words, match.get("n2")) or 0)
    if second is None or (grain, second) not in _RATIOS:
        return grain, count
    return second, count * _RATIOS[grain, second] + more
