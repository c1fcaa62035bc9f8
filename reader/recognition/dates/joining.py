"""Neighbouring expressions that make one: a day and its hour, two ends of an interval, *fin* and a month.

Pure functions of what the rows found; the gaps that may be bridged are listed per language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Found, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Interval, Moment, Night, is_day
from reader.recognition.dates.meanings.shifts import NextTo, Shift
from reader.recognition.dates.meanings.stretches import Part, Season, Stretch
from reader.recognition.dates.reading import LETTER_GRAINS

if TYPE_CHECKING:
    from reader.recognition.dates.meanings.basis import Meaning

LONGEST_GAP = 26
TODAY = Shift(Grain.DAY, 0)
"""*en fin de journée*, which says a part of the day before it."""


class Gaps(NamedTuple):
    """What may stand between two expressions, as patterns of folded text."""

    day_hour: str
    day_hours: str
    hour_day: str
    part_of: str
    from_to: str
    ends: str
    """Before an expression: start, middle or end of it, in a group named by its modifier."""
    eve: str
    """Between *la veille* and its day."""
    between: str = r"(?!)"
    """Between two ends that ``between`` announces."""
    within: str = r"(?!)"
    """Between a time of day and the night or part of the day it is in."""
    beyond: str = r"(?!)"
    """Between a length of time and the day it is counted from."""


_FRENCH_TO_HOUR = (
    r",? ?(?:(?:a(?: la)?|vers|au|pour|dans|en|aux alentours de|autour de|a partir de|peu avant|peu apres|des"
    r"|(?:tres )?tot|entre) |,)?"
)
_ENGLISH_TO_HOUR = r",? ?(?:(?:at|around|about|in|by|from|before|after|on|@|in the) |,)?"

FRENCH = Gaps(
    day_hour=_FRENCH_TO_HOUR + "(?:environ )?",
    day_hours=_FRENCH_TO_HOUR + "(?:de )?",
    hour_day=r",? ?(?:le |ce )?",
    within=r",? dans ",
    part_of=r" (?:du |de |de la |d')",
    from_to=r" (?:a|au|jusqu'a|jusqu'au|jusqu'en) | ?- ?",
    ends=(
        r"(?:(?:le |la )?"
        r"(?:(?P<START>tout debut|debut)|(?P<END>toute fin|fin)|(?P<MID>milieu|mi)|(?P<NONE>courant))"
        r"(?:-| (?:de |du |des |d'|de la |de l' ?|de cette )?))$"
    ),
    eve=r" (?:du |de |d'|de la |de l' ?)",
)
ENGLISH = Gaps(
    day_hour=_ENGLISH_TO_HOUR,
    day_hours=_ENGLISH_TO_HOUR + "(?:from |between )?",
    hour_day=r",? ?(?:on (?:the )?|of )?",
    part_of=r" of (?:the )?| on |, ",
    from_to=r" (?:to|until|untill|till|'?til|through|thru) (?:the )?| ?- ?",
    ends=(
        r"(?:(?:the )?"
        r"(?:(?P<START>start of|beginning of|early)|(?P<END>end of|late)|(?P<MID>middle of|mid))"
        r"(?:-| (?:the )?))$"
    ),
    eve=r" (?:of |before |after )(?:the )?",
    between=r" and (?:the )?",
    beyond=r" (?:from|after|before) (?:the )?",
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def join(found: list[Found], folded: str, gaps: Gaps) -> list[Found]:
    """One pass from left to right; each join may be joined again."""
    joined: list[Found] = []
    for item in found:
        one = _widened(item, folded, gaps, joined[-1].end if joined else 0)
        while joined:
            both = _joined(joined[-1], one, folded, gaps)
            if both is None:
                break
            joined.pop()
            one = both
        joined.append(one)
    return joined


def _widened(item: Found, folded: str, gaps: Gaps, floor: int) -> Found:
    """*fin*, *début*, *mi-* before an expression belong to it."""
    meaning = item.sense.meaning
    if not isinstance(meaning, Calendar | Season | Shift | Stretch | Part | Clock) or item.sense.mod:
        return item
    if isinstance(meaning, Clock) and not meaning.stamp.isalpha():
        return item
    begin = max(floor, item.start - LONGEST_GAP)
    match = _pattern(gaps.ends).search(folded, begin, item.start)
    if match is None or (match.start() > 0 and folded[match.start() - 1].isalnum()):
        return item
    mod = match.lastgroup if match.lastgroup != "NONE" else None
    start = match.start()
    if match.group().startswith(("la ", "le ", "the ")):
        start += match.group().index(" ") + 1
    return Found(start, item.end, Sense(meaning, mod))


def _joined(left: Found, right: Found, folded: str, gaps: Gaps) -> Found | None:
    """Both as one expression, or None where they are two."""
    if right.start - left.end > LONGEST_GAP or right.start < left.end:
        return None
    gap = folded[left.end : right.start]
    if right.sense.mod and right.sense.meaning == TODAY and is_day(left.sense.meaning):
        if not _fits(gaps.day_hour, gap):
            return None
        return Found(left.start, right.end, Sense(left.sense.meaning, right.sense.mod))
    meaning = _meaning(left.sense.meaning, right.sense.meaning, gap, gaps) or _announced(
        left, right, folded, gap, gaps
    )
    if meaning is None:
        return None
    mod = right.sense.mod or left.sense.mod
    if isinstance(meaning, Interval) and right.sense.mod != left.sense.mod:
        mod = None
    return Found(left.start, right.end, Sense(meaning, mod))


def _fits(pattern: str, gap: str) -> bool:
    return _pattern(pattern).fullmatch(gap) is not None


def _meaning(left: Meaning, right: Meaning, gap: str, gaps: Gaps) -> Meaning | None:
    if isinstance(right, Clock):
        if is_day(left) and _fits(gaps.day_hour, gap):
            return Moment(left, right)
        if isinstance(left, Moment) and left.clock.stamp.isalpha() and _fits(gaps.day_hour, gap):
            return Moment(left.day, _refined(left.clock, right))
        if isinstance(left, Night) and not right.stamp.isalpha() and _fits(gaps.day_hour, gap):
            return _at_night(left, right)
        told = gap.strip(" ,") or gap == " "
        if isinstance(left, Clock) and left.stamp.isalpha() and _fits(gaps.day_hour, gap) and told:
            return _refined(left, right)
    if isinstance(left, Clock) and not left.stamp.isalpha() and _fits(gaps.within, gap):
        if isinstance(right, Night):
            return _at_night(right, left)
        if isinstance(right, Clock) and right.stamp.isalpha():
            return _refined(right, left)
    if isinstance(left, Clock) and is_day(right):
        pattern = gaps.part_of if left.stamp.isalpha() and gap.strip() else gaps.hour_day
        if _fits(pattern, gap):
            return Moment(right, left)
    if (
        isinstance(left, Clock)
        and isinstance(right, Moment)
        and right.clock.stamp.isalpha()
        and _fits(gaps.hour_day, gap)
    ):
        return Moment(right.day, _refined(right.clock, left))
    if (
        isinstance(right, Interval)
        and isinstance(right.first, Clock)
        and is_day(left)
        and _fits(gaps.day_hours, gap)
    ):
        return Interval(Moment(left, right.first), right.second)
    if (
        isinstance(right, Interval)
        and isinstance(right.first, Clock)
        and isinstance(right.second, Clock)
        and isinstance(left, Moment)
        and left.clock.stamp.isalpha()
        and _fits(gaps.day_hours, gap)
    ):
        first, second = (_refined(left.clock, end) for end in (right.first, right.second))
        return Interval(Moment(left.day, first), second)
    if isinstance(left, Constant) and isinstance(right, Clock) and _fits(gaps.day_hour, gap):
        return _each(left, right)
    if isinstance(left, Clock) and isinstance(right, Constant) and _fits(gaps.hour_day, gap):
        return _each(right, left)
    if (
        isinstance(left, Interval)
        and isinstance(left.first, Clock)
        and is_day(right)
        and _fits(gaps.hour_day, gap)
    ):
        return Interval(Moment(right, left.first), left.second)
    if isinstance(left, Shift) and left.is_day_away and is_day(right) and _fits(gaps.eve, gap):
        return NextTo(right, left.count or 0)
    if _fits(gaps.from_to, gap) and _comparable(left, right, gap):
        return Interval(left, right)
    return None


def _at_night(night: Night, clock: Clock) -> Moment:
    """An hour of a night: after midnight it is the next day's."""
    clock = _refined(Clock("TNI"), clock)
    return Moment(NextTo(night.evening, 1) if clock.stamp < "T12" else night.evening, clock)


