"""What every meaning has in common: where it is reckoned from, and how to say that nothing fixes it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.recognition.dates.context import Answer, Context

if TYPE_CHECKING:
    from reader.model import Span, TimexKind

NO_REFERENCE = "not fixed: the article has no reference date"
BEYOND = "not fixed: beyond the calendar"


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


class Constant(NamedTuple):
    """A duration or set, whose value needs no reckoning."""

    kind: TimexKind
    value: str
    reason: str = ""

    def resolve(self, context: Context, span: Span) -> Answer:  # noqa: ARG002
        return Answer(self.kind, self.value, reason=self.reason)
