"""How two passages may belong together, inferred from their days alone: a first guess for a person."""

from __future__ import annotations

from typing import NamedTuple

SAME_EVENT, UPDATES, PLANNED_HAPPENED = "same-event", "updates", "planned-happened"
"""Those of ``model.RELATIONS`` that days can tell; whether one denies the other they cannot."""


class Told(NamedTuple):
    """What a passage says of days; each ``YYYY-MM-DD``."""

    written: str
    """The day on which it was written; empty where that is unknown."""
    days: frozenset[str]
    """Those it speaks of."""


def relation_of(one: Told, other: Told) -> str:
    """How the two may belong together, in whichever order they are given.

    A day that was still to come for the one and no longer for the other was announced and came;
    another day that both name is the same event's; else the later one tells news. Where
    it is not known which is later, nothing but the event is sure.
    """
    early, late = sorted((one, other))
    shared = one.days & other.days
    if early.written and any(early.written < day <= late.written for day in shared):
        return PLANNED_HAPPENED
    if shared or not early.written or early.written == late.written:
        return SAME_EVENT
    return UPDATES
