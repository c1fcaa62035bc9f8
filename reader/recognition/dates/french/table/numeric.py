"""Dates written in figures only."""

from __future__ import annotations

from reader.recognition.dates.french import days, numeric
from reader.recognition.dates.grammar import Row

ROWS = (
    # written in figures
    Row(
        "0",
        r"<y:fullyear>-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:(?:t| )(?P<t>[0-2]\d:[0-5]\d)(?::[0-5]\d"
        r"(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?",
        numeric.figures,
        then="0 le",
    ),
    Row(
        "0",
        r"(?P<d1>[0-3]?\d)(?:/(?P<m1>[01]?\d)(?:/(?P<y1>\d{4}|\d{2}))?)?(?:_-_| (?:au|a) (?:le )?)"
        r"(?P<d2>[0-3]?\d)/(?P<m2>[01]?\d)(?:/(?P<y2>\d{4}|\d{2}))?(?![\d/]|[.,]\d)",
        numeric.range_in_figures,
        then="0 au a",
    ),
    Row(
        "0 weekdays",
        r"(?:<w:wd>,? (?:le )?)?(?P<d>[0-3]?\d)(?P<sep>[/.-])(?P<m>[0-3]?\d)(?P=sep)(?P<y>\d{4}|\d{2})"
        r"(?![\d.,/-]\d)",
        numeric.figures,
        then="0 le",
    ),
    Row("0", r"<y:fullyear>/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?![\d/])", numeric.figures, then="0"),
    Row("0", r"<y:fullyear>\.(?P<m>[01]?\d)\.(?P<d>[0-3]?\d)(?![\d/]|[.,]\d)", numeric.year_first, then="0"),
    Row("0", r"<d:day>(?P<sep>[/-])<m:month>(?P=sep)<y:year>", days.day, then="months short_months"),
    Row("months short_months", r"<m:month>(?P<sep>[/-])<d:day>(?P=sep)<y:fullyear>", days.day, then="0"),
    Row("0", r"(?P<m>0?[1-9]|1[0-2])_/_<y:fullyear>(?![\d/])", numeric.month_figures, then="0"),
    Row("0", r"(?P<m>0[1-9]|1[0-2])-<y:fullyear>(?![\d/-]|[.,]\d)", numeric.month_in_year, then="0"),
    Row("0", r"<y:fullyear>[/-](?P<m>0[1-9]|1[0-2])(?![\d/-]|[.,]\d)", numeric.year_then_month, then="0"),
    Row(
        "0 weekdays short_weekdays",
        r"(?:<w:wd>,? (?:le )?)?(?P<d>[0-3]?\d)(?P<sep>[/.-])(?P<m>[01]?\d)(?![\d/-]|[.,]\d)",
        numeric.day_and_month_figures,
        then="0 le",
    ),
    Row("0", r"(?P<d>[0-3]?\d) (?P<m>[01]?\d)(?: (?P<y>\d{4}|\d{2}))?", numeric.spaced_figures, then="0"),
)
