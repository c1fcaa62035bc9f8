"""The English rows, most specific first; the words are in ``data/en.toml``."""

from __future__ import annotations

from functools import cache

from reader.recognition.dates.english import days, hours, quantities, relative, years
from reader.recognition.dates.grammar import Grammar, Row, compile_rows
from reader.recognition.dates.words import Words, words

_POINT = (
    r"(?:(?:<w{n}:wd>,? (?:the )?)?(?:<m{n}:month>(?: |\.|-)(?:the )?<d{n}:day>"
    r"|(?:the )?<e{n}:day>(?: of)?(?: |-)<n{n}:month>|<f{n}:bareday>)(?:,? <y{n}:year>)?)"
)

PIECES = {
    "num": (
        r"\d{1,3}(?:,\d{3}){1,2}(?!\d)|\d{1,6}(?:\.\d{1,2})?|(?:a couple(?: of)?)|<numbers>(?:(?:-| and |"
        r" )<numbers>){0,5}"
    ),
    "vague": r"a few|few|several|many|some|couple of",
    "day": r"(?:<ordinals>|(?:0?[1-9]|[12]\d|3[01])_?(?:st|nd|rd|th)?)(?!\d|[.,:]\d|_%)(?!\w)",
    "bareday": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w|[.,:]\d|_%)",
    "nthday": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?!\w)",
    "month": r"<months>|<short_months>(?!\w)\.?",
    "year": r"\d{4}(?!\d|_(?:[:h]|am|pm))|'\d{2}(?!\d)|\d{2}(?=_(?:$|[.,;)\n]))",
    "fullyear": r"(?:1\d|20|21)\d{2}(?!\d)",
    "wd": r"<weekdays>|<short_weekdays>(?!\w)\.?",
    "limit": r"<limits> ",
    "zone": r"_(?:utc|gmt|cest|cet|edt|est|pdt|pst|cdt|cst|bst|msk)(?!\w)(?:_[+-]_\d{1,2})?|,? local time",
    "half": r"[ap]\.?_?m\.?(?!\w)|o'?_?clock(?: [ap]\.?_?m\.?)?",
    "ofday": r"in the (?:<parts>)|at night",
    "point1": _POINT.format(n=1),
    "point2": _POINT.format(n=2),
    "to": r" (?:to|until|till|through|thru|and)(?: the)? |_-_",
    "rel": (
        r"last|past|previous|next|coming|upcoming|following|this past|this coming|this|current|that|the"
        r" same|same"
    ),
    "era": r" (?P<era>b\.?c\.?(?:e\.?)?|a\.?d\.?)(?!\w)",
    "relunit": r"week|month|year|quarter|decade|century|weekend|week-end",
}

