"""What the words of an expression say, before they are reckoned against anything.

Each meaning resolves itself in a context into an answer with a TIMEX3 value and
the way it was reached in plain words. Nothing here knows a language.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Protocol

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import (
    Grain,
    add_days,
    add_months,
    easter,
    make_day,
    monday_of,
    moved,
    season_of,
    season_start,
    shown,
)
from reader.recognition.dates.context import Answer, Base, Context, Tense, against

NO_REFERENCE = "not fixed: the article has no reference date"
_NEAR = 45
"""Days within which a date is taken although its day of the week is wrong: a slip of the pen."""
_FAR = 300
"""Days beyond which a date without a year is rather taken on the other side of the reference date."""


class Direction(Enum):
    """Which one is meant: last, this, next, or the one after the last date in the text."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    FOLLOWING = "following"
    PRECEDING = "preceding"
    SAME = "same"
    COMING = "coming"


class From(Enum):
    """What a relative expression is reckoned from."""

    NOW = "now"
    TEXT = "text"


class Meaning(Protocol):
    """What every meaning can do."""

    def resolve(self, context: Context, span: Span) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Constant:
    """A duration or set, whose value needs no reckoning."""

    kind: TimexKind
    value: str
    reason: str = ""

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        return Answer(self.kind, self.value, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Calendar:
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
        return against(answer, base, _side(day, base, self.grain))

    def _fits_story(self, found: date, told: date, now: date) -> bool:
        """A story goes on from its own year, unless the day is one of the last weeks before *now*."""
        if found.year == now.year:
            return False
        this_year = make_day(now.year, self.month or 1, self.day or 1)
        recent = this_year is not None and 0 <= (now - this_year).days <= _NEAR
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
        return against(answer, told, _side(after, told, self.grain))

    def _base(self, context: Context) -> Base | None:
        if self.direction in (Direction.FOLLOWING, Direction.PRECEDING, Direction.SAME):
            return context.last(self.grain) or context.now()
        return context.now()

    def _nearest(self, now: date, tense: Tense) -> date | None:
        if self.month is None and self.day is None:
            return self._nearest_weekday(now, tense)
        if self.day is None:
            return self._nearest_month(now, tense)
        return _choose(self._days_around(now), now, self._tense(tense))

    def _tense(self, tense: Tense) -> Tense:
        match self.direction:
            case Direction.LAST | Direction.PRECEDING:
                return Tense.PAST
            case Direction.NEXT | Direction.FOLLOWING:
                return Tense.FUTURE
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
                return add_months(first, ahead if _month_ahead(tense, back, ahead) else -back)

    def _days_around(self, now: date) -> list[date]:
        """The days of the years or months around *now* that fit, in order."""
        assert self.day is not None
        found: list[date | None] = []
        if self.month is not None:
            found = [make_day(now.year + n, self.month, self.day) for n in range(-4, 5)]
        else:
            months = (add_months(now.replace(day=1), n) for n in range(-13, 14))
            found = [make_day(m.year, m.month, self.day) for m in months if m is not None]
        days = [d for d in found if d is not None]
        if self.weekday is None or any(abs((d - now).days) <= _NEAR for d in days if self.month is not None):
            return days
        return [d for d in days if d.weekday() == self.weekday] or days


def _month_ahead(tense: Tense, back: int, ahead: int) -> bool:
    if tense in (Tense.FUTURE, Tense.COMING):
        return True
    return tense is Tense.UNKNOWN and ahead < back - 3


def _choose(days: list[date], now: date, tense: Tense) -> date | None:
    """The day that the tense asks for, unless it is much farther off than the other way."""
    before = max((d for d in days if d <= now), default=None)
    after = min((d for d in days if d >= now), default=None)
    if before is None or after is None:
        return before or after
    back, ahead = (now - before).days, (after - now).days
    if tense is Tense.COMING:
        return after
    if tense is Tense.FUTURE:
        return before if ahead > _FAR and back < 60 else after
    if tense is Tense.PAST:
        return after if back > _FAR and ahead < 60 else before
    return before if back <= ahead else after


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _side(day: date, base: Base, grain: Grain) -> str:
    """How a date without its year stands to what it was reckoned from."""
    if day == base.day and grain is Grain.DAY:
        return f"the same day as {base.name}"
    side = "before" if day < base.day else "after"
    what = _DAYS[day.weekday()] if grain is Grain.DAY else "one"
    if grain is Grain.MONTH and (day.year, day.month) == (base.day.year, base.day.month):
        return f"the month of {base.name}"
    return f"the {what} {side} {base.name}"


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

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        kind = TimexKind.TIME if self.grain.value > Grain.DAY.value else TimexKind.DATE
        base = self._base(context)
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
            return Answer(kind, "", grain=self.grain, reason="not fixed: beyond the calendar")
        if self.exact and context.has_time and self.start is From.NOW:
            return against(Answer(kind, day.isoformat(), day, Grain.DAY), base, self._reason(base))
        answer = Answer(kind, shown(day, self.grain), _first(day, self.grain), self.grain)
        return against(answer, base, self._reason(base))

    def _base(self, context: Context) -> Base | None:
        if self.start is From.NOW:
            return context.now()
        grain = Grain.DAY if self.grain.value > Grain.DAY.value else self.grain
        base = context.last(grain)
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
        if begin is None:
            told = f"not fixed: no time of day is known at {base.name}"
            return against(Answer(TimexKind.TIME, _MASKS[self.grain], grain=self.grain), base, told)
        unit = {Grain.HOUR: 3600, Grain.MINUTE: 60}.get(self.grain, 1)
        moment = begin + timedelta(seconds=unit * count)
        stamp = moment.isoformat(timespec="seconds" if self.grain is Grain.SECOND else "minutes")
        answer = Answer(TimexKind.TIME, stamp, moment.date(), Grain.MINUTE, clock=stamp[10:])
        return against(answer, base, self._reason(base))


def _first(day: date, grain: Grain) -> date:
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

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        now = context.now()
        whole = Answer(TimexKind.DURATION, self.value)
        if not context.has_time or now is None or self.count is None or self.grain.value > Grain.DAY.value:
            return whole
        begin = add_days(now.day, 1) if self.forward else now.day
        end = moved(begin, self.grain, self.count if self.forward else -self.count) if begin else None
        if begin is None or end is None:
            return whole
        first, last = sorted((begin, end))
        answer = Answer(TimexKind.RANGE, f"{first.isoformat()}/{last.isoformat()}")
        return against(answer, now, f"counted from {now.name}")


@dataclass(frozen=True, slots=True)
class InWeek:
    """A day of the week in a week that is itself relative: *lundi de la semaine prochaine*."""

    weekday: int
    week: Shift

    def resolve(self, context: Context, span: Span) -> Answer:
        week = self.week.resolve(context, span)
        if week.start is None:
            return replace(week, value=f"XXXX-WXX-{self.weekday + 1}")
        day = monday_of(week.start) + timedelta(days=self.weekday)
        return replace(week, value=day.isoformat(), start=day, grain=Grain.DAY)


@dataclass(frozen=True, slots=True)
class Season:
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


@dataclass(frozen=True, slots=True)
class Part:
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A decade, a century or another stretch with a value of its own."""

    value: str
    first_year: int
    grain: Grain

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        first = make_day(self.first_year, 1, 1)
        return Answer(TimexKind.DATE, self.value, first, self.grain)


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day of the year: a fixed one by month and day, a movable one by days from Easter."""

    month: int
    day: int
    from_easter: int | None = None
    year: int | None = None

    def _in(self, year: int) -> date | None:
        if self.from_easter is not None:
            return add_days(easter(year), self.from_easter) if 1583 <= year <= 9000 else None
        return make_day(year, self.month, self.day)

    def resolve(self, context: Context, span: Span) -> Answer:
        if self.year is not None:
            day = self._in(self.year)
            value = day.isoformat() if day else f"{self.year:04d}"
            return Answer(TimexKind.DATE, value, day, Grain.DAY, own_year=True)
        base = context.now()
        if base is None:
            value = f"XXXX-{self.month:02d}-{self.day:02d}" if self.from_easter is None else ""
            return Answer(TimexKind.DATE, value, grain=Grain.DAY, reason=NO_REFERENCE)
        near = [self._in(base.day.year + n) for n in (-1, 0, 1)]
        found = _choose([d for d in near if d], base.day, context.tense_at(span))
        if found is None:
            return Answer(TimexKind.DATE, "", grain=Grain.DAY, reason="not fixed: no such day")
        answer = Answer(TimexKind.DATE, found.isoformat(), found, Grain.DAY)
        return against(answer, base, _side(found, base, Grain.DAY))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hours and minutes, or TIMEX3's TMO, TAF, TEV, TNI."""

    stamp: str
    """``T22:00`` or ``TEV``."""

    def resolve(self, context: Context, span: Span) -> Answer:
        base = self._day(context, span)
        if base is None:
            value = self.stamp
            return Answer(TimexKind.TIME, value, grain=Grain.MINUTE, clock=self.stamp, reason=NO_REFERENCE)
        value = base.day.isoformat() + self.stamp
        answer = Answer(TimexKind.TIME, value, base.day, Grain.MINUTE, clock=self.stamp)
        return against(answer, base, f"on the day of {base.name}")

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


@dataclass(frozen=True, slots=True)
class Moment:
    """A day together with a time of day."""

    day: Meaning
    clock: Clock

    def resolve(self, context: Context, span: Span) -> Answer:
        day = self.day.resolve(context, span)
        value = (day.value or "XXXX-XX-XX") + self.clock.stamp
        return replace(day, kind=TimexKind.TIME, value=value, grain=Grain.MINUTE, clock=self.clock.stamp)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another; what the second says, the first need not repeat."""

    first: Meaning
    second: Meaning

    def resolve(self, context: Context, span: Span) -> Answer:
        first, second = self._aligned()
        begin = first.resolve(context, span)
        if isinstance(second, Clock) and begin.start is not None:
            value = begin.start.isoformat() + second.stamp
            return replace(begin, kind=TimexKind.RANGE, value=f"{begin.value}/{value}")
        end = second.resolve(context, span)
        if isinstance(second, Calendar) and second.year is None and begin.start is not None:
            after = second._nearest(begin.start, Tense.FUTURE)  # noqa: SLF001
            if after is not None:
                end = replace(end, value=shown(after, second.grain), start=after)
        return replace(
            begin,
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
            second = replace(second, year=first.year + later)
        return replace(first, month=month, year=year), second


@dataclass(frozen=True, slots=True)
class Night:
    """A night, labelled by the day of its evening."""

    evening: Meaning

    def resolve(self, context: Context, span: Span) -> Answer:
        return Moment(self.evening, Clock("TNI")).resolve(context, span)


@dataclass(frozen=True, slots=True)
class NextTo:
    """The day before or after another expression: *la veille du 13 février*."""

    day: Meaning
    count: int

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.day.resolve(context, span)
        moved_day = add_days(answer.start, self.count) if answer.start else None
        if moved_day is None:
            return replace(answer, value="")
        return replace(answer, value=moved_day.isoformat(), start=moved_day, grain=Grain.DAY)


@dataclass(frozen=True, slots=True)
class NthOfMonth:
    """The n-th week, weekend, day or day of the week in a month; -1 is the last."""

    number: int
    grain: Grain
    weekday: int | None
    month: Calendar

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.month.resolve(context, span)
        day = self._day(answer.start) if answer.start else None
        if day is None:
            return replace(answer, value=answer.value if answer.start is None else "", grain=self.grain)
        return replace(answer, value=shown(day, self.grain), start=day, grain=self.grain)

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


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week a day lies in: *la semaine du 6 octobre*."""

    day: Meaning

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.day.resolve(context, span)
        if answer.start is None:
            return replace(answer, value="XXXX-WXX", grain=Grain.WEEK)
        return replace(
            answer, value=shown(answer.start, Grain.WEEK), start=monday_of(answer.start), grain=Grain.WEEK
        )


DAYS = (Calendar, Feast, InWeek, NextTo)
"""The meanings that can be a single day."""


def is_day(meaning: Meaning) -> bool:
    """Whether a time of day can be joined to it."""
    if isinstance(meaning, Calendar):
        return meaning.grain is Grain.DAY
    if isinstance(meaning, Shift):
        return meaning.grain is Grain.DAY
    return isinstance(meaning, DAYS)
