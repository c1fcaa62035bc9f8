"""English: times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.moments import Clock, Interval
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import stands_alone


def _at(match: Match, hour: int, minute: str) -> Built:
    half, part = match.get("half").replace(".", "").replace(" ", ""), match.get("p")
    after_noon = (
        half.endswith("pm")
        or re.search(r"\dp\.?$", match.match.group())
        or re.search(r"afternoon|evening|night", part)
    )
    if after_noon and hour < 12 and not ("night" in part and hour < 6):
        hour += 12
    elif hour == 12 and (half.endswith("am") or "morning" in part or "night" in part):
        hour = 0
    if hour > 24 or int(minute) > 59:
        return None
    seconds = ":" + match.get("s") if match.get("s") else ""
    side = match.words.tables["sides"].get(match.get("side"))
    mod = side if isinstance(side, str) else ("APPROX" if match.get("lim") else None)
    return Sense(Clock(f"T{hour % 24:02d}:{int(minute):02d}{seconds}"), mod)


_AFTER_DAY = re.compile(r"(?:days?|tomorrow|tonight|morning|afternoon|evening|night) (?:at|from|until) $")
"""Where ``17.30`` is a time and no price."""


def clock(match: Match) -> Built:
    whole = match.match.group()
    marked = bool(match.get("half") or match.get("p") or match.get("z"))
    if "." in whole.split(" ")[0] and not marked and not _AFTER_DAY.search(match.before(20)):
        return None
    if match.get("mi") and ":" in whole and re.match(r"[.,]\d|:\d", match.after(3)):
        return None
    return _at(match, int(match.get("h")), match.get("mi") or "0")


def hour_range(match: Match) -> Built:
    """``3:30 to 4:30 p.m.``: the half of the day is said once for both."""
    half = "p" if re.search("afternoon|evening|night", match.get("p")) else match.get("half")[:1] or "a"
    ends = []
    for n in ("1", "2"):
        hour, minute = hour_number(match, "h" + n), match.get("mi" + n) or "00"
        if hour is None or hour > 12 or int(minute) > 59:
            return None
        ends.append((hour % 12 + 12 * (half == "p"), minute))
    if ends[0] >= ends[1]:
        ends[0] = (ends[0][0] % 12, ends[0][1])
    first, second = (Clock(f"T{hour:02d}:{minute}") for hour, minute in ends)
    return Sense(Interval(first, second))


def open_range(match: Match) -> Built:
    """``8 a.m. until 6``, ``10:30 to 3``: the second is the next such hour."""
    half = match.get("half")[:1]
    if not (half or match.get("mi1") or match.get("mi2")):
        return None
    if not half and not re.search(r"(?:from|between) $", match.before(9)):
        return None
    hour, minute = int(match.get("h1")), match.get("mi1") or "00"
    later, minutes = int(match.get("h2")), match.get("mi2") or "00"
    if max(hour, later) > 24 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    if (later, minutes) <= (hour, minute) and later <= 12:
        later = later % 12 + 12 * (hour < 12 or later % 12 + 12 > hour)
    return Sense(Interval(Clock(f"T{hour % 24:02d}:{minute}"), Clock(f"T{later % 24:02d}:{minutes}")))


def hour_number(match: Match, group: str) -> int | None:
    """An hour in figures or in words."""
    written = match.get(group)
    number = int(written) if written.isdigit() else match.words.tables["hour_words"].get(written)
    return number if isinstance(number, int) else None


def spoken(match: Match) -> Built:
    """*at five thirty*, where nothing is counted by it."""
    hour, minute = hour_number(match, "h"), number_of(match.words, match.get("mi"))
    return None if hour is None or minute is None else _at(match, hour, str(int(minute)))


def clock_in_words(match: Match) -> Built:
    hour = number_of(match.words, match.get("h"))
    minute = number_of(match.words, match.get("mi")) if match.get("mi") else 0
    if hour is None or minute is None or match.get("h") in ("a", "an") or hour > 24:
        return None
    return _at(match, int(hour), str(int(minute)))


def past_the_hour(match: Match) -> Built:
    hour, past = _named_hour(match), match.get("past")
    minutes = 30.0 if past == "half" else 15.0 if past.endswith("quarter") else number_of(match.words, past)
    if hour is None or not minutes or minutes > 59 or hour > 24 or match.get("h") in ("a", "an"):
        return None
    plain = past[0].isdigit() or not past.endswith(("half", "quarter"))
    told = match.get("p") or match.get("half") or "min" in match.match.group() or match.get("h") in _HOURS
    if (
        plain
        and not told
        and not (match.get("side") == "past" and re.search(r"(?:^|\W)at $", match.before(4)))
    ):
        return None
    if match.get("side") in ("to", "before"):
        return _at(match, (int(hour) - 1) % 24, str(60 - int(minutes)))
    return _at(match, int(hour), str(int(minutes)))


_HOURS = {"noon": 12.0, "midday": 12.0, "midnight": 24.0}


def _named_hour(match: Match) -> float | None:
    return _HOURS.get(match.get("h")) or number_of(match.words, match.get("h"))


def noon(match: Match) -> Built:
    return _at(match, 0 if match.get("noon").endswith("night") else 12, "0")


def small_hours(match: Match) -> Built:  # noqa: ARG001
    """*in the early hours*: of a morning."""
    return Sense(Clock("TMO"), "START")


def part_of_day(match: Match) -> Built:
    """*in the morning*, *Tuesday afternoon*; not *good morning*."""
    before = match.before(16)
    article = match.match.group().startswith("the ")
    if (
        not article
        and not stands_alone(match)
        and not re.search(r"day,? (?:in )?$|(?:at|by|tomorrow|today) $", before)
        and not (match.get("when") and re.search(r"(?:^|\W)(?:in|by|until|since|on) $", before))
    ):
        return None
    if article and not re.search(r"(?:^|\W)(?:in|during|through|throughout|over|into|of|later in) $", before):
        return None
    mod = {"early": "START", "late": "END", "mid": "MID"}.get(match.get("when"))
    return Sense(Clock(match.words.text("parts", match.get("p"))), mod)
