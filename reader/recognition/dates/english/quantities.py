"""English: how long and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.reading import (
    is_name,
    is_shouted,
    quantity,
    with_more,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import count_of, limit_of


def every(match: Match) -> Built:
    if match.get("u"):
        count = 2 if match.get("other") else (count_of(match) if match.get("n") else 1)
        return Sense(Constant(TimexKind.SET, quantity(count, match.words.text("units", match.get("u")))))
    if match.get("w"):
        return Sense(
            Constant(TimexKind.SET, f"XXXX-WXX-{match.words.number('weekdays', match.get('w')) + 1}")
        )
    if match.get("m"):
        return Sense(Constant(TimexKind.SET, f"XXXX-{match.words.number('months', match.get('m')):02d}"))
    if match.get("we"):
        return Sense(Constant(TimexKind.SET, "XXXX-WXX-WE"))
    return Sense(Constant(TimexKind.SET, "XXXX-XX-XX" + match.words.text("parts", match.get("p"))))


def periodically(match: Match) -> Built:
    """Not the *Daily* of a newspaper's name."""
    if is_name(match, "a"):
        return None
    letter = {"d": "1D", "w": "1W", "m": "1M", "y": "1Y", "a": "1Y", "q": "3M", "h": "T1H"}[match.get("a")[0]]
    return Sense(Constant(TimexKind.SET, f"P{letter}"))


def times(match: Match) -> Built:
    return Sense(Constant(TimexKind.SET, quantity(1, match.words.text("units", match.get("u")))))


def half_unit(match: Match) -> Built:
    value = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "century": "P50Y", "decade": "P5Y"}[
        match.get("u")
    ]
    return Sense(Constant(TimexKind.DURATION, value), limit_of(match))


def duration(match: Match) -> Built:
    unit, written = match.get("u"), match.get("n")
    if match.original("u")[0].isupper() and not is_shouted(match, "u"):
        return None
    if re.match(r"(?:-| )(?:light|old man)|-lights?", match.after()):
        return None
    count = count_of(match) if written else (2 if match.get("v") == "couple of" else None)
    if written and count is None:
        return None
    if written in ("a", "an") and unit in ("second", "minute", "day", "quarter", "min", "sec"):
        return None
    letter = match.words.text("units", unit)
    if count is not None and " and a half" in match.match.group():
        value = quantity(count, letter) + "30M" if letter == "TH" else quantity(count + 0.5, letter)
    else:
        value = quantity(count, letter)
    for more in ("2", "3"):
        if match.get("n" + more) and count is not None:
            value = with_more(
                value, count_of(match, "n" + more), match.words.text("units", match.get("u" + more))
            )
    return Sense(Constant(TimexKind.DURATION, value), limit_of(match))