ROWS: tuple[Row, ...] = (
    # written in figures
    Row(
        "0",
        r"<y:fullyear>-(?P<m>[01]?\d)-(?P<d>[0-3]?\d)(?:(?:t| )(?P<t>[0-2]\d:[0-5]\d)(?::[0-5]\d"
        r"(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?",
        days.figures,
    ),
    Row("0", r"<y:fullyear>/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?![\d/])", days.figures),
    Row(
        "0 weekdays",
        r"(?:<w:wd>,? )?(?P<m>[0-3]?\d)(?P<sep>[/.-])(?P<d>[0-3]?\d)(?P=sep)(?P<y>\d{4}|\d{2})"
        r"(?![\d.,/-]\d)",
        days.figures,
    ),
    Row("0", r"<dd:bareday>[/-]<mm:month>[/-]<y:year>", days.day_month_year),
    Row("0", r"(?P<m>0?[1-9]|1[0-2])/<y:fullyear>(?![\d/])", days.month_figures),
    Row("0", r"(?P<m>[0-3]?\d)/(?P<d>[0-3]?\d)(?![\d/]|[.,]\d)", days.month_and_day_figures),
    # from one day to another
    Row(
        "0 weekdays short_weekdays months short_months ordinals the",
        r"(?:the )?<point1>(?: (?:to|until|till|through|thru)(?: the)? |_-_)<point2>(?!_(?:[ap]\.?m|:|%))",
        days.day_range,
    ),
    Row(
        "0 months",
        r"<y1:fullyear>(?:_-_| (?:to|until|till|through) )<y2:fullyear>(?![\d-])",
        days.year_range,
    ),
    Row(
        "months",
        r"<m1:months>(?: <y1:fullyear>)?(?: (?:to|until|till|through) |_-_)<m2:months>(?: <y2:fullyear>)?",
        days.month_range,
    ),
    # a day
    Row(
        "0 weekdays short_weekdays months short_months ordinals the this last next",
        r"(?:<dir:rel> )?(?:<w:wd>,? (?:the )?)?(?:the )?<d:day>(?: of)?(?: |-|_)<m:month>(?:,? (?:of"
        r" )?<y:year>)?(?:<era>)?",
        days.day,
    ),
    Row(
        "weekdays short_weekdays months short_months this last next",
        r"(?:<dir:rel> )?(?:<w:wd>,? )?<m:month>(?: |\.|-|, )(?:the )?<d:day>(?:,? (?:of )?<y:year>)?",
        days.day,
    ),
    Row(
        "first second third fourth fifth last 0 the",
        r"(?:the )?(?:(?P<n>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)) (?:(?P"
        r"<u>week|weekend|day)|<w:weekdays>) (?:of|in) (?:(?:the )?month of )?<m:months>(?:,? "
        r"<y:fullyear>)?",
        days.nth_of_month,
    ),
    Row(
        "the week",
        r"(?:the )?week of (?:the )?(?:<m:month> (?:the )?<d:day>|<e:day>(?: of)? <n:month>)(?:,? "
        r"<y:fullyear>)?",
        days.week_of,
    ),
    Row("weekdays short_weekdays", r"<w:wd>,? (?:the )?<d:nthday>", days.weekday_and_day),
    Row(
        "weekdays",
        r"<w:weekdays> (?:of )?(?P<week>last|next|this|the following|the previous) week",
        days.weekday_in_week,
    ),
    Row(
        "last next this past coming previous following the that",
        r"(?:the )?<dir:rel> (?:week )?<w:weekdays>",
        days.weekday,
    ),
    Row("weekdays", r"<w:weekdays>(?:(?P<after> after next)|(?P<fortnight> week))?", days.weekday),
    Row("short_weekdays", r"<w:short_weekdays>\.?", days.short_weekday),
    Row(
        "the",
        r"the <d:nthday>(?! (?:of|<units>|century)(?!\w))(?= (?:at|of|and|to)|[.,;]|$)",
        days.day_only,
    ),
    # months, years, decades, centuries
    Row("months", r"<m:months>,? (?:of )?<y:fullyear>", years.month),
    Row("short_months", r"<m:short_months>(?!\w)\.?,? <y:fullyear>", years.month),
    Row("last next this past coming previous", r"<dir:rel> <m:months>", years.month),
    Row("the month", r"(?:the )?month of <m:months>", years.month),
    Row("months", r"<m:months>", years.month),
    Row("0 the", r"(?:the )?(?P<n>(?:1\d|20)\d0)_'?s", years.decade),
    Row("the", r"the '?(?P<n>[2-9]0)'?s", years.decade),
    Row(
        "0 ordinals the",
        r"(?:the )?(?P<n>\d{1,2}(?:st|nd|rd|th)|<ordinals>)[ -]century(?:<era>)?",
        years.century,
    ),
    Row("0", r"(?P<y>\d{1,4})<era>", years.year_of_era),
    Row("the year", r"(?:the )?year <y:fullyear>", years.year_named),
    Row(
        "first second third fourth 0 the q1 q",
        r"(?:the )?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|qtr)(?: (?:of )?(?:the year"
        r" )?<y:fullyear>)?",
        years.quarter,
    ),
    Row("q", r"q(?P<n>[1-4])(?:(?: |-)?<y:fullyear>)?", years.quarter),
    Row("0", r"<y:fullyear>-?q(?P<n>[1-4])", years.quarter),
    Row(
        "seasons last next this past the",
        r"(?:<dir:rel> |(?P<art>the ))?<s:seasons>(?: (?:of )?<y:fullyear>)?",
        years.season,
    ),
    # near days
    Row(
        "today yesterday tomorrow the day",
        r"<n:near_days>(?:(?:'s)?(?: (?P<part>morning|afternoon|evening|night))?)",
        relative.near_day,
    ),
    Row("tonight", r"tonight", relative.tonight),
    Row(
        "last this that the next",
        r"(?P<dir>last|this|that|the following|the next|the previous|the same|next) (?P"
        r"<part>night|morning|afternoon|evening)",
        relative.part_of_some_day,
    ),
    Row("the", r"the (?P<dir>previous|following|next|same) day", relative.chain_day),
    Row("the", r"the day (?P<dir>before|after)(?=_(?:[.,;:)!?\n]|$))", relative.chain_day),
    # ago, from now, later, earlier
    Row(
        "0 numbers limits few several many some couple",
        r"<l:limit>?(?:<n:num>|<v:vague>) <u:units>(?:(?:,| and|, and)? <n2:num> <u2:units>)? (?:(?P"
        r"<ago>ago|back)|(?P<now>from now|hence|from today)|(?P<later>later|afterwards?)|(?P"
        r"<earlier>earlier|before(?=_(?:[.,;:)!?\n]|$))))",
        relative.away,
    ),
    Row(
        "in within",
        r"(?:in|within) <l:limit>?(?:<n:num>|<v:vague>) <u:units>(?:(?:,| and|, and)? <n2:num> "
        r"<u2:units>)?(?:'s? time)?(?! of(?!\w)| when| after| before)",
        relative.ahead,
    ),
    Row(
        "half",
        r"half an hour (?:(?P<ago>ago)|(?P<now>from now)|(?P<later>later)|(?P<earlier>earlier))",
        relative.half_hour_away,
    ),
    Row("in within", r"(?:in|within) (?P<now>half) an hour", relative.half_hour_away),
    # stretches counted from now
    Row(
        "the last past next previous coming these",
        r"(?:the |these )?(?:last|past|next|previous|coming|first|upcoming) (?:<n:num>|<v:vague>) "
        r"<u:units>",
        relative.last_ones,
    ),
    Row(
        "last next this the that previous past following coming current",
        r"(?:the )?(?P<dir>last|past|previous|next|coming|following|this|current|that|same) <u:relunit>(?!"
        r" (?:long|old|ending))",
        relative.relative,
    ),
    Row(
        "the end beginning start middle early late mid",
        r"(?:the )?(?P<end>end|beginning|start|middle) of (?:the |this )(?P<u>week|month|year|quarter|day)",
        relative.end_of,
    ),
    Row("the year", r"(?:the )?(?P<end>year|month|week)(?:-| )end", relative.year_end),
    # sets
    Row(
        "every each",
        r"(?:every|each) (?:(?P<other>other) )?(?:<n:num> )?(?:<u:units>|<p:parts>|<w:weekdays>|"
        r"<m:months>|(?P<we>weekend))",
        quantities.every,
    ),
    Row(
        "daily weekly monthly yearly annually quarterly hourly",
        r"(?P<a>daily|weekly|monthly|yearly|annually|quarterly|hourly)",
        quantities.periodically,
    ),
    Row(
        "0 numbers once twice",
        r"(?:once|twice|<num> times) (?:a|an|per|every|each) <u:units>",
        quantities.times,
    ),
    # hours
    Row(
        "0",
        r"(?P<h1>1[0-2]|0?\d)(?:[:.](?P<mi1>[0-5]\d))?(?: (?:to|until|till) |_-_)(?P<h2>1[0-2]|0?\d)"
        r"(?:[:.](?P<mi2>[0-5]\d))?_(?P<half>[ap]\.?_?m\.?)",
        hours.hour_range,
    ),
    Row(
        "0 sides shortly just limits",
        r"(?:<side:sides> |<lim:limits> )?(?P<h>[01]?\d|2[0-4])(?::|\.|h)(?P<mi>[0-5]\d)(?::(?P"
        r"<s>[0-5]\d))?(?:[ap](?!\w)|_<half:half>)?(?: <p:ofday>)?(?:<z:zone>)?",
        hours.clock,
    ),
    Row(
        "0 sides shortly just limits",
        r"(?:<side:sides> |<lim:limits> )?(?P<h>[01]?\d)_<half:half>(?: <p:ofday>)?(?:<z:zone>)?",
        hours.clock,
    ),
    Row("0 numbers", r"(?P<h>[01]?\d|<numbers>) <p:ofday>", hours.clock_in_words),
    Row(
        "numbers",
        r"(?P<h><numbers>)(?: (?P<mi><numbers>(?:-| )?(?:<numbers>)?))?_<half:half>",
        hours.clock_in_words,
    ),
    Row(
        "half quarter 0 numbers",
        r"(?P<past>half|a quarter|quarter|<num>)(?: min(?:ute)?s?)? (?P<side>past|after|to|before) (?P"
        r"<h>\d{1,2}|<numbers>)(?:_<half:half>)?(?: <p:ofday>)?",
        hours.past_the_hour,
    ),
    Row(
        "noon midnight midday sides shortly just",
        r"(?:<side:sides> )?(?P<noon>noon|midnight|midday)",
        hours.noon,
    ),
    Row(
        "the early late mid this parts",
        r"(?:the )?(?:(?P<when>early|late|mid)[ -])?<p:parts>",
        hours.part_of_day,
    ),
    # quantities of time
    Row(
        "half limits a", r"<l:limit>?half (?:an? )?(?P<u>hour|day|year|century|decade)", quantities.half_unit
    ),
    Row(
        "0 numbers limits few several many some couple",
        r"<l:limit>?(?:(?P<r>\d{1,3}|<numbers>) (?:to|or) )?(?:<n:num>|<v:vague>)(?: and a half)?[ -]"
        r"<u:units>(?P<half> and a half)?(?:,?(?: and)? <n2:num> <u2:units>)?(?:,?(?: and)? <n3:num> "
        r"<u3:units>)?",
        quantities.duration,
    ),
    Row("feasts", r"<f:feasts>(?:,? (?:of )?<y:fullyear>)?", days.feast),
    Row("0", r"<y:fullyear>", years.year),
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
    "feasts",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "weekend",
    "day",
    "days",
    "noon",
    "midnight",
    "midday",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "annually",
    "quarterly",
    "hourly",
    "century",
    "quarter",
    "q",
    "qtr",
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
