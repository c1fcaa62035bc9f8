"""Bare hours beside a day or part of a day: *tonight at 7*, *Friday at five*, *9 tomorrow morning*.

A number alone is no hour; next to such an expression, behind *at* or *from … to*, it is. Never the
score of ``won Saturday 3-2``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.dates.english.pieces import PIECES
from reader.recognition.dates.grammar import Found, Sense, expand
from reader.recognition.dates.meanings.moments import Clock, Interval, Moment, is_day
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.words import Words

REACH = 32
"""Characters looked at on either side."""


@cache
def _patterns(hour_words: str, minute_words: str) -> tuple[re.Pattern[str], ...]:
    def hour(n: str) -> str:
        return (
            rf"(?P<h{n}>1\d|2[0-3]|0?\d|{hour_words})(?:[:.](?P<mi{n}>[0-5]\d)|[- ]"
            rf"(?P<wm{n}>{minute_words}))?"
            rf"(?: ?(?P<half{n}>[ap])\.?m\.?)?"
        )

    end = (
        r"(?![\w:%/]|[.,]\d| ?%)(?= *(?:$|[.,;:!?)\n]| (?:on|in|at|and|or|with|for|to|but|when|after"
        r"|until|till|sharp)\b))"
    )
    at = r",? (?:at|around|about|by|@) (?:around |about )?" + hour("1") + end
    between = r",? (?:from |between )" + hour("1") + r"(?: (?:to|until|till|and) | ?- ?)" + hour("2") + end
    before = rf"(?:(?:^|\W)(?:at|by|around|about|until|till) |^){hour('1')},? (?:on )?$"
    spread = (
        rf"(?:^|\W)(?:from|between) (?P<all>{hour('1')}(?: (?:to|until|till|and) | ?- ?){hour('2')}),? "
        rf"(?:on )?$"
    )
    return tuple(re.compile(pattern) for pattern in (at, between, before, spread))


def with_hours(found: list[Found], folded: str, words: Words) -> list[Found]:
    """The expressions, those beside a bare hour widened to it."""
    if not found:
        return found
    at, between, before, spread = _patterns(words.alternatives("hour_words"), expand(PIECES["minutes"], {}))
    widened: list[Found] = []
    behind = 0
    for index, item in enumerate(found):
        one = item
        if _takes_hours(item):
            stop = found[index + 1].start if index + 1 < len(found) else len(folded)
            after = folded[item.end : item.end + REACH].partition("\n")[0]
            told = folded[max(behind, item.start - REACH) : item.start].rpartition("\n")[2]
            one = (
                _joined(item, between.match(after), words, item.start, item.end, stop)
                or _joined(item, at.match(after), words, item.start, item.end, stop)
                or _led(item, spread.search(told), words, len(told))
                or _led(item, before.search(told), words, len(told))
                or item
            )
        widened.append(one)
        behind = one.end
    return widened


def _takes_hours(item: Found) -> bool:
    meaning = item.sense.meaning
    part = meaning.clock if isinstance(meaning, Moment) else meaning
    return is_day(meaning) or (isinstance(part, Clock) and part.stamp.isalpha())


def _joined(
    item: Found, match: re.Match[str] | None, words: Words, start: int, end: int, stop: int
) -> Found | None:
    """The expression with the hours behind it, unless those belong to the next one."""
    if match is None or end + match.end() > stop:
        return None
    sense = _sense(item, match, words)
    return Found(start, end + match.end(), sense) if sense else None


def _led(item: Found, match: re.Match[str] | None, words: Words, size: int) -> Found | None:
    """The expression with the hours before it."""
    if match is None:
        return None
    if "all" in match.re.groupindex and not (
        match["mi1"] or match["mi2"] or match["half2"] or _is_part(item)
    ):
        return None
    sense = _sense(item, match, words)
    begin = match.start("all" if "all" in match.re.groupindex else "h1")
    return Found(item.start - size + begin, item.end, sense) if sense else None


def _is_part(item: Found) -> bool:
    """Whether a part of the day is told, which makes a bare number an hour."""
    return not is_day(item.sense.meaning)


def _sense(item: Found, match: re.Match[str], words: Words) -> Sense | None:
    meaning = item.sense.meaning
    part = meaning.clock.stamp if isinstance(meaning, Moment) else ""
    if isinstance(meaning, Clock):
        part = meaning.stamp
    ranged = "h2" in match.re.groupindex
    last = match["half2"] if ranged else None
    first = _clock(match, "1", part, words, match["half1"] or last)
    if first is None:
        return None
    day = meaning.day if isinstance(meaning, Moment) else None if isinstance(meaning, Clock) else meaning
    opening = Moment(day, first) if day is not None else first
    if not ranged:
        return Sense(opening)
    second = _clock(match, "2", part, words, last or match["half1"])
    return Sense(Interval(opening, second)) if second is not None and second != first else None


_LATER = {"TAF": range(1, 12), "TEV": range(4, 12), "TNI": range(6, 12)}
"""The hours that a part of the day puts after noon."""


def _clock(match: re.Match[str], n: str, part: str, words: Words, half: str | None) -> Clock | None:
    written = match["h" + n]
    hour = int(written) if written.isdigit() else words.number("hour_words", written)
    spoken = match["wm" + n]
    minute = int(number_of(words, spoken) or 0) if spoken else int(match["mi" + n] or 0)
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    elif hour in _LATER.get(part, ()):
        hour += 12
    return Clock(f"T{hour % 24:02d}:{minute:02d}")
