"""Any subset of year, month, day and day of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import (
    Grain,
    add_days,
    add_months,
    make_day,
    shown,
)
from reader.recognition.dates.context import Answer, Base, Context, Tense, against
from reader.recognition.dates.meanings.basis import NO_REFERENCE, Direction
from reader.recognition.dates.meanings.nearest import NEAR, choose, month_ahead, side_of

if TYPE_CHECKING:
    from datetime import date


_TOLD_BY_WEEKDAY = 2
"""Years within which a day of the week tells the year; a 29 February alone may lie four years away."""


class Calendar(NamedTuple):
    """Any subset of year, month, day and day of the week (0 is Monday)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: Direction | None = None

    @property
    def grain(self) -> Grain:
        if self.day is not None or self.weekday is not None:
            return Grain.DAY
        return Grain.MONTH if self.month is not None else Grain.YEAR

    def possible(self) -> bool:
        """Whether some calendar has such a day."""
        if self.day is None:
            return self.month is None or 1 <= self.month <= 12
        if not 1 <= self.day <= 31:
            return False
        return self.month is None or make_day(self.year or 2000, self.month, self.day) is not None

    def masked(self) -> str:
        """The value with X for what is not known."""
        if self.month is None and self.day is None and self.weekday is not None:
            return f"XXXX-WXX-{self.weekday + 1}"
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02d}"

    def resolve(self, context: Context, span: Span) -> Answer:
        if self.year is not None:
            first = make_day(self.year, self.month or 1, self.day or 1)
            value = shown(first, self.grain) if first else self.masked()
            return Answer(TimexKind.DATE, value, first, self.grain, own_year=True)
        base = self._base(context)
        if base is None:
            return Answer(TimexKind.DATE, self.masked(), grain=self.grain, reason=NO_REFERENCE)
        beside = self._beside(context, span)
        if beside is not None:
            return beside
        story = context.story_year(span) if self.month is not None and self.direction is None else None
        tense = context.tense_at(span)
        if story is not None and story.answer.start is not None and tense not in (Tense.FUTURE, Tense.COMING):
            year = story.answer.start.year
            found = make_day(year, self.month or 1, self.day or 1)
            told = context.base_of(story)
            if found is not None and told is not None and self._fits_story(found, told.day, base.day):
                answer = Answer(TimexKind.DATE, shown(found, self.grain), found, self.grain)
                return against(answer, told, f"of the year of {told.name}")
        day = self._nearest(base.day, tense)
        if day is None:
            return Answer(TimexKind.DATE, self.masked(), grain=self.grain, reason="not fixed: no such day")
        answer = Answer(TimexKind.DATE, shown(day, self.grain), day, self.grain)
        return against(answer, base, side_of(day, base, self.grain))

    def _fits_story(self, found: date, told: date, now: date) -> bool:
        """A story goes on from its own year, unless the day is one of the last weeks before *now*."""
        if found.year == now.year:
            return False
        this_year = make_day(now.year, self.month or 1, self.day or 1)
        recent = this_year is not None and 0 <= (now - this_year).days <= NEAR
        return not recent and (found >= told.replace(day=1) or found.year < now.year - 1)

    def _beside(self, context: Context, span: Span) -> Answer | None:
        """In *demain mardi* and *samedi et dimanche* the second goes by the first."""
        near = context.neighbour(span) if self.direction is None else None
        if near is None or near[0].answer.start is None:
            return None
        item, gap = near
        told, first = context.base_of(item), item.answer.start
        if told is None or first is None or item.answer.grain is None:
            return None
        if self.weekday is not None and self.day is None and not gap.strip(" ,"):
            if first.weekday() == self.weekday and item.answer.grain.value >= Grain.DAY.value:
                answer = Answer(TimexKind.DATE, first.isoformat(), first, Grain.DAY)
                return against(answer, told, f"the same day as {told.name}")
            return None
        if not gap.startswith((" et ", " and ", " ou ", " or ", ", ")) or item.answer.grain is not self.grain:
            return None
        after = self._nearest(first, Tense.FUTURE)
        longest = {True: 3, False: 190}[self.weekday is not None and self.month is None and self.day is None]
        if after is None or not 0 < (after - first).days <= longest:
            return None
        answer = Answer(TimexKind.DATE, shown(after, self.grain), after, self.grain)
        return against(answer, told, side_of(after, told, self.grain))

    def _base(self, context: Context) -> Base | None:
        if self.direction in (Direction.FOLLOWING, Direction.PRECEDING, Direction.SAME):
            return context.last(self.grain) or context.now()
        return context.now()

    def _nearest(self, now: date, tense: Tense) -> date | None:
        if self.month is None and self.day is None:
            return self._nearest_weekday(now, tense)
        if self.day is None:
            return self._nearest_month(now, tense)
        days, tense = self._days_around(now, self.weekday), self._tense(tense)
        if tense is Tense.FUTURE and all(day < now for day in days):
            days = self._days_around(now, None)
        return choose(days, now, tense)

    def _tense(self, tense: Tense) -> Tense:
        match self.direction:
            case Direction.LAST | Direction.PRECEDING:
                return Tense.PAST
            case Direction.NEXT | Direction.FOLLOWING:
                return Tense.COMING
            case _:
                return tense

    def _nearest_weekday(self, now: date, tense: Tense) -> date | None:
        assert self.weekday is not None
        back = (now.weekday() - self.weekday) % 7
        ahead = (self.weekday - now.weekday()) % 7
        match self.direction:
            case Direction.LAST | Direction.PRECEDING:
                return add_days(now, -(back or 7))
            case Direction.NEXT | Direction.FOLLOWING:
                return add_days(now, ahead or 7)
            case Direction.COMING:
                return add_days(now, ahead)
            case Direction.THIS if tense is Tense.UNKNOWN:
                return add_days(now, -back if back <= ahead else ahead)
            case _ if tense is Tense.COMING:
                return add_days(now, ahead or 7)
            case _:
                return add_days(now, ahead if tense is Tense.FUTURE else -back)

    def _nearest_month(self, now: date, tense: Tense) -> date | None:
        assert self.month is not None
        back = (now.month - self.month) % 12
        ahead = (self.month - now.month) % 12
        first = now.replace(day=1)
        match self.direction:
            case Direction.LAST | Direction.PRECEDING:
                return add_months(first, -(back or 12))
            case Direction.NEXT | Direction.FOLLOWING:
                return add_months(first, ahead or 12)
            case Direction.THIS:
                return add_months(first, -back if back <= ahead else ahead)
            case _:
                return add_months(first, ahead if month_ahead(tense, back, ahead) else -back)

    def _days_around(self, now: date, weekday: int | None) -> list[date]:
        """The days of the years or months around *now* that fit, in order."""
        assert self.day is not None
        found: list[date | None] = []
        if self.month is not None:
            reach = 4 if weekday is None else _TOLD_BY_WEEKDAY
            found = [make_day(now.year + n, self.month, self.day) for n in range(-reach, reach + 1)]
        else:
            months = (add_months(now.replace(day=1), n) for n in range(-13, 14))
            found = [make_day(m.year, m.month, self.day) for m in months if m is not None]
        days = [d for d in found if d is not None]
        told = [d for d in days if d.weekday() == weekday and abs((d - now).days) <= NEAR]
        if told:
            return told
        if weekday is None or any(abs((d - now).days) <= NEAR for d in days if self.month is not None):
            return days
        return [d for d in days if d.weekday() == weekday] or days
