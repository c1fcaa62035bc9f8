"""Days of the week that English counts from now: *this Friday*, *three Fridays from now*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import Grain, add_days, monday_of
from reader.recognition.dates.context import Answer, Context, Tense, against
from reader.recognition.dates.meanings.basis import NO_REFERENCE
from reader.recognition.dates.meanings.nearest import side_of


class OfThisWeek(NamedTuple):
    """*this Friday*: of the current week, or of the next where it is over and the verb looks ahead."""

    weekday: int

    @property
    def is_day(self) -> bool:
        return True

    def resolve(self, context: Context, span: Span) -> Answer:
        base = context.now()
        if base is None:
            return _masked(self.weekday)
        day = monday_of(base.day) + timedelta(days=self.weekday)
        if day < base.day and context.tense_at(span) in (Tense.FUTURE, Tense.COMING):
            day += timedelta(days=7)
        answer = Answer(TimexKind.DATE, day.isoformat(), day, Grain.DAY)
        return against(answer, base, side_of(day, base, Grain.DAY))


@dataclass(frozen=True, slots=True)
class WeekdaysAway:
    """*three Fridays from now*, *two Thursdays ago*."""

    weekday: int
    count: int
    """Negative for the past; today is not counted."""

    @property
    def is_day(self) -> bool:
        return True

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        base = context.now()
        day = self._day(base.day) if base else None
        if base is None or day is None:
            return _masked(self.weekday)
        answer = Answer(TimexKind.DATE, day.isoformat(), day, Grain.DAY)
        return against(answer, base, side_of(day, base, Grain.DAY))

    def _day(self, now: date) -> date | None:
        if self.count > 0:
            return add_days(now, ((self.weekday - now.weekday()) % 7 or 7) + 7 * (self.count - 1))
        return add_days(now, -((now.weekday() - self.weekday) % 7 or 7) + 7 * (self.count + 1))


def _masked(weekday: int) -> Answer:
    return Answer(TimexKind.DATE, f"XXXX-WXX-{weekday + 1}", grain=Grain.DAY, reason=NO_REFERENCE)
