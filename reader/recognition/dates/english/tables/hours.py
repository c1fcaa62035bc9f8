"""Times of day."""

from __future__ import annotations

from reader.recognition.dates.english import hours
from reader.recognition.dates.grammar import Row

ROWS: tuple[Row, ...] = (
    Row(
        "0 hour_words",
        r"(?P<h1>1[0-2]|0?\d|<hour_words>)(?:[:.](?P<mi1>[0-5]\d))?(?: (?:to|until|untill|till|'?til) |_-_"
        r"|(?<!\w)(?!))(?P<h2>1[0-2]|0?\d|<hour_words>)(?:[:.](?P<mi2>[0-5]\d))?(?:_(?P<half>[ap])\.?_?m\.?|"
        r" <p:ofday>)",
        hours.hour_range,
    ),
    Row(
        "0 hour_words",
        r"(?<=between[ ])(?P<h1>1[0-2]|0?\d|<hour_words>)(?:[:.](?P<mi1>[0-5]\d))? and (?P<h2>1[0-2]|0?\d|<hour_words>)"
        r"(?:[:.](?P<mi2>[0-5]\d))?(?:_(?P<half>[ap])\.?_?m\.?| <p:ofday>)",
        hours.hour_range,
    ),
    Row(
        "0",
        r"(?P<h1>[01]?\d|2[0-3])(?:[:.](?P<mi1>[0-5]\d))?(?:_(?P<half>[ap])\.?_?m\.?)?(?: (?:to|until|untill|till|'?til)"
        r" |_-_)(?P<h2>[01]?\d|2[0-4])(?:[:.](?P<mi2>[0-5]\d))?(?![\w%:/,-]|[.]\d)(?!_(?:[ap]\.?_?m|%)| in the)<closed>",
        hours.open_range,
    ),
    Row(
        "0",
        r"(?<=between[ ])(?P<h1>[01]?\d|2[0-3])(?:[:.](?P<mi1>[0-5]\d))?(?:_(?P<half>[ap])\.?_?m\.?)? and "
        r"(?P<h2>[01]?\d|2[0-4])(?:[:.](?P<mi2>[0-5]\d))?(?![\w%:/,-]|[.]\d)(?!_(?:[ap]\.?_?m|%)| in the)<closed>",
        hours.open_range,
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
    Row("0", r"(?P<h>0?[1-9]|1[0-2])(?P<mi>[0-5]\d)_<half:half>(?:<z:zone>)?", hours.clock),
    Row("0", r"(?<=at[ ])(?P<h>[01]?\d|2[0-4])(?P<z>h|p|a)(?!\w)\.?", hours.clock),
    Row("0 numbers", r"(?P<h>[01]?\d|<numbers>) <p:ofday>", hours.clock_in_words),
    Row(
        "numbers",
        r"(?P<h><numbers>)(?: (?P<mi><numbers>(?:-| )?(?:<numbers>)?))?_<half:half>",
        hours.clock_in_words,
    ),
    Row(
        "half quarter 0 numbers",
        r"(?P<past>half|a quarter|quarter|<num>)(?: min(?:ute)?s?)? (?P<side>past|after|to|before) (?P"
        r"<h>\d{1,2}|<numbers>|noon|midday|midnight)(?![:.]\d)(?:_<half:half>)?(?: <p:ofday>)?",
        hours.past_the_hour,
    ),
    Row(
        "hour_words",
        r"(?:(?<=at[ ])|(?<=from[ ])|(?<=until[ ])|(?<=till[ ])|(?<=by[ ])|(?<=around[ ]))(?P<h><hour_words>)(?:-| )"
        r"(?P<mi><minutes>)<closed>",
        hours.spoken,
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
