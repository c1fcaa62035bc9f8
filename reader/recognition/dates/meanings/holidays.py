"""Named days that a rule gives for every year, also by weekday: *Thanksgiving*, *the last Monday of May*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import Grain, add_days, easter, make_day, monday_of, shown
from reader.recognition.dates.context import Answer, Base, Context, Tense, against
from reader.recognition.dates.meanings.basis import NO_REFERENCE, Direction
from reader.recognition.dates.meanings.nearest import choose, side_of

FIRST_EASTER, LAST_EASTER = 1583, 9000


class Holiday(NamedTuple):
    """A named day of the year."""

    rule: tuple[int, ...]
    """Days from Easter; month and day; or month, weekday, which of them (-1 the last) and days after it."""
    year: int | None = None
    direction: Direction | None = None
    weekend: bool = False
    """Whether the weekend beside the day is meant."""

    @property
    def is_day(self) -> bool:
        return not self.weekend

    def day_in(self, year: int) -> date | None:
        """The day in *year*; None where the calendar gives none."""
        match self.rule:
            case (from_easter,):
                return add_days(easter(year), from_easter) if FIRST_EASTER <= year <= LAST_EASTER else None
            case (month, day):
                return make_day(year, month, day)
            case (month, weekday, which, *after):
                return _nth(year, month, weekday, which) + timedelta(days=sum(after))
            case _:
                return None

    def resolve(self, context: Context, span: Span) -> Answer:
        if self.year is not None:
            return self._answer(self.day_in(self.year))._replace(own_year=True)
        base = context.now()
        if base is None:
            value = f"XXXX-{self.rule[0]:02d}-{self.rule[1]:02d}" if len(self.rule) == 2 else ""
            return Answer(TimexKind.DATE, value, grain=Grain.DAY, reason=NO_REFERENCE)
        found = self._chosen(base, context.tense_at(span))
        if found is None:
            return Answer(TimexKind.DATE, "", grain=Grain.DAY, reason="not fixed: no such day")
        return against(self._answer(found), base, side_of(found, base, Grain.DAY))

    def _chosen(self, base: Base, tense: Tense) -> date | None:
        near = [day for n in (-1, 0, 1) if (day := self.day_in(base.day.year + n)) is not None]
        match self.direction:
            case Direction.LAST | Direction.PRECEDING:
                return max((day for day in near if day < base.day), default=None)
            case Direction.NEXT | Direction.FOLLOWING:
                return min((day for day in near if day > base.day), default=None)
            case Direction.THIS:
                return self.day_in(base.day.year)
            case _:
                return choose(near, base.day, tense)

    def _answer(self, day: date | None) -> Answer:
        if day is None:
            return Answer(TimexKind.DATE, f"{self.year:04d}" if self.year else "", grain=Grain.DAY)
        if not self.weekend:
            return Answer(TimexKind.DATE, day.isoformat(), day, Grain.DAY)
        saturday = monday_of(day - timedelta(days=2)) + timedelta(days=5)
        return Answer(TimexKind.DATE, shown(saturday, Grain.WEEKEND), saturday, Grain.WEEKEND)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    """The n-th such weekday of a month; -1 is the last."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-which - 1))
