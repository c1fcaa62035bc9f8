"""What builders of every language share: numbers, months and days out of a match, and TIMEX3 quantities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
    from reader.recognition.dates.meanings.dates import Calendar

LETTER_GRAINS = {
    "TS": Grain.SECOND,
    "TM": Grain.MINUTE,
    "TH": Grain.HOUR,
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "H": Grain.HALF,
    "Y": Grain.YEAR,
    "E": Grain.DECADE,
    "C": Grain.CENTURY,
}
_SENTENCE_START = re.compile(r"(?:^|[.!?:;«\"“”»(\[–—|>*•-]|\n)\s*(?:«\s*)?$")


def day_number(match: Match, group: str) -> int | None:
    """1 for ``1er`` and ``premier``; None where the group took no part."""
    written = match.get(group)
    if not written:
        return None
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits.group())
    ordinal = match.words.tables["ordinals"].get(written)
    value = ordinal if isinstance(ordinal, int) else number_of(match.words, written)
    return int(value) if value and 1 <= value <= 31 else 0


def month_number(match: Match, group: str) -> int | None:
    written = match.get(group).rstrip(".")
    if not written:
        return None
    table = "months" if written in match.words.tables["months"] else "short_months"
    return match.words.number(table, written)


def weekday_number(match: Match, group: str) -> int | None:
    written = match.get(group).rstrip(".")
    if not written:
        return None
    table = "weekdays" if written in match.words.tables["weekdays"] else "short_weekdays"
    return match.words.number(table, written)


def year_number(match: Match, group: str) -> int | None:
    """A year of two figures is the nearest to 1970–2069."""
    written = match.get(group).lstrip("'")
    if not written:
        return None
    value = int(written)
    if len(written) == 2:
        value += 1900 if value > 60 else 2000
    return value


def is_name(match: Match, group: str) -> bool:
    """Whether a word is written like a name: with a capital, not at the start of a sentence."""
    begin = match.match.start(group)
    if not match.text[begin].isupper():
        return False
    return not _SENTENCE_START.search(match.text[max(0, begin - 4) : begin])


def looks_like_version(match: Match) -> bool:
    """Whether figures read as ``1.10.30`` rather than as ``15.05.99``."""
    if match.get("sep") != "." or len(match.get("y")) == 4:
        return False
    return len(match.get("d")) < 2 or len(match.get("m")) < 2


def is_shouted(match: Match, group: str) -> bool:
    word = match.original(group)
    return len(word) > 2 and word.isupper()


def dated(meaning: Calendar) -> Built:
    return Sense(meaning) if meaning.possible() else None


def says(match: Match, pattern: str, size: int = 10) -> bool:
    """Whether the text as written, just before the match, ends like *pattern*; tells *dès* from *des*."""
    return re.search(pattern, match.text[max(0, match.start - size) : match.start]) is not None


_SCALES = {"E": ("Y", 10), "C": ("C", 1), "L": ("Y", 1000), "Q": ("Q", 1), "H": ("M", 6)}


def quantity(count: float | None, letter: str) -> str:
    """TIMEX3's ``P3Y``, ``PT2H``, ``PXM``."""
    time = "T" if letter.startswith("T") else ""
    unit, scale = _SCALES.get(letter, (letter[-1], 1))
    if count is None:
        return f"P{time}X{'E' if letter == 'E' else unit}"
    return f"P{time}{_figure(count * scale)}{unit}"


def _figure(value: float) -> str:
    return f"{value:g}" if value < 1e6 and value != int(value) else str(int(value))


def with_more(value: str, count: float | None, letter: str) -> str:
    """``P1Y`` and two months: ``P1Y2M``."""
    more = quantity(count, letter)[1:]
    if more.startswith("T") and "T" in value:
        more = more[1:]
    return value + more
