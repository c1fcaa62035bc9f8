"""So many days, weeks or years from now or from the last date in the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import (
    Grain,
    add_days,
    monday_of,
    moved,
    shown,
)
from reader.recognition.dates.context import Answer, Base, Context, Tense, against
from reader.recognition.dates.meanings.basis import BEYOND, NO_REFERENCE, From, Meaning

_UNIT_NAMES = {
    Grain.CENTURY: "century",
    Grain.DECADE: "decade",
    Grain.YEAR: "year",
    Grain.HALF: "half-year",
    Grain.QUARTER: "quarter",
    Grain.SEASON: "season",
    Grain.MONTH: "month",
    Grain.WEEK: "week",
    Grain.WEEKEND: "weekend",
    Grain.DAY: "day",
    Grain.HOUR: "hour",
    Grain.MINUTE: "minute",
    Grain.SECOND: "second",
}
_MASKS = {
    Grain.CENTURY: "XXXX",
    Grain.DECADE: "XXXX",
    Grain.YEAR: "XXXX",
    Grain.HALF: "XXXX-HX",
    Grain.QUARTER: "XXXX-QX",
    Grain.SEASON: "XXXX",
    Grain.MONTH: "XXXX-XX",
    Grain.WEEK: "XXXX-WXX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.DAY: "XXXX-XX-XX",
    Grain.HOUR: "XXXX-XX-XXTXX",
    Grain.MINUTE: "XXXX-XX-XXTXX:XX",
    Grain.SECOND: "XXXX-XX-XXTXX:XX:XX",
}
_YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}
_AGES = (("GA", 1_000_000_000), ("MA", 1_000_000), ("KA", 1000))
_SECONDS = {Grain.HOUR: 3600, Grain.MINUTE: 60}


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of length *grain*, so many of them away from now or from the last date of the text."""

    grain: Grain
    count: int | None
    """None where the words do not say how many (*quelques*)."""
    start: From = From.NOW
    forward: bool = True
    """The direction where the count is vague."""
    exact: bool = False
    """Counted from the moment, as in *dans deux mois*: to the day where the reference is a moment."""

    named: bool = False
    """Counted from what the next words name, as in *au lendemain du vote*: its day is not told."""

    @property
    def is_day_away(self) -> bool:
        """Whether it is *la veille* or *le lendemain* and so may be followed by its own day."""
        return self.start is From.TEXT and self.grain is Grain.DAY and self.count in (-2, -1, 1, 2)

    def resolve(self, context: Context, span: Span) -> Answer:
        kind = TimexKind.TIME if self.grain.value > Grain.DAY.value else TimexKind.DATE
        if self.named:
            return Answer(
                kind, "", grain=self.grain, reason="not fixed: counted from what the next words name"
            )
        base = self._base(context, span)
        if base is None:
            reason = self._reason(None)
            return Answer(kind, "", grain=self.grain, reason=reason)
        if self.count is None:
            way = "after" if self.forward else "before"
            told = f"not fixed: some {_UNIT_NAMES[self.grain]}s {way} {base.name}"
            return against(Answer(kind, _MASKS[self.grain], grain=self.grain), base, told)
        if self.grain.value > Grain.DAY.value:
            return self._by_clock(context, base, self.count)
        day = moved(base.day, self.grain, self.count)
        if day is None:
            return self._before_the_calendar(base, kind)
        if self.exact and context.has_time and self.start is From.NOW:
            return against(Answer(kind, day.isoformat(), day, Grain.DAY), base, self._reason(base))
        answer = Answer(kind, shown(day, self.grain), first_day(day, self.grain), self.grain)
        return against(answer, base, self._reason(base))

    def _before_the_calendar(self, base: Base, kind: TimexKind) -> Answer:
        """A year before Christ; from ten thousand years ago on TIMEX2's KA, MA and GA."""
        years = -(self.count or 0) * _YEARS.get(self.grain, 0)
        if years < base.day.year:
            return Answer(kind, "", grain=self.grain, reason=BEYOND)
        value = f"BC{years - base.day.year + 1:04d}"
        for letters, scale in _AGES:
            if years >= max(scale, 10_000):
                value = f"{letters}{years / scale:g}"
                break
        return against(Answer(kind, value, grain=self.grain), base, self._reason(base))

    def _base(self, context: Context, span: Span) -> Base | None:
        if self.start is From.NOW:
            return context.now()
        grain = Grain.DAY if self.grain.value > Grain.DAY.value else self.grain
        base = context.last_of_the_story(grain, span) if self.is_day_away else context.last(grain)
        latest = context.last_of_any_grain()
        now = context.now()
        if latest is not None and latest.answer.start is not None and latest.answer.grain is not None:
            vague = latest.answer.grain.value < grain.value
            elsewhere = now is not None and abs(latest.answer.start.year - now.day.year) > 1
            if vague and elsewhere and latest.answer.grain is not Grain.YEAR:
                return None
        return base or now

    def _reason(self, base: Base | None) -> str:
        if base is None:
            return NO_REFERENCE if self.start is From.NOW else "not fixed: no date before it in the text"
        unit = _UNIT_NAMES[self.grain]
        if not self.count:
            return f"the {unit} of {base.name}"
        way = "after" if self.count > 0 else "before"
        if abs(self.count) == 1:
            return f"the {unit} {way} {base.name}"
        return f"{abs(self.count)} {unit}s {way} {base.name}"

    def _by_clock(self, context: Context, base: Base, count: int) -> Answer:
        """Hours, minutes and seconds need a time of day to start from."""
        begin: datetime | None = None
        if self.start is From.NOW or base.answer is None:
            begin = context.reference if context.has_time else None
        elif base.answer.clock[1:3].isdigit():
            begin = datetime.fromisoformat(base.day.isoformat() + base.answer.clock)
        if begin is None and self.grain is Grain.HOUR and count % 24 == 0:
            return replace(self, grain=Grain.DAY, count=count // 24).resolve(context, Span(0, 0))
        if begin is None:
            told = f"not fixed: no time of day is known at {base.name}"
            return against(Answer(TimexKind.TIME, _MASKS[self.grain], grain=self.grain), base, told)
        unit = _SECONDS.get(self.grain, 1)
        moment = begin + timedelta(seconds=unit * count)
        stamp = moment.isoformat(timespec="seconds" if self.grain is Grain.SECOND else "minutes")
        answer = Answer(TimexKind.TIME, stamp, moment.date(), Grain.MINUTE, clock=stamp[10:])
        return against(answer, base, self._reason(base))


RIGHT_NOW = Shift(Grain.MINUTE, 0)
"""The moment of the reference: said only where that is known to the hour."""


def first_day(day: date, grain: Grain) -> date:
    """The day that stands for a stretch when later expressions are reckoned from it."""
    match grain:
        case Grain.WEEK | Grain.WEEKEND:
            return monday_of(day) if grain is Grain.WEEK else monday_of(day) + timedelta(days=5)
        case Grain.MONTH:
            return day.replace(day=1)
        case Grain.YEAR:
            return day.replace(month=1, day=1)
        case _:
            return day


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units up to now or from now on: a duration in an article, an interval in a message."""

    value: str
    grain: Grain
    count: int | None
    forward: bool

    def resolve(self, context: Context, span: Span) -> Answer:
        now = context.now()
        whole = Answer(TimexKind.DURATION, self.value)
        if not context.has_time or now is None or self.count is None:
            return whole
        if self.grain.value > Grain.DAY.value:
            return self._by_clock(context, now, self.count, context.tense_at(span) is Tense.COMING)
        if context.tense_at(span) is Tense.COMING and self.grain is not Grain.DAY:
            return self._whole(now, self.count)
        begin = add_days(now.day, 1) if self.forward else now.day
        end = moved(begin, self.grain, self.count if self.forward else -self.count) if begin else None
        if begin is None or end is None:
            return whole
        first, last = sorted((begin, end))
        answer = Answer(TimexKind.RANGE, f"{first.isoformat()}/{last.isoformat()}")
        return against(answer, now, f"counted from {now.name}")

    def _whole(self, now: Base, count: int) -> Answer:
        """Whole weeks, months or years of the calendar, where no sentence tells a day to count from."""
        ends = [moved(now.day, self.grain, n if self.forward else -n) for n in (1, count)]
        told = [shown(end, self.grain) for end in sorted(end for end in ends if end is not None)]
        return against(Answer(TimexKind.RANGE, "/".join(told)), now, f"whole ones counted from {now.name}")

    def _by_clock(self, context: Context, now: Base, count: int, whole: bool) -> Answer:
        """Hours, minutes or seconds from the moment of the reference, or whole ones of the clock."""
        assert context.reference is not None
        unit, begin = _SECONDS.get(self.grain, 1), context.reference
        if whole:
            begin = begin.replace(minute=0 if self.grain is Grain.HOUR else begin.minute)
        steps = sorted(n if self.forward else -n for n in (int(whole), count))
        exact = "seconds" if self.grain is Grain.SECOND else "minutes"
        ends = [(begin + timedelta(seconds=unit * n)).isoformat(timespec=exact) for n in steps]
        return against(Answer(TimexKind.RANGE, "/".join(ends)), now, f"counted from {now.name}")


class InWeek(NamedTuple):
    """A day of the week in a week that is itself relative: *lundi de la semaine prochaine*."""

    weekday: int
    week: Shift

    def resolve(self, context: Context, span: Span) -> Answer:
        week = self.week.resolve(context, span)
        if week.start is None:
            return week._replace(value=f"XXXX-WXX-{self.weekday + 1}")
        day = monday_of(week.start) + timedelta(days=self.weekday)
        return week._replace(value=day.isoformat(), start=day, grain=Grain.DAY)


@dataclass(frozen=True, slots=True)
class NextTo:
    """The day before or after another expression: *la veille du 13 février*."""

    day: Meaning
    count: int

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.day.resolve(context, span)
        moved_day = add_days(answer.start, self.count) if answer.start else None
        if moved_day is None:
            return answer._replace(value="")
        return answer._replace(value=moved_day.isoformat(), start=moved_day, grain=Grain.DAY)


class WeekOf(NamedTuple):
    """The week a day lies in: *la semaine du 6 octobre*."""

    day: Meaning

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.day.resolve(context, span)
        if answer.start is None:
            return answer._replace(value="XXXX-WXX", grain=Grain.WEEK)
        return answer._replace(
            value=shown(answer.start, Grain.WEEK), start=monday_of(answer.start), grain=Grain.WEEK
        )
