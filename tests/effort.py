"""How much work a function does, counted and not timed: the same on every machine and under any load."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def effort(work: Callable[[], object]) -> int:
    """The calls that *work* makes, of Python's functions and of C's."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def grows_no_faster(work: Callable[[str], object], text: str, times: int = 8) -> bool:
    """Whether *work* on all of *text* takes at most *times* the effort of its first part, and a bit."""
    part = text[: len(text) // times]
    work(part[:500])  # what is made once is made now
    return effort(lambda: work(text)) <= times * effort(lambda: work(part)) * 1.25 + 2000
