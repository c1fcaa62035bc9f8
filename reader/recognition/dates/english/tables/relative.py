"""What is reckoned from now or from the last date of the text."""

from __future__ import annotations

from reader.recognition.dates.english import relative
from reader.recognition.dates.grammar import Row

SHARE = (
    r"(?:(?P<share>half|1/2)(?: of)?(?: an?)?|(?:an? |one )?(?P<share1>quarter|1/4)(?: of)?(?: an?)?"
    r"|three(?: |-)(?P<share2>quarters)(?: of)?(?: an?)?|(?P<share3>3/4)(?: of)?(?: an?)?)_(?:hour|h)(?!\w)"
)

NEAR: tuple[Row, ...] = (
    Row(
        "today yesterday tomorrow the day",
        r"<n:near_days>(?:(?:'s)?(?: (?P<part>morning|afternoon|evening|night))?)",
        relative.near_day,
    ),
    Row("late tonight", r"(?:(?P<late>late) )?tonight", relative.tonight),
    Row(
        "last this that the next",
        r"(?P<dir>last|this|that|the following|the next|the previous|the same|next) (?P"
        r"<part>night|morning|afternoon|evening)",
        relative.part_of_some_day,
        then="night morning afternoon evening following next previous same",
    ),
    Row(
        "the next",
        r"(?:the (?P<dir>previous|following|next|same)|(?P<dir1>next)) day",
        relative.chain_day,
        then="previous following next same day",
    ),
    Row("the", r"the day (?P<dir>before|after)(?=_(?:[.,;:)!?\n]|$))", relative.chain_day, then="day"),
)

AWAY: tuple[Row, ...] = (
    Row(
        "0 numbers limits few several many some couple",
        r"<l:limit>?(?:<n:num>(?P<fr><fraction>)?|<v:vague>) <u:units>(?P<half> and a half)?<rest:more> "
        r"(?:(?P"
        r"<ago>ago|back(?! to))|(?P<now>from now|hence|from today)|(?P<later>later|afterwards?)|(?P"
        r"<earlier>earlier|before(?=_(?:[.,;:)!?\n]|$))))",
        relative.away,
    ),
    Row(
        "in within",
        r"(?:in|within) <l:limit>?(?:<n:num>(?P<fr><fraction>)?|<v:vague>)(?: |(?<=\d))(?P<u><units>"
        r"|<short_units>)(?!\w)"
        r"(?P<half> and a half)?<rest:more>(?:'s? time)?(?: from (?:now|today))?(?! of(?!\w)| when| after"
        r"| before| from)",
        relative.ahead,
    ),
    Row(
        "half a an quarter three one 0",
        SHARE + r" (?:(?P<ago>ago)|(?P<now>from now)|(?P<later>later)|(?P<earlier>earlier))",
        relative.part_away,
        then="0 a an half hour h of quarter quarters",
    ),
    Row("in within", r"(?P<now>in|within) " + SHARE, relative.part_away),
)

STRETCHES: tuple[Row, ...] = (
    Row(
        "the last past next previous coming following upcoming these",
        r"(?:the |these )?(?:last|past|next|previous|coming|first|upcoming|following) (?:<n:num>|<v:vague>) "
        r"<u:units>",
        relative.last_ones,
        then="0 numbers last past next previous coming upcoming following first few several many some couple",
    ),
    Row(
        "0 numbers the",
        r"(?:the )?<n:num> (?:last|past|next|previous|coming|upcoming|following) <u:units>",
        relative.last_ones,
        then="0 numbers last past next previous coming upcoming following couple",
    ),
    Row(
        "last next this the that previous past following coming current upcoming",
        r"(?:the )?(?P<dir>last|past|previous|next|coming|upcoming|following|this|current|that|same)"
        r" <u:relunit>(?!"
        r" (?:long|old|ending))",
        relative.relative,
        then="last past previous next coming upcoming following this current that"
        " same week wk month year yr quarter qtr decade century weekend",
    ),
    Row(
        "the end beginning start middle early late mid",
        r"(?:the )?(?P<end>end|beginning|start|middle) of (?:the |this )?(?P<u>week|month|year|quarter|day)",
        relative.end_of,
        then="end beginning start middle of",
    ),
    Row(
        "the year",
        r"(?:the )?(?P<end>year|month|week)(?:-|"
        r" )end",
        relative.year_end,
        then="year month week end",
    ),
)
