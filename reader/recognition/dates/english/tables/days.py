"""Days by month and number, by day of the week, by name, and from one to another."""

from __future__ import annotations

from reader.recognition.dates.english import days, feasts
from reader.recognition.dates.grammar import Row

RANGES: tuple[Row, ...] = (
    Row(
        "0 weekdays short_weekdays months short_months ordinals the",
        r"(?:the )?<point1>(?: (?:to|until|till|'?til|through|thru)(?: the)? |_-_)<point2>(?!_"
        r"(?:[ap]\.?m|:\d|%)|/\d)",
        days.day_range,
    ),
    Row(
        "0 ordinals",
        r"(?:(?<=between[ ])|(?<=between[ ]the[ ]))<f1:bareday> and (?:the )?<e2:bareday>(?: of)?(?: "
        r"|-)<n2:month>"
        r"(?:,? <y2:year>)?",
        days.day_range,
        then="and th st nd rd first second third fourth fifth sixth seventh eighth ninth",
    ),
    Row(
        "months short_months",
        r"(?<=between[ ])<m1:month> <d1:bareday> and (?:the )?<f2:bareday>(?:, <y2:year>)?<closed>",
        days.day_range,
        then="0 ordinals",
    ),
    Row(
        "0 months",
        r"<y1:fullyear>(?:_-_| (?:to|until|till|through) )<y2:fullyear>(?![\d-])",
        days.year_range,
        then="0 to until till through",
    ),
    Row(
        "months short_months",
        r"(?:<m1:month>)(?: <y1:fullyear>)?(?: (?:to|until|till|through) |_-_)<m2:month>"
        r"(?: (?:of |in )?<y2:fullyear>)?(?! \d{1,2}(?!\d))",
        days.month_range,
    ),
)

_YEAR = r"(?:(?:_,)? (?:of |in (?=\d{4}))?<y:year>)?"

ROWS: tuple[Row, ...] = (
    Row(
        "0 weekdays short_weekdays ordinals the",
        r"(?:<w:wd>,? (?:the )?)?(?:the )?<d:day>(?: of)? <m:month>,? (?:of |in )?<y:wordyear>",
        days.day,
        then="months short_months of 0 ordinals the",
    ),
    Row(
        "months short_months weekdays short_weekdays",
        r"(?:<w:wd>,? )?<m:month> (?:the )?<d:day>,? (?:of |in )?<y:wordyear>",
        days.day,
        then="0 ordinals the months short_months",
    ),
    Row(
        "0 ordinals",
        r"<d:day>(?: of)? <m:month> (?P<y>\d{1,4})<era>",
        days.day,
        then="months short_months of",
    ),
    Row(
        "0 weekdays short_weekdays months short_months ordinals the this last next",
        r"(?:<dir:rel> )?(?:<w:wd>,? (?:the )?)?(?:the )?<d:day>(?: of)?(?: |-|_)<m:month>"
        + _YEAR
        + r"(?:<era>)?",
        days.day,
    ),
    Row(
        "weekdays short_weekdays months short_months this last next",
        r"(?:<dir:rel> )?(?:<w:wd>,? )?<m:month>(?: |\.|-|, )(?:the )?<d:day>" + _YEAR,
        days.day,
    ),
    Row(
        "0 weekdays short_weekdays",
        r"(?:<w:wd>,? )?(?P<d>0?[1-9]|[12]\d|3[01])(?P<m><months>|<short_months>)(?:_<y:fullyear>)?",
        days.glued,
        then="0 months short_months",
    ),
    Row(
        "months short_months weekdays short_weekdays",
        r"(?:<w:wd>,? )?(?P<m><months>|<short_months>)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d|[.:]\d)",
        days.glued,
        then="0 months short_months",
    ),
    Row(
        "the week",
        r"(?:the )?week (?:of|beginning|starting|commencing)(?: on)? (?:the )?(?:<m:month> (?:the )?<d:day>"
        r"|<e:day>(?: of)? <n:month>)(?:,? <y:fullyear>)?",
        days.week_of,
        then="week of beginning starting commencing",
    ),
    Row(
        "weekdays short_weekdays",
        r"<w:wd>,? (?:the )?(?P<d>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))",
        days.weekday_and_day,
        then="0 the",
    ),
    Row(
        "weekdays short_weekdays",
        r"<w:wd>,? (?:the (?P<d><ordinals>)<closed>|(?P<e>[1-9]|[12]\d|3[01])(?=_(?:$|[.;:!?)\n](?!\d)| "
        r"(?:at|from|between)"
        r"(?!\w))))",
        days.weekday_and_day,
        then="0 the",
    ),
)

_FEAST = r"<f:feasts>(?P<we> weekend)?(?:,? (?:of |in )?(?:<y:fullyear>|<relyear>))?(?P<we2> weekend)?"

FEASTS: tuple[Row, ...] = (
    Row("feasts", _FEAST, feasts.feast),
    Row(
        "last next this past that following coming the",
        r"(?:the )?<dir:rel> " + _FEAST,
        feasts.feast,
        then="feasts past coming last next following previous same",
    ),
)

WEEKDAYS: tuple[Row, ...] = (
    Row(
        "0 numbers",
        r"<n:num> (?:<w:weekdays>|<p:plural_weekdays>) (?:(?P<now>from (?:now|today)|later)|(?P<ago>ago"
        r"|back|earlier))",
        days.weekdays_away,
        then="weekdays plural_weekdays numbers couple",
    ),
    Row(
        "last next this past coming previous following the that",
        r"(?:the )?<dir:rel> (?:week )?<w:weekdays>",
        days.weekday,
        then="last next this past coming previous following that same upcoming weekdays",
    ),
    Row(
        "weekdays",
        r"<w:weekdays>(?:(?P<after> after next)|(?P<fortnight> week))?",
        days.weekday,
    ),
    Row(
        "the 0",
        r"(?:the )?(?P<d>[12]?\d|3[01])(?= (?:at|from) \d{1,2}(?:[:.]\d\d"
        r"|_[ap]\.?m))",
        days.day_before_hour,
    ),
    Row("short_weekdays", r"<w:short_weekdays>\.?", days.short_weekday),
    Row(
        "0 the ordinals",
        r"(?:the )?<d:nthday>(?! (?:of|<units>|century)(?!\w))<closed>",
        days.day_only,
    ),
)
