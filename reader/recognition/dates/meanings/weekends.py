"""Weekends: beside a day that is told, or beside today as the verb says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import Grain, add_days, monday_of, shown
from reader.recognition.dates.context import Answer, Context, Tense, against
from reader.recognition.dates.meanings.shifts import Shift

if TYPE_CHECKING:
    from reader.recognition.dates.meanings.basis import Meaning

_TODAY = Shift(Grain.DAY, 0)
_SATURDAY = 5


class WeekendBeside(NamedTuple):
    """The weekend beside a day; beside today the coming one, or the last where the verb looks back."""

    day: Meaning
    this: bool = False
    """Whether the words say *this* one: looking back only from the first half of the week."""

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.day.resolve(context, span)
        if answer.start is None:
            return answer._replace(value="XXXX-WXX-WE", grain=Grain.WEEKEND)
        saturday = _beside(answer.start)
        if self.day == _TODAY:
            saturday = self._around(answer.start, context.tense_at(span))
        answer = answer._replace(value=shown(saturday, Grain.WEEKEND), start=saturday, grain=Grain.WEEKEND)
        base = context.now()
        if self.day != _TODAY or base is None:
            return answer
        side = "before" if saturday < base.day else "after"
        return against(answer._replace(kind=TimexKind.DATE), base, f"the weekend {side} {base.name}")

    def _around(self, now: date, tense: Tense) -> date:
        """A Saturday or Sunday is in its own weekend."""
        coming = monday_of(now) + timedelta(days=_SATURDAY)
        early = now.weekday() < 3
        back = tense is Tense.PAST if not self.this else tense is Tense.PAST and early
        if not self.this and tense is Tense.UNKNOWN and now.weekday() < 2:
            back = True
        if now.weekday() >= _SATURDAY or not back:
            return coming
        return add_days(coming, -7) or coming


def _beside(day: date) -> date:
    """The Saturday of the weekend that holds *day* or is nearest: a Friday's and a Monday's too."""
    return monday_of(add_days(day, -2) or day) + timedelta(days=_SATURDAY)
