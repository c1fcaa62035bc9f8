"""The English rows, most specific first; the words are in ``data/en.toml``, the rows in ``tables``."""

from __future__ import annotations

from functools import cache

from reader.recognition.dates import joining
from reader.recognition.dates.english.pieces import PIECES
from reader.recognition.dates.english.tables import days, figures, hours, parts, quantities, relative, years
from reader.recognition.dates.english.tails import with_hours
from reader.recognition.dates.grammar import Found, Grammar, Row, compile_rows
from reader.recognition.dates.words import Words, words

ROWS: tuple[Row, ...] = (
    *figures.ROWS,
    *days.RANGES,
    *parts.ROWS,
    *days.ROWS,
    *days.FEASTS,
    *days.WEEKDAYS,
    *years.ROWS,
    *relative.NEAR,
    *relative.AWAY,
    *relative.STRETCHES,
    *quantities.SETS,
    *hours.ROWS,
    *quantities.DURATIONS,
    *years.BARE,
)

TRIGGERS = (
    "months",
    "short_months",
    "weekdays",
    "plural_weekdays",
    "short_weekdays",
    "units",
    "parts",
    "seasons",
    "near_days",
    "feasts",
    "decades",
    "periods",
    "minute_words",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "weekend",
    "weekends",
    "day",
    "days",
    "noon",
    "midnight",
    "midday",
    "thousand",
    "hundred",
    "century",
    "quarter",
    "half",
    "hours",
    "q",
    "h",
    "qtr",
    "yr",
    "wk",
    "end",
    "o'clock",
    "year",
    "am",
    "pm",
    "a",
    "p",
)


@cache
def grammar() -> Grammar:
    """The English rows, read at first use; each compiled when its words are first met."""
    return compiled(words("en"))


def compiled(data: Words) -> Grammar:
    """A grammar of its own, with nothing compiled yet."""
    tables = {name: data.alternatives(name) for name in data.tables}
    return compile_rows(ROWS, {**tables, **PIECES}, data, TRIGGERS)


def find(folded: str, text: str) -> list[Found]:
    """The English expressions of a folded text, neighbours joined, with the bare hours beside them."""
    rows = grammar()
    joined = joining.join(rows.find(folded, text), folded, joining.ENGLISH)
    return joining.join(with_hours(joined, folded, rows.words), folded, joining.ENGLISH)