def _each(days: Constant, clock: Clock) -> Constant | None:
    """*chaque lundi à 20 h*; of every day the hour alone is said."""
    if days.kind is not TimexKind.SET or "T" in days.value:
        return None
    if days.value == "P1D" and clock.stamp[1:3].isdigit():
        return days._replace(value=clock.stamp)
    return days._replace(value=days.value + clock.stamp) if days.value.startswith("XXXX-") else None


def _announced(left: Found, right: Found, folded: str, gap: str, gaps: Gaps) -> Meaning | None:
    """What the word before both makes of them: *between* two ends, or a length counted from a day."""
    before = folded[max(0, left.start - 14) : left.start]
    first, second = left.sense.meaning, right.sense.meaning
    if _fits(gaps.between, gap) and before.endswith(("between ", "between the ")):
        return Interval(first, second) if _comparable(first, second, " to ") else None
    if isinstance(first, Constant) and is_day(second) and _fits(gaps.beyond, gap):
        return None if before.endswith("for ") else _counted(first, second, gap)
    return None


def _counted(length: Constant, day: Meaning, gap: str) -> Meaning | None:
    """*two weeks after Christmas*; a length in hours stays one."""
    plain = _pattern(r"P(\d+)([DWMY])").fullmatch(length.value) if length.kind is TimexKind.DURATION else None
    if plain is None:
        return None
    from reader.recognition.dates.meanings.steps import Beyond

    count = int(plain[1]) * (-1 if "before" in gap else 1)
    return Beyond(day, LETTER_GRAINS[plain[2]], count)


