"""Seasons, quarters, decades, centuries, and weeks of a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import (
    Grain,
    add_days,
    add_months,
    make_day,
    season_of,
    season_start,
    shown,
)
from reader.recognition.dates.context import Answer, Context, Tense, against
from reader.recognition.dates.meanings.basis import NO_REFERENCE, Direction

if TYPE_CHECKING:
    from reader.recognition.dates.meanings.dates import Calendar


class Season(NamedTuple):
    """A season, with its year or relative to the reference date."""

    season: str
    year: int | None = None
    direction: Direction | None = None

    def resolve(self, context: Context, span: Span) -> Answer:
        if self.year is not None:
            first = season_start(self.year, self.season)
            return Answer(
                TimexKind.DATE, f"{self.year:04d}-{self.season}", first, Grain.SEASON, own_year=True
            )
        textual = self.direction in (Direction.FOLLOWING, Direction.PRECEDING, Direction.SAME)
        base = (context.last(Grain.SEASON) if textual else None) or context.now()
        if base is None:
            return Answer(TimexKind.DATE, f"XXXX-{self.season}", grain=Grain.SEASON, reason=NO_REFERENCE)
        first = season_start(self._year(base.day, context.tense_at(span)), self.season)
        answer = Answer(TimexKind.DATE, shown(first, Grain.SEASON), first, Grain.SEASON)
        return against(answer, base, f"as seen from {base.name}")

    def _year(self, now: date, tense: Tense) -> int:
        year, season = season_of(now)
        begun = season_start(now.year, self.season) <= now
        match self.direction:
            case Direction.LAST | Direction.PRECEDING:
                latest = now.year if begun else now.year - 1
                return latest - 1 if (year, season) == (latest, self.season) else latest
            case Direction.NEXT | Direction.FOLLOWING:
                return now.year + 1 if begun else now.year
            case Direction.THIS | Direction.SAME:
                return year if self.season in (season, "WI") and now.month < 6 else now.year
            case _ if tense in (Tense.FUTURE, Tense.COMING):
                return now.year + 1 if begun and season != self.season else now.year
            case _ if season == self.season:
                return year
            case _:
                return now.year if begun else now.year - 1


class Part(NamedTuple):
    """A quarter or half of a year."""

    number: int
    grain: Grain
    year: int | None = None

    def resolve(self, context: Context, span: Span) -> Answer:
        letter, months = ("Q", 3) if self.grain is Grain.QUARTER else ("H", 6)
        if self.year is not None:
            first = date(self.year, (self.number - 1) * months + 1, 1)
            value = f"{self.year:04d}-{letter}{self.number}"
            return Answer(TimexKind.DATE, value, first, self.grain, own_year=True)
        base = context.now()
        if base is None:
            value = f"XXXX-{letter}{self.number}"
            return Answer(TimexKind.DATE, value, grain=self.grain, reason=NO_REFERENCE)
        year = base.day.year
        if date(year, (self.number - 1) * months + 1, 1) > base.day:
            year -= context.tense_at(span) not in (Tense.FUTURE, Tense.COMING)
        first = date(year, (self.number - 1) * months + 1, 1)
        answer = Answer(TimexKind.DATE, f"{year:04d}-{letter}{self.number}", first, self.grain)
        return against(answer, base, f"as seen from {base.name}")


class Stretch(NamedTuple):
    """A decade, a century or another stretch with a value of its own."""

    value: str
    first_year: int
    grain: Grain

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        first = make_day(self.first_year, 1, 1)
        return Answer(TimexKind.DATE, self.value, first, self.grain)


class NthOfMonth(NamedTuple):
    """The n-th week, weekend, day or day of the week in a month; -1 is the last."""

    number: int
    grain: Grain
    weekday: int | None
    month: Calendar

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.month.resolve(context, span)
        day = self._day(answer.start) if answer.start else None
        if day is None:
            return answer._replace(value=answer.value if answer.start is None else "", grain=self.grain)
        return answer._replace(value=shown(day, self.grain), start=day, grain=self.grain)

    def _day(self, first: date) -> date | None:
        after = add_months(first, 1)
        if after is None:
            return None
        starts = {Grain.WEEK: 0, Grain.WEEKEND: 5}.get(self.grain, self.weekday)
        if starts is None:
            return add_days(after, -1) if self.number < 0 else make_day(first.year, first.month, self.number)
        begin = first + timedelta(days=(starts - first.weekday()) % 7 + 7 * (self.number - 1))
        if self.number > 0:
            return begin if begin < after else None
        length = {Grain.WEEK: 7, Grain.WEEKEND: 2}.get(self.grain, 1)
        last = after - timedelta(days=length)
        return last - timedelta(days=(last.weekday() - starts) % 7)
