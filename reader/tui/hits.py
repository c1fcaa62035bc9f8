"""What was found in the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.model import Span


class Hits(NamedTuple):
    """Where the sought words stand in the open article, and which is the current one."""

    query: str = ""
    spans: tuple[Span, ...] = ()
    current: int = 0

    def __bool__(self) -> bool:
        return bool(self.query)

    @property
    def words(self) -> str:
        """``3/12``; empty where nothing was sought."""
        if self.spans:
            return f"{self.current + 1}/{len(self.spans)}"
        return "no find" if self else ""

    def nearest(self, offset: int, *, forward: bool) -> int:
        """The index of the first hit after (or before) *offset*, round the end if need be."""
        if forward:
            return next((i for i, span in enumerate(self.spans) if span.start > offset), 0)
        before = [i for i, span in enumerate(self.spans) if span.start < offset]
        return before[-1] if before else len(self.spans) - 1
