"""Times of day."""

from __future__ import annotations

from reader.recognition.dates.english import hours
from reader.recognition.dates.grammar import Row

_SAID = r"1[0-2]|0?\d|<hour_words>"
_FIGURE = r"[01]?\d|2[0-4]"
_TO = r"(?: (?:to|until|untill|till|'?til) |_-_)"
_HALF = r"(?:_(?P<half>[ap])\.?_?m\.?| <p:ofday>)"
_FIRST_HALF = r"(?:_(?P<half>[ap])\.?_?m\.?)?"
_OPEN = r"(?![\w%:/,-]|[.]\d)(?!_(?:[ap]\.?_?m|%)| in the)<closed>"


def _hour(n: int, figures: str) -> str:
    return rf"(?P<h{n}>{figures})(?:[:.](?P<mi{n}>[0-5]\d))?"


RANGES: tuple[Row, ...] = (
    Row(
        "0 hour_words",
        _hour(1, _SAID) + _TO + _hour(2, _SAID) + _HALF,
        hours.hour_range,
        then="0 hour_words to until untill till til",
    ),
    Row(
        "0 hour_words",
        r"(?<=between[ ])" + _hour(1, _SAID) + " and " + _hour(2, _SAID) + _HALF,
        hours.hour_range,
        then="0 and",
    ),
    Row(
        "0",
        _hour(1, _FIGURE) + _FIRST_HALF + _TO + _hour(2, _FIGURE) + _OPEN,
        hours.open_range,
        then="0 a am p pm to until untill till til",
    ),
    Row(
        "0",
        r"(?<=between[ ])" + _hour(1, _FIGURE) + _FIRST_HALF + " and " + _hour(2, _FIGURE) + _OPEN,
        hours.open_range,
        then="0 a am p pm and",
    ),
)

ROWS: tuple[Row, ...] = (
    *RANGES,
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
    Row(
        "0",
        r"(?P<h>0?[1-9]|1[0-2])(?P<mi>[0-5]\d)(?:_<half:half>| <p:ofday>)"
        r"(?:<z:zone>)?",
        hours.clock,
        then="a am p pm in at",
    ),
    Row("0", r"(?<=at[ ])(?P<h>[01]?\d|2[0-4])(?P<z>h|p|a)(?!\w)\.?", hours.clock),
    Row("0 numbers", r"(?P<h>[01]?\d|<numbers>) <p:ofday>", hours.clock_in_words, then="in at"),
    Row(
        "numbers",
        r"(?P<h><numbers>)(?: (?P<mi><numbers>(?:-| )?(?:<numbers>)?))?_<half:half>",
        hours.clock_in_words,
        then="numbers am pm a p o",
    ),
    Row(
        "half quarter 0 numbers",
        r"(?P<past>half|a quarter|quarter|<num>)(?: min(?:ute)?s?)? (?P<side>past|after|to|before) (?P"
        r"<h>\d{1,2}|<numbers>|noon|midday|midnight)(?![:.]\d)(?:_<half:half>)?(?: <p:ofday>)?",
        hours.past_the_hour,
        then="past after to before min mins minute minutes quarter numbers",
    ),
    Row(
        "hour_words",
        r"(?:(?<=at[ ])|(?<=from[ ])|(?<=until[ ])|(?<=till[ ])|(?<=by[ ])|(?<=around[ ]))"
        r"(?P<h><hour_words>)(?:-| )"
        r"(?P<mi><minutes>)<closed>",
        hours.spoken,
        then="minute_words eleven twelve thirteen fourteen sixteen seventeen eighteen nineteen",
    ),
    Row(
        "noon midnight midday mid sides shortly just",
        r"(?:<side:sides> )?(?P<noon>noon|midnight|mid-?_?night|mid-?_?day)",
        hours.noon,
    ),
    Row(
        "the",
        r"the (?:early|small|wee) hours(?: of the (?:morning|night))?",
        hours.small_hours,
        then="early small wee",
    ),
    Row(
        "the early late mid this parts",
        r"(?:the )?(?:(?P<when>early|late|mid)(?: |-))?<p:parts>",
        hours.part_of_day,
    ),
)
