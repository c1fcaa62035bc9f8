"""Places of an older text in a newer one: single offsets, where nothing is claimed of words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.anchoring.anchor import aligned

if TYPE_CHECKING:
    from reader.anchoring.alignment import Alignment
    from reader.anchoring.tokens import Tokens


def carried(offset: int, old: str, new: str) -> int:
    """The place in *new* of what stands at *offset* in *old*; where that is gone, of what stood nearest."""
    if old == new:
        return offset
    before, after, alignment = aligned(old, new)
    at = bisect_right(before.starts, offset) - 1
    behind = _matched(alignment, at, step=-1)
    ahead = _matched(alignment, at + 1, step=+1)
    if behind is not None and (behind == at or ahead is None or at - behind <= ahead - at):
        return _in_or_after(offset, behind, before, after, alignment)
    if ahead is not None:
        return after.starts[_match(alignment, ahead)]
    return min(offset, len(new))


def _matched(alignment: Alignment, at: int, step: int) -> int | None:
    """The nearest old token from *at* on that has a match."""
    while 0 <= at < len(alignment.to):
        if alignment.to[at] is not None:
            return at
        at += step
    return None


def _match(alignment: Alignment, at: int) -> int:
    match = alignment.to[at]
    assert match is not None, "only matched tokens are asked for"
    return match


def _in_or_after(offset: int, at: int, old: Tokens, new: Tokens, alignment: Alignment) -> int:
    """The place that answers *offset*, which lies in the old token *at* or somewhere behind it."""
    match = _match(alignment, at)
    start, end = new.starts[match], new.ends[match]
    into = offset - old.starts[at]
    if offset < old.ends[at]:
        return min(start + into, end - 1)
    return min(end + offset - old.ends[at], new.starts[match + 1] if match + 1 < len(new) else end)
