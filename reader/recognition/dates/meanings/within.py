"""A part of a longer stretch that is told beside it: *the first Friday of next month*, *June next year*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import Grain, add_days, add_months, make_day, monday_of, moved, shown
from reader.recognition.dates.context import Answer, Context, against
from reader.recognition.dates.meanings.basis import NO_REFERENCE, Meaning
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.holidays import Holiday
from reader.recognition.dates.meanings.stretches import Part, Season

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}


class PartOf(NamedTuple):
    """The n-th day, weekday, week, weekend, month, quarter or half of a stretch; negative from its end."""

    number: int
    grain: Grain
    whole: Meaning
    weekday: int | None = None

    @property
    def is_day(self) -> bool:
        return self.grain is Grain.DAY

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.whole.resolve(context, span)
        day = self._day(answer.start, answer.grain) if answer.start and answer.grain else None
        if day is None:
            return answer._replace(value="", start=None, grain=self.grain)
        return answer._replace(value=shown(day, self.grain), start=day, grain=self.grain)

    def _day(self, told: date, length: Grain) -> date | None:
        begin = beginning(told, length)
        end = moved(begin, length, 1)
        if end is None or (self.grain is Grain.WEEK and length is Grain.YEAR):
            return self._week_of_year(begin.year)
        if self.grain in _MONTHS:
            return self._inside(add_months(begin if self.number > 0 else end, self._steps()), begin, end)
        starts = {Grain.WEEK: 0, Grain.WEEKEND: 5}.get(self.grain, self.weekday)
        if starts is None:
            return self._inside(
                add_days(begin if self.number > 0 else end, self.number - (self.number > 0)), begin, end
            )
        if self.number > 0:
            first = begin + timedelta(days=(starts - begin.weekday()) % 7)
            return self._inside(add_days(first, 7 * (self.number - 1)), begin, end)
        last = end - timedelta(days={Grain.WEEK: 7, Grain.WEEKEND: 2}.get(self.grain, 1))
        last -= timedelta(days=(last.weekday() - starts) % 7)
        return self._inside(add_days(last, 7 * (self.number + 1)), begin, end)

    def _steps(self) -> int:
        """How many months the part begins after the start of the whole, or before its end."""
        return _MONTHS[self.grain] * (self.number - (self.number > 0))

    def _inside(self, day: date | None, begin: date, end: date) -> date | None:
        return day if day is not None and begin <= day < end else None

    def _week_of_year(self, year: int) -> date | None:
        """ISO weeks: the first holds 4 January, the last 28 December."""
        if self.number > 0:
            monday = add_days(monday_of(date(year, 1, 4)), 7 * (self.number - 1))
        else:
            monday = add_days(monday_of(date(year, 12, 28)), 7 * (self.number + 1))
        return monday if monday and monday.isocalendar()[0] == year else None


def beginning(day: date, grain: Grain) -> date:
    """The first day of the stretch of length *grain* that *day* lies in."""
    match grain:
        case Grain.WEEK:
            return monday_of(day)
        case Grain.MONTH:
            return day.replace(day=1)
        case Grain.QUARTER | Grain.HALF:
            months = _MONTHS[grain]
            return day.replace(month=(day.month - 1) // months * months + 1, day=1)
        case Grain.YEAR:
            return day.replace(month=1, day=1)
        case _:
            return day


Yearly: TypeAlias = Calendar | Season | Part | Holiday


class InYear(NamedTuple):
    """Something of every year, in a year that is itself relative: *June next year*."""

    part: Yearly
    year: Meaning

    @property
    def is_day(self) -> bool:
        return isinstance(self.part, Holiday) or (
            isinstance(self.part, Calendar) and self.part.grain is Grain.DAY
        )

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.year.resolve(context, span)
        if answer.start is None:
            return self.part.resolve(context, span)
        told = self.part._replace(year=answer.start.year).resolve(context, span)
        return told._replace(reason=answer.reason, reference=answer.reference, anchor=answer.anchor)


class InMonth(NamedTuple):
    """A day of a month that is itself relative: *the 20th of next month*; some months have no such day."""

    day: int
    month: Meaning

    @property
    def is_day(self) -> bool:
        return True

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.month.resolve(context, span)
        first = answer.start
        found = make_day(first.year, first.month, self.day) if first else None
        value = found.isoformat() if found else ""
        return answer._replace(value=value, start=found, grain=Grain.DAY)


class RestOf(NamedTuple):
    """From now to the end of the week, month or year."""

    grain: Grain

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        base = context.now()
        if base is None:
            return Answer(TimexKind.RANGE, "", reason=NO_REFERENCE)
        after = moved(beginning(base.day, self.grain), self.grain, 1)
        end = add_days(after, -1) if after else None
        value = f"{base.day.isoformat()}/{end.isoformat()}" if end else ""
        return against(Answer(TimexKind.RANGE, value), base, f"from {base.name} to the end of its stretch")
