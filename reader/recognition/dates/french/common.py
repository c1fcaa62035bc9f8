"""French: what these builders share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.meanings.basis import Direction

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Match

GRAINS = {
    "semaine": Grain.WEEK,
    "mois": Grain.MONTH,
    "annee": Grain.YEAR,
    "an": Grain.YEAR,
    "jour": Grain.DAY,
    "journee": Grain.DAY,
    "week-end": Grain.WEEKEND,
    "weekend": Grain.WEEKEND,
    "trimestre": Grain.QUARTER,
    "semestre": Grain.HALF,
    "siecle": Grain.CENTURY,
    "decennie": Grain.DECADE,
}
PARTS = ("nuit", "soir", "matin", "matinee", "soiree", "apres-midi", "apres midi", "aprem")
_DIRECTIONS = (
    (r"derni|passe|ecoule", Direction.LAST),
    (r"prochain|a venir|qui vient", Direction.NEXT),
    (r"suiv|qui sui|d'apres", Direction.FOLLOWING),
    (r"prece|qui prece|d'avant", Direction.PRECEDING),
)


def direction_of(match: Match, group: str = "dir") -> Direction | None:
    written = match.get(group)
    for pattern, direction in _DIRECTIONS:
        if written and re.match(pattern, written):
            return direction
    return None


def limit_of(match: Match) -> str | None:
    mod = match.words.tables["limits"].get(match.get("l").strip())
    return mod if isinstance(mod, str) else None
