"""Dates written in figures only."""

from __future__ import annotations

from reader.recognition.dates.french import days
from reader.recognition.dates.grammar import Row

ROWS = (
    # written in figures
    Row(
        "0",
        r"<y:fullyear>-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:(?:t| )(?P<t>[0-2]\d:[0-5]\d)(?::[0-5]\d"
        r"(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?",
        days.figures,
    ),
    Row(
        "0 weekdays",
        r"(?:<w:wd>,? (?:le )?)?(?P<d>[0-3]?\d)(?P<sep>[/.-])(?P<m>[0-3]?\d)(?P=sep)(?P<y>\d{4}|\d{2})"
        r"(?![\d.,/-]\d)",
        days.figures,
    ),
    Row("0", r"<y:fullyear>/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?![\d/])", days.figures),
    Row("0", r"<d:day>(?P<sep>[/-])<m:month>(?P=sep)<y:year>", days.day),
    Row("0", r"(?P<m>0?[1-9]|1[0-2])_/_<y:fullyear>(?![\d/])", days.month_figures),
    Row("0", r"(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?![\d/]|[.,]\d)", days.day_and_month_figures),
    Row("0", r"(?P<d>[0-3]?\d) (?P<m>[01]?\d)(?: (?P<y>\d{4}|\d{2}))?", days.spaced_figures),
)
