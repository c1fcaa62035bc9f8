"""English: what these builders share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.meanings.basis import Direction
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Match

GRAINS = {
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "quarter": Grain.QUARTER,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "weekend": Grain.WEEKEND,
    "week-end": Grain.WEEKEND,
    "day": Grain.DAY,
}
_DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "this past": Direction.LAST,
    "previous": Direction.PRECEDING,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "upcoming": Direction.NEXT,
    "this coming": Direction.NEXT,
    "following": Direction.FOLLOWING,
    "this": Direction.THIS,
    "current": Direction.THIS,
    "that": Direction.SAME,
    "same": Direction.SAME,
    "the same": Direction.SAME,
}


def direction_of(match: Match) -> Direction | None:
    return _DIRECTIONS.get(match.get("dir"))


def stands_alone(match: Match) -> bool:
    """Whether the text says nothing else."""
    return not match.before().strip() and not match.after().strip(" .!?")


def count_of(match: Match, group: str = "n") -> float | None:
    written = match.get(group)
    if written.startswith("a couple"):
        return 2
    return number_of(match.words, written.replace(",", "")) if written else None


def limit_of(match: Match) -> str | None:
    mod = match.words.tables["limits"].get(match.get("l").strip())
    return mod if isinstance(mod, str) else None
