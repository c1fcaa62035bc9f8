"""How often and how long."""

from __future__ import annotations

from reader.recognition.dates.english import quantities
from reader.recognition.dates.english.tables.relative import SHARE
from reader.recognition.dates.grammar import Row

SETS: tuple[Row, ...] = (
    Row(
        "every each",
        r"(?:every|each) (?:(?P<other>other|second) )?(?:<n:num> )?(?:<u:units>|<p:parts>|<w:weekdays>|"
        r"<m:months>|(?P<we>weekend))",
        quantities.every,
    ),
    Row(
        "0 the ordinals",
        r"(?:the )?<d:nthday>(?: day)? of (?:every|each) month",
        quantities.day_of_every_month,
        then="0 ordinals of st nd rd th day",
    ),
    Row("periods", r"<a:periods>", quantities.periodically),
    Row("plural_weekdays", r"<w:plural_weekdays>", quantities.on_weekdays),
    Row("weekends", r"weekends", quantities.on_weekdays),
    Row(
        "0 numbers once twice",
        r"(?:once|twice|<num> times) (?:a|an|per|every|each) <u:units>",
        quantities.times,
        then="a an per every each times numbers",
    ),
)

DURATIONS: tuple[Row, ...] = (
    Row(
        "half a an quarter three one 0",
        SHARE,
        quantities.part_of_hour,
        then="0 a an half hour h of quarter quarters",
    ),
    Row(
        "half limits a", r"<l:limit>?half (?:an? )?(?P<u>hour|day|year|century|decade)", quantities.half_unit
    ),
    Row(
        "all whole full entire the",
        r"(?:the )?(?:all|whole|full|entire)(?: |-)(?P<u>day|week|month|year|hour|quarter|decade"
        r"|century)(?!-)",
        quantities.whole_unit,
        then="all whole full entire day week month year hour quarter decade century",
    ),
    Row("another", r"another (?P<u>week|month|year|decade|century|hour)", quantities.whole_unit),
    Row(
        "0 numbers limits few several many some couple",
        r"<l:limit>?(?:(?P<r>\d{1,3}|<numbers>) (?:to|or) )?(?:<n:num>(?P<fr><fraction>)?|<v:vague>)(?:"
        r" and a half)?(?:more |fewer )?(?: |-|(?<=\d))<u:units>(?P<half> and a half)?<rest:more>",
        quantities.duration,
    ),
)
