"""Months, seasons, quarters, years, decades and centuries."""

from __future__ import annotations

from reader.recognition.dates.english import years
from reader.recognition.dates.grammar import Row

ROWS: tuple[Row, ...] = (
    Row("months", r"<m:months>(?:,? (?:of |in )?|-)<y:fullyear>", years.month, then="0 of in"),
    Row("short_months", r"<m:short_months>(?!\w)\.?(?:,? |-)<y:fullyear>", years.month, then="0"),
    Row(
        "months short_months",
        r"<m:month>,? (?:of |in )?<y:wordyear>",
        years.month,
        then="of in one two thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    ),
    Row(
        "last next this past coming previous",
        r"<dir:rel> <m:month>",
        years.month,
        then="months short_months past coming",
    ),
    Row("the month", r"(?:the )?month of <m:months>", years.month),
    Row("0", r"<y:fullyear> <m:month>(?! \d)", years.month_of_year, then="months short_months"),
    Row("months", r"<m:months>", years.month),
    Row("0 the", r"(?:the )?(?P<n>(?:1\d|20)\d0)_'?s", years.decade, then="0 s"),
    Row("the", r"the '?(?P<n>[2-9]0)'?s", years.decade, then="0"),
    Row("0", r"(?:(?<=')|(?<=in[ ]))(?P<n>[2-9]0)'?s(?! and)", years.decade),
    Row("the", r"the <n:decades>", years.decade_in_words, then="decades"),
    Row(
        "0 ordinals the",
        r"(?:the )?(?P<n>\d{1,2}(?:st|nd|rd|th)|<ordinals>)(?: |-)century(?:<era>)?",
        years.century,
        then="century th st nd rd ordinals 0",
    ),
    Row("0", r"(?P<y>\d{1,4})<era>", years.year_of_era, then="b bc bce a ad"),
    Row("the year", r"(?:the )?year <y:fullyear>", years.year_named),
    Row(
        "week",
        r"week (?P<n>[1-9]|[1-4]\d|5[0-3]) (?:of )?(?:<y:fullyear>|<relyear>)",
        years.week_number,
        then="0",
    ),
    Row(
        "first second third fourth 0 the q1 q",
        r"(?:the )?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|qtr)(?: (?:of )?(?:the year"
        r" )?<y:fullyear>)?",
        years.quarter,
        then="quarter qtr first second third fourth 0 st nd rd th",
    ),
    Row("q h", r"(?P<letter>[qh])(?P<n>[1-4])(?:(?: |-)?(?:of )?<y:fullyear>)?", years.quarter),
    Row("0", r"<y:fullyear>(?: |-)?(?P<letter>[qh])(?P<n>[1-4])", years.quarter, then="q h"),
    Row(
        "seasons last next this past the",
        r"(?:<dir:rel> |(?P<art>the ))?<s:seasons>(?: (?:of )?<y:fullyear>)?",
        years.season,
    ),
)

BARE: tuple[Row, ...] = (
    Row("0", r"<y:fullyear>", years.year),
    Row(
        "one two fourteen fifteen sixteen seventeen eighteen nineteen twenty",
        r"<y:wordyear>",
        years.year_said,
        then="thousand hundred oh ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen twenty"
        " thirty forty fifty sixty seventy eighty ninety",
    ),
)
