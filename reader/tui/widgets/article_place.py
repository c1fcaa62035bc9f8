"""Which rows of an article are in sight; no widget."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Where: TypeAlias = Literal["nearest", "third"]
"""``nearest`` scrolls as little as may be, ``third`` puts what is out of sight a third down the view."""
CONTEXT_ROWS = 2
"""Rows kept in sight above and below the cursor, where the view is high enough."""


class Standpoint(NamedTuple):
    """Where a reader is in an article, in offsets: it outlives a change of width."""

    cursor: int
    top: int
    """Of the first row in sight."""


def top_for(first: int, last: int, top: int, height: int, where: Where = "nearest") -> int:
    """The top row of a view that shows the rows *first* to *last*; it may lie outside the text."""
    context = min(CONTEXT_ROWS, (height - 1) // 3)
    if where == "third":
        return top if top <= first and last < top + height else first - height // 3
    if last - first >= height - 2 * context:
        return top if top <= first < top + height else first - context
    if first < top + context:
        return first - context
    return max(top, last + context - height + 1)