def _comparable(left: Meaning, right: Meaning, gap: str) -> bool:
    """Whether the two can be the ends of one interval."""
    if isinstance(left, Clock) and isinstance(right, Clock):
        return not left.stamp.isalpha() and not right.stamp.isalpha()
    if isinstance(left, Moment) and isinstance(right, Clock | Moment):
        return True
    if isinstance(left, Calendar) and isinstance(right, Calendar):
        return left.grain is right.grain or gap.strip() != "-"
    if isinstance(left, Part) and isinstance(right, Part):
        return True
    return gap.strip() not in ("-", "a", "au") and _is_point(left) and _is_point(right)


def _is_point(meaning: Meaning) -> bool:
    return is_day(meaning) or isinstance(meaning, Calendar)


def _refined(part: Clock, clock: Clock) -> Clock:
    """``samedi soir, 8 heures``: the part of the day tells which half."""
    if not clock.stamp[1:3].isdigit():
        return clock
    hour = int(clock.stamp[1:3])
    if part.stamp in ("TAF", "TEV") and hour < 12 and not (part.stamp == "TEV" and hour < 4):
        return Clock(f"T{hour + 12:02d}{clock.stamp[3:]}")
    if part.stamp == "TNI" and 7 <= hour < 12:
        return Clock(f"T{hour + 12:02d}{clock.stamp[3:]}")
    return clock
