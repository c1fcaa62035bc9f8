"""Very long lines cut into blocks that can be looked at alone: between sentences, else between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 16_384
"""Characters of a block."""
MARGIN = 4_096
"""Characters at the end of a block in which the last sentence begins, if it is one."""


def blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``text[start:end]`` in blocks without gaps."""
    while end - start > LONGEST:
        border = _border(text, start + LONGEST)
        yield start, border
        start = border
    yield start, end


def _border(text: str, limit: int) -> int:
    """The start of the last sentence or word in the ``MARGIN`` before *limit*; without any, *limit*."""
    margin = limit - MARGIN
    begun = [start for start, _ in sentences(text, margin, limit) if start > margin + MARGIN // 8]
    if begun:
        return begun[-1]
    for at in range(limit, margin, -1):
        if text[at - 1].isspace():
            return at
    return limit
