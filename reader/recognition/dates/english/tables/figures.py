"""Days written in figures."""

from __future__ import annotations

from reader.recognition.dates.english import days
from reader.recognition.dates.grammar import Row

ROWS: tuple[Row, ...] = (
    Row(
        "0 weekdays",
        r"(?:<w:weekdays>,? )?<y:fullyear>-(?P<m>[01]?\d)-(?P<d>[0-3]?\d)(?:(?:t| )(?P<t>[0-2]\d:[0-5]\d)"
        r"(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?",
        days.figures,
        then="0",
    ),
    Row(
        "0",
        r"<y:fullyear>(?P<sep>[/.])(?P<m>[01]?\d)(?P=sep)(?P<d>[0-3]?\d)(?![\d/]|\.\d)",
        days.figures,
        then="0",
    ),
    Row(
        "0",
        r"(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d.,]\d|\d|_%)",
        days.compact,
    ),
    Row(
        "0 weekdays",
        r"(?:<w:wd>,? )?(?P<m>[0-3]?\d)(?P<sep>[/.-])(?P<d>[0-3]?\d)(?P=sep)(?P<y>\d{4}|\d{2})"
        r"(?![\d.,/-]\d)(?!_-_\d+/)",
        days.figures,
        then="0",
    ),
    Row("0", r"(?P<m>[0-3]?\d)/(?P<d>[0-3]?\d),_?(?P<y>\d{4})(?!\d)", days.figures, then="0"),
    Row("0", r"<y:fullyear>[/-]<mm:month>[/-]<dd:bareday>", days.day_month_year, then="months short_months"),
    Row("0", r"<dd:bareday>[/-]<mm:month>[/-]<y:year>", days.day_month_year, then="months short_months"),
    Row("0", r"<dd:bareday>\. <mm:month> <y:fullyear>", days.day_month_year, then="months short_months"),
    Row("months short_months", r"<mm:month>/<dd:bareday>(?!/)", days.day_month_year, then="0"),
    Row(
        "0",
        r"(?P<m1>0?[1-9]|1[0-2])/(?P<d1>[0-3]?\d)(?:_-_| to | till | until | through )(?P<m2>0?[1-9]|1[0-2])/"
        r"(?P<d2>[0-3]?\d)(?:/(?P<y2>\d{4}|\d{2}))?(?![\d/]|[.,]\d)",
        days.figures_range,
        then="0",
    ),
    Row("0", r"(?P<m>0?[1-9]|1[0-2])/<y:fullyear>(?![\d/])", days.month_figures, then="0"),
    Row("0", r"<y:fullyear>[/-](?P<m>0[1-9]|1[0-2])(?![\d/-])", days.month_figures, then="0"),
    Row(
        "0 weekdays short_weekdays this next last",
        r"(?:<dir:rel> )?(?:<w:wd>,? )?(?P<m>[0-3]?\d)/(?P<d>[0-3]?\d)(?![\d/]|[.,]\d)",
        days.month_and_day_figures,
        then="0 weekdays short_weekdays",
    ),
)
