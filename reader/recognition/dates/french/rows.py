"""The French rows, most specific first; the words are in ``data/fr.toml``."""

from __future__ import annotations

from functools import cache

from reader.recognition.dates.french.pieces import PIECES
from reader.recognition.dates.french.table import days, feasts, hours, lengths, near, numeric, sets, years
from reader.recognition.dates.grammar import Grammar, Row, compile_rows
from reader.recognition.dates.words import Words, words

ROWS: tuple[Row, ...] = (
    *numeric.ROWS,
    *feasts.ROWS,
    *days.ROWS,
    *years.ROWS,
    *near.ROWS,
    *sets.ROWS,
    *hours.ROWS,
    *lengths.ROWS,
    *years.BARE,
)

TRIGGERS = (
    "months",
    "short_months",
    "weekdays",
    "short_weekdays",
    "units",
    "parts",
    "seasons",
    "near_days",
    "chain_days",
    "feasts",
    "week",
    "weekend",
    "midi",
    "minuit",
    "aujourd",
    "hier",
    "demain",
    "apres",
    "journee",
    "heure",
    "heures",
    "jour",
    "end",
    "demi",
    "siecle",
    "millenaire",
    "maintenant",
    "mille",
    "am",
    "pm",
    "m",
    "mil",
    "fois",
    "chaque",
    "annees",
    "adverbs_of_period",
    "adjectives_of_period",
    "weekday_sets",
    "etes",
    "hivers",
    "automnes",
    "weekends",
    "ends",
    "matins",
    "soirs",
    "nuits",
)


@cache
def grammar() -> Grammar:
    """The French rows, read at first use; each compiled when its words are first met."""
    return compiled(words("fr"))


def compiled(data: Words) -> Grammar:
    """A grammar of its own, with nothing compiled yet."""
    tables = {name: data.alternatives(name) for name in data.tables}
    return compile_rows(ROWS, {**tables, **PIECES}, data, TRIGGERS)
