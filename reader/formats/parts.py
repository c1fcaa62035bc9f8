"""What an export can be asked to include."""

from __future__ import annotations

from enum import Enum

from reader.errors import UsageError


class Part(Enum):
    """What can be asked for with ``--include``, in the order of an export."""

    ARTICLES = "articles"
    TAGS = "tags"
    ANNOTATIONS = "annotations"
    LINKS = "links"
    DECISIONS = "decisions"
    MENTIONS = "mentions"
    DATES = "dates"
    CLAIMS = "claims"


DEFAULT_PARTS = frozenset({Part.ANNOTATIONS, Part.LINKS})
RECOGNISED_PARTS = frozenset({Part.MENTIONS, Part.DATES, Part.CLAIMS})
"""The parts for which every article must be recognised."""


def parts_of(names: str) -> frozenset[Part]:
    """The parts in a list such as ``annotations,links``.

    Raises UsageError naming one that does not exist.
    """
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    known = {part.value: part for part in Part}
    for name in wanted:
        if name not in known:
            raise UsageError(f"“{name}” cannot be included. There are {', '.join(known)}.")
    if not wanted:
        raise UsageError(f"Nothing to include was named. There are {', '.join(known)}.")
    return frozenset(known[name] for name in wanted)
