"""Parts of longer stretches: *the first Friday of next month*, *June next year*, *Wednesday next week*."""

from __future__ import annotations

from reader.recognition.dates.english import parts
from reader.recognition.dates.grammar import Row

_RANK = r"<ordinals>|\d{1,2}(?:st|nd|rd|th)"

ROWS: tuple[Row, ...] = (
    Row(
        "months short_months",
        r"<m:month>(?: (?:the )?<d:day>)?,? (?:of |in )?<relyear>",
        parts.in_relative_year,
        then="last next this that the of in 0 ordinals",
    ),
    Row(
        "0 ordinals the",
        r"(?:the )?<d:day>(?: of)? <m:month>,? (?:of |in )?<relyear>",
        parts.in_relative_year,
        then="0 ordinals months short_months of st nd rd th",
    ),
    Row(
        "ordinals last 0 the",
        rf"(?:the )?(?:(?P<n>{_RANK})(?P<last>[ -](?:to )?last)?|(?P<last1>last)) (?:(?P<u>week|weekend"
        rf"|week-end|day|month)"
        r"|<w:weekdays>) (?:of|in) (?:(?:the )?(?:month of )?<m:month>(?:,? (?:of )?<y1:fullyear>|,? "
        r"(?:of )?<relyear>)?"
        r"|(?:the year )?<y:fullyear>|the (?P<tu>month|year|quarter)|(?P<dir>last|next|this|that|the "
        r"(?:following"
        r"|previous|same)|the current|current) (?P<wu>month|year|quarter|week))(?!\w)",
        parts.part_of,
        then="week weekend day month weekdays last ordinals 0",
    ),
    Row(
        "0 the ordinals",
        r"(?:the )?<d:nthday>(?: day)?,? (?:of )?(?:the )?(?P<dir>last|next|this|following|previous|same"
        r"|current) month",
        parts.day_of_month,
        then="0 ordinals last next this following previous same current of day st nd rd th the",
    ),
    Row(
        "first second last 1st 2nd the",
        r"(?:the )?(?P<n>first|second|last|1st|2nd) (?P<u>half) of (?:(?:the year )?(?:of )?<y:fullyear>"
        r"|<relyear>"
        r"|the year)",
        parts.part_of_year,
        then="half first second last 1st 2nd 0",
    ),
    Row(
        "first second third fourth last 0 the",
        r"(?:the )?(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<u>quarter|qtr) (?:of )?(?:"
        r"(?:the year )?"
        r"(?:of )?<y:fullyear>|<relyear>|the year)",
        parts.part_of_year,
        then="quarter qtr first second third fourth last 0",
    ),
    Row("q h", r"(?P<u>[qh])(?P<n>[1-4]),? (?:of )?<relyear>", parts.part_of_year),
    Row(
        "last next this",
        r"<relyear>'?s (?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<u>quarter|half)",
        parts.part_of_year,
        then="year yr",
    ),
    Row(
        "weekdays short_weekdays",
        r"<w:wd>(?: <p:parts>)?,? (?:of )?(?P<week>last|next|this|the following|the previous) week",
        parts.weekday_in_week,
        then="last next this the of parts",
    ),
    Row(
        "last next this previous the",
        r"(?P<week>last|next|this|previous|the following|the previous) week,?(?: on| -)? <w:wd>(?! ?-)",
        parts.weekday_in_week,
        then="week following previous",
    ),
    Row(
        "the rest remainder",
        r"(?:the )?(?:rest|remainder) of (?:the |this |the current |current )?(?P<u>week|month|quarter|year)",
        parts.rest_of,
        then="rest remainder of",
    ),
    Row(
        "the",
        r"the (?P<u>week|weekend|month|quarter|year) (?:(?P<next>after (?:the )?next)|before last)",
        parts.after_next,
        then="week weekend month quarter year",
    ),
    Row(
        "earlier later",
        r"(?P<side>earlier|later) (?:this|in the|in this) (?P<u>week|month|quarter|year|decade|century)",
        parts.sooner_or_later,
        then="this in",
    ),
)
