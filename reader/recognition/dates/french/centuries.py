"""French: centuries and millennia, in Roman or Arabic figures or in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.meanings.moments import Interval
from reader.recognition.dates.meanings.stretches import Stretch

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_ROMAN = {"i": 1, "v": 5, "x": 10}
_LATEST = 30


def century(match: Match) -> Built:
    """*XIXe siècle*, *vingtième siècle*, *IIIe millénaire*."""
    number = _number(match)
    if number is None:
        return None
    if match.get("millennium"):
        return _millennium(match, number)
    if match.get("bc"):
        return Sense(Constant(TimexKind.DATE, f"BC{number - 1:02d}XX"))
    return Sense(_stretch(number))


def century_range(match: Match) -> Built:
    """*du XVe au XVIIe siècle*; before Christ they count down."""
    first, second = (_figure(match.get(name)) for name in ("n", "n2"))
    if not (first and second):
        return None
    if match.get("bc"):
        value = f"BC{first - 1:02d}XX/BC{second - 1:02d}XX"
        return Sense(Constant(TimexKind.RANGE, value)) if first > second else None
    return Sense(Interval(_stretch(first), _stretch(second))) if first < second else None


def _stretch(number: int) -> Stretch:
    return Stretch(f"{number - 1:02d}XX", max(1, (number - 1) * 100), Grain.CENTURY)


def _millennium(match: Match, number: int) -> Built:
    if number > 3:
        return Sense(Constant(TimexKind.DATE, f"BC{number - 1}XXX")) if match.get("bc") else None
    if match.get("bc"):
        return Sense(Constant(TimexKind.DATE, f"BC{number - 1}XXX"))
    return Sense(Stretch(f"{number - 1}XXX", max(1, (number - 1) * 1000), Grain.CENTURY))


def _number(match: Match) -> int | None:
    if match.get("n"):
        return _figure(match.get("n"))
    for table in ("ordinals", "late_ordinals"):
        number = match.words.tables[table].get(match.get("nw"))
        if isinstance(number, int):
            return number
    return None


def _figure(written: str) -> int | None:
    number = int(written) if written.isdigit() else _roman(written)
    return number if 1 <= number <= _LATEST else None


def _roman(written: str) -> int:
    values = [_ROMAN[c] for c in written]
    after = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, after, strict=True))
