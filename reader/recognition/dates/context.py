"""What an expression is reckoned against: the reference date, the dates before it, the tense around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.dates.calendar import Grain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from reader.model import Span, TimexKind

SENTENCE = 160
"""How far a clause may reach, in characters."""
_FLASHBACK = r"(?:\b(?:dont|qui|que|où|who|which)\b|\bqu['’])[^.;:!?\n]*\b(?:avai(?:en)?t|had)\b[^.;:!?\n]*$"
REMEMBERED = 40
"""How many earlier expressions are looked at for an anchor; keeps long texts linear."""


class Tense(Enum):
    """Which way the verb around an expression points."""

    PAST = "past"
    FUTURE = "future"
    COMING = "coming"
    """A bare phrase without a sentence: the next one that is not today."""
    UNKNOWN = "unknown"


class Answer(NamedTuple):
    """What an expression turned out to mean."""

    kind: TimexKind
    value: str
    start: date | None = None
    """The first day of it, where it is fixed."""
    grain: Grain | None = None
    clock: str = ""
    """``T22:00`` or ``TEV`` where it says a time of day."""
    own_year: bool = False
    """Whether its words name the year."""
    reason: str = ""
    reference: str | None = None
    anchor: Span | None = None


class Earlier(NamedTuple):
    """An expression that was resolved before."""

    span: Span
    answer: Answer


class Base(NamedTuple):
    """A point that others are reckoned from, and how to name it to a person."""

    day: date
    name: str
    span: Span | None
    answer: Answer | None = None


@dataclass(slots=True)
class Context:
    """Grows as a text is read from its start."""

    text: str
    reference: datetime | None
    reference_span: Span | None
    has_time: bool
    """Whether the reference says the hour too."""
    tense_at: Callable[[Span], Tense]
    earlier: list[Earlier] = field(default_factory=list)
    _line_starts: list[int] = field(default_factory=list)

    def line_of(self, offset: int) -> int:
        """The number of a line, from 1."""
        if not self._line_starts:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._line_starts = starts
        return bisect_right(self._line_starts, offset)

    def now(self) -> Base | None:
        """The article's own date."""
        if self.reference is None:
            return None
        day = self.reference.date()
        return Base(day, f"the article's date {day.isoformat()}", self.reference_span)

    def last(self, grain: Grain, after: date | None = None, before: date | None = None) -> Base | None:
        """The latest told date that is at least as exact as *grain* and lies between two days, if given."""
        for item in reversed(self.earlier[-REMEMBERED:]):
            answer = item.answer
            if answer.start is None or answer.grain is None or answer.grain.value < grain.value:
                continue
            if (after and answer.start < after) or (before and answer.start > before):
                continue
            return self.base_of(item)
        return None

    def last_of_the_story(self, grain: Grain, span: Span) -> Base | None:
        """The latest date as `last`, but none that a relative clause tells of an earlier past."""
        for item in reversed(self.earlier[-REMEMBERED:]):
            answer = item.answer
            if answer.start is None or answer.grain is None or answer.grain.value < grain.value:
                continue
            if not self._is_background(item.span, span):
                return self.base_of(item)
        return self.last(grain)

    def _is_background(self, told: Span, span: Span) -> bool:
        """*…dont il avait été victime le 26.* stands behind the story once its sentence is over."""
        between = self.text[told.end : min(span.start, told.end + SENTENCE)]
        if not any(mark in between for mark in (". ", ".\n", "! ", "? ")):
            return False
        return re.search(_FLASHBACK, self.text[max(0, told.start - SENTENCE) : told.start]) is not None

    def last_of_any_grain(self) -> Earlier | None:
        """The latest date before this point, however vague."""
        for item in reversed(self.earlier[-REMEMBERED:]):
            if item.answer.start is not None:
                return item
        return None

    def base_of(self, item: Earlier) -> Base | None:
        """An earlier expression as something to reckon from."""
        if item.answer.start is None:
            return None
        words = " ".join(item.span.of(self.text).split())
        return Base(
            item.answer.start, f"{words} (line {self.line_of(item.span.start)})", item.span, item.answer
        )

    def story_year(self, span: Span) -> Earlier | None:
        """A date of the same paragraph whose own words name a year, latest first."""
        line = self.line_of(span.start)
        for item in reversed(self.earlier[-REMEMBERED:]):
            if self.line_of(item.span.start) != line:
                return None
            if item.answer.own_year and item.answer.start is not None:
                sentence_apart = any(c in ".!?;)" for c in self.text[item.span.end : span.start])
                if item.answer.grain is Grain.YEAR and sentence_apart:
                    continue
                return item
        return None

    def neighbour(self, span: Span) -> tuple[Earlier, str] | None:
        """The expression just before, with what stands between, where that is only a few letters."""
        if not self.earlier:
            return None
        item = self.earlier[-1]
        gap = self.text[item.span.end : span.start]
        return (item, gap) if len(gap) <= 8 and "\n" not in gap else None

    def remember(self, span: Span, answer: Answer) -> None:
        """Let later expressions be reckoned from this one."""
        self.earlier.append(Earlier(span, answer))


def against(answer: Answer, base: Base, reason: str) -> Answer:
    """*answer* with the point it was reckoned from."""
    return answer._replace(reason=reason, reference=base.day.isoformat(), anchor=base.span)
