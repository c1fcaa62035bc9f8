"""Away from now or from a told day by several units at once: *2 years, 1 month and 21 days ago*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from reader.model import Span, TimexKind
from reader.recognition.dates.calendar import Grain, add_days, moved, shown
from reader.recognition.dates.context import Answer, Base, Context, against
from reader.recognition.dates.meanings.basis import BEYOND, NO_REFERENCE, From, Meaning
from reader.recognition.dates.meanings.shifts import Shift

_SECONDS = {Grain.HOUR: 3600, Grain.MINUTE: 60, Grain.SECOND: 1}


class Steps(NamedTuple):
    """Several counted units, all the same way, from now or from the last date of the text."""

    parts: tuple[tuple[Grain, int], ...]
    """Grain and signed count, coarse to fine."""
    start: From = From.NOW

    @property
    def is_day(self) -> bool:
        return self.parts[-1][0] is Grain.DAY

    def resolve(self, context: Context, span: Span) -> Answer:
        grain = self.parts[-1][0]
        if all(one.value > Grain.DAY.value for one, _ in self.parts):
            seconds = sum(_SECONDS[one] * count for one, count in self.parts)
            unit = Grain.SECOND if grain is Grain.SECOND else Grain.MINUTE
            return Shift(unit, seconds // _SECONDS[unit], self.start, seconds > 0, True).resolve(
                context, span
            )
        base = context.now() if self.start is From.NOW else context.last(Grain.DAY) or context.now()
        if base is None:
            return Answer(TimexKind.DATE, "", grain=grain, reason=NO_REFERENCE)
        day = _walked(base.day, self.parts)
        if day is None:
            return Answer(TimexKind.DATE, "", grain=grain, reason=BEYOND)
        return against(self._answer(context, base, day), base, f"counted from {base.name}")

    def _answer(self, context: Context, base: Base, day: date) -> Answer:
        grain, seconds = self.parts[-1][0], sum(_SECONDS.get(one, 0) * count for one, count in self.parts)
        if seconds and self.start is From.NOW and context.has_time and context.reference is not None:
            at = datetime.combine(day, context.reference.time()) + timedelta(seconds=seconds)
            stamp = at.isoformat(timespec="seconds" if grain is Grain.SECOND else "minutes")
            return Answer(TimexKind.TIME, stamp, at.date(), Grain.MINUTE, clock=stamp[10:])
        exact = seconds or (context.has_time and self.start is From.NOW) or base.answer is not None
        told = Grain.DAY if exact else grain
        return Answer(TimexKind.DATE, shown(day, told), day, told)


@dataclass(frozen=True, slots=True)
class Beyond:
    """So long after or before another expression: *two weeks after Christmas*, *three days from Tuesday*."""

    day: Meaning
    grain: Grain
    count: int

    @property
    def is_day(self) -> bool:
        return True

    def resolve(self, context: Context, span: Span) -> Answer:
        answer = self.day.resolve(context, span)
        day = moved(answer.start, self.grain, self.count) if answer.start else None
        if day is None:
            return answer._replace(value="", start=None)
        told = Grain.DAY if answer.grain is None or answer.grain.value >= Grain.DAY.value else answer.grain
        return answer._replace(value=shown(day, told), start=day, grain=told)


def _walked(day: date, parts: tuple[tuple[Grain, int], ...]) -> date | None:
    """*day* moved by each of the parts that are a day or longer."""
    found: date | None = day
    for grain, count in parts:
        if found is not None and grain.value <= Grain.DAY.value:
            found = moved(found, grain, count) if grain is not Grain.DAY else add_days(found, count)
    return found
