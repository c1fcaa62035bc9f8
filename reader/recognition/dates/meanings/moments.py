"""Times of day, days with a time of day, nights, and intervals."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import (
    Grain,
    shown,
)
from reader.recognition.dates.context import Answer, Base, Context, Tense, against
from reader.recognition.dates.meanings.basis import NO_REFERENCE, Meaning
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.shifts import InWeek, NextTo, Shift


class Clock(NamedTuple):
    """A time of day: hours and minutes, or TIMEX3's TMO, TAF, TEV, TNI."""

    stamp: str
    """``T22:00`` or ``TEV``."""

    def resolve(self, context: Context, span: Span) -> Answer:
        base = self._day(context, span)
        if base is None:
            value = self.stamp
            return Answer(TimexKind.TIME, value, grain=Grain.MINUTE, clock=self.stamp, reason=NO_REFERENCE)
        if self._is_over(context, span):
            base = base._replace(day=base.day + timedelta(days=1))
        value = base.day.isoformat() + self.stamp
        answer = Answer(TimexKind.TIME, value, base.day, Grain.MINUTE, clock=self.stamp)
        return against(answer, base, f"on the day of {base.name}")

    def _is_over(self, context: Context, span: Span) -> bool:
        """Whether an appointment told by its hour alone can only be tomorrow's."""
        if not context.has_time or context.reference is None or not self.stamp[1:3].isdigit():
            return False
        now = f"T{context.reference:%H:%M}"
        return self.stamp < now and not context.earlier and context.tense_at(span) is Tense.COMING

    def _day(self, context: Context, span: Span) -> Base | None:
        """The last day told, while the story goes on in the past; else the article's own."""
        told, now = context.last(Grain.DAY), context.now()
        if told is None or now is None or told.span is None:
            return told or now
        between = context.text[told.span.end : span.start]
        if len(between) < 300 and not any(c in ".!?\n" for c in between):
            return told
        if context.tense_at(span) is not Tense.PAST:
            return now
        return context.last(Grain.DAY, after=now.day - timedelta(days=60), before=now.day) or now


class Moment(NamedTuple):
    """A day together with a time of day."""

    day: Meaning
    clock: Clock

    def resolve(self, context: Context, span: Span) -> Answer:
        day = self.day.resolve(context, span)
        value = (day.value or "XXXX-XX-XX") + self.clock.stamp
        return day._replace(kind=TimexKind.TIME, value=value, grain=Grain.MINUTE, clock=self.clock.stamp)


class Interval(NamedTuple):
    """From one point to another; what the second says, the first need not repeat."""

    first: Meaning
    second: Meaning

    def resolve(self, context: Context, span: Span) -> Answer:
        first, second = self._aligned()
        begin = first.resolve(context, span)
        if isinstance(second, Clock):
            return begin._replace(kind=TimexKind.RANGE, value=f"{begin.value}/{_ending(begin, second.stamp)}")
        end = second.resolve(context, span)
        if isinstance(second, Calendar) and second.year is None and begin.start is not None:
            after = second._nearest(begin.start, Tense.FUTURE)  # noqa: SLF001
            if after is not None:
                end = end._replace(value=shown(after, second.grain), start=after)
        return begin._replace(
            kind=TimexKind.RANGE,
            value=f"{begin.value}/{end.value}",
            start=end.start or begin.start,
            own_year=begin.own_year or end.own_year,
        )

    def _aligned(self) -> tuple[Meaning, Meaning]:
        """The first with the year and month it leaves to the second."""
        first, second = self.first, self.second
        if not isinstance(first, Calendar) or not isinstance(second, Calendar):
            return first, second
        month = first.month
        if month is None and first.day is not None:
            month = second.month
        year = first.year
        if year is None and second.year is not None and month is not None:
            year = second.year - ((month, first.day or 0) > (second.month or 12, second.day or 31))
        if second.year is None and first.year is not None and second.month is not None:
            later = (second.month, second.day or 31) < (month or 1, first.day or 0)
            second = second._replace(year=first.year + later)
        return first._replace(month=month, year=year), second


def _ending(begin: Answer, stamp: str) -> str:
    """Where an interval of hours ends: *22 h à 4 h* on the next day, *10 h à 4 h* in the afternoon."""
    if begin.start is None:
        return begin.value.partition("T")[0] + stamp
    day = begin.start
    if stamp[1:3].isdigit() and begin.clock[1:3].isdigit() and stamp < begin.clock:
        if begin.clock < "T12":
            stamp = f"T{int(stamp[1:3]) + 12:02d}{stamp[3:]}"
        else:
            day += timedelta(days=1)
    return day.isoformat() + stamp


class Night(NamedTuple):
    """A night, labelled by the day of its evening."""

    evening: Meaning

    def resolve(self, context: Context, span: Span) -> Answer:
        return Moment(self.evening, Clock("TNI")).resolve(context, span)


DAYS = (Calendar, InWeek, NextTo)
"""The meanings that can be a single day."""


def is_day(meaning: Meaning) -> bool:
    """Whether a time of day can be joined to it."""
    if isinstance(meaning, Calendar):
        return meaning.grain is Grain.DAY
    if isinstance(meaning, Shift):
        return meaning.grain is Grain.DAY
    return isinstance(meaning, DAYS) or bool(getattr(meaning, "is_day", False))
