"""What is marked on a row: runs of text that look alike, and the signs in the margin.

The marks of a text are flattened once, by one sweep; a row then costs a bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import reduce
from heapq import heappop, heappush
from operator import itemgetter, or_
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.marks import CLAIMS, Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Span


class Look(NamedTuple):
    """How a run of text looks; equal looks are painted alike."""

    roles: int = 0
    """Mask of the roles that hold here."""
    slot: int = 0
    """Colour of the innermost annotation, from 1; 0 outside annotations."""
    depth: int = 0
    """How many annotations lie upon one another here."""

    def has(self, role: Role) -> bool:
        """Whether *role* holds here."""
        return bool(self.roles & role.bit)


PLAIN = Look()


class Run(NamedTuple):
    """A stretch of one row that looks alike."""

    start: int
    end: int
    look: Look


class Margin(NamedTuple):
    """What the margin beside a row says."""

    slot: int = 0
    """Colour of the deepest annotation on the row, from 1; 0 for none."""
    depth: int = 0
    doubtful: bool = False
    note: bool = False
    link: bool = False
    claim: Role | None = None


NO_MARGIN = Margin()
_SIGNS = sum(role.bit for role in (Role.DOUBTFUL, Role.NOTE, Role.LINK, Role.LINK_START, *CLAIMS))
_CLAIMS = sum(role.bit for role in CLAIMS)
_ROLES = tuple(Role)


class Flattened:
    """All marks of a text as one sequence of looks."""

    __slots__ = ("_looks", "_sign_bits", "_sign_starts", "_starts")

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        real = [mark for mark in marks if len(mark.span)]
        self._starts, self._looks = _sweep(real)
        signs = sorted((mark.span.start, mark.role.bit) for mark in real if mark.role.bit & _SIGNS)
        self._sign_starts = [start for start, _ in signs]
        self._sign_bits = [bit for _, bit in signs]

    @classmethod
    def alike(cls, spans: Sequence[Span], role: Role) -> Flattened:
        """Passages of one role without a sign; much quicker than others if they lie one after another."""
        starts, looks, look = [0], [PLAIN], Look(role.bit)
        for span in spans:
            start, end = span.start, span.end
            if start >= end:
                continue
            if start < starts[-1]:
                return cls(Mark(each, role) for each in spans)
            if start == starts[-1]:
                del starts[-1], looks[-1]  # it goes on, or begins at the very start
            if not looks or looks[-1] is PLAIN:
                starts.append(start)
                looks.append(look)
            starts.append(end)
            looks.append(PLAIN)
        found = cls()
        found._starts, found._looks = starts, looks
        return found

    def look_at(self, offset: int) -> Look:
        """How the character at *offset* looks."""
        return self._looks[bisect_right(self._starts, offset) - 1]

    def runs(self, span: Span) -> Iterator[Run]:
        """The runs that fill *span*, in order; none where it is empty."""
        start, index = span.start, bisect_right(self._starts, span.start) - 1
        while start < span.end:
            after = self._starts[index + 1] if index + 1 < len(self._starts) else span.end
            end = min(after, span.end)
            yield Run(start, end, self._looks[index])
            start, index = end, index + 1

    def margin(self, span: Span) -> Margin:
        """What the margin beside a row of that span says.

        Bars stand beside every row of an annotation, other signs where their passage begins.
        """
        if not len(span):
            return self._between(span.start)
        deepest = max((run.look for run in self.runs(span)), key=lambda look: look.depth, default=PLAIN)
        first, last = bisect_left(self._sign_starts, span.start), bisect_left(self._sign_starts, span.end)
        if not deepest.depth and first == last:
            return NO_MARGIN
        signs = Look(reduce(or_, self._sign_bits[first:last], 0))
        claims = (bit for bit in self._sign_bits[first:last] if bit & _CLAIMS)
        return Margin(
            deepest.slot,
            deepest.depth,
            signs.has(Role.DOUBTFUL),
            signs.has(Role.NOTE),
            signs.has(Role.LINK) or signs.has(Role.LINK_START),
            next((_ROLES[bit.bit_length() - 1] for bit in claims), None),
        )

    def _between(self, offset: int) -> Margin:
        """The margin of a row without text: the bar of an annotation that goes on across it."""
        before, after = self.look_at(max(0, offset - 1)), self.look_at(offset)
        if before.depth and after.depth and before.slot == after.slot:
            return Margin(after.slot, min(before.depth, after.depth))
        return NO_MARGIN


class Overlaid:
    """Marks that come and go, laid over marks that stay: neither is flattened because of the other.

    Annotations are among those that stay.
    """

    __slots__ = ("_above", "_below")

    def __init__(self, below: Flattened | Overlaid, above: Flattened) -> None:
        self._below, self._above = below, above

    def look_at(self, offset: int) -> Look:
        """How the character at *offset* looks."""
        return _upon(self._below.look_at(offset), self._above.look_at(offset))

    def runs(self, span: Span) -> Iterator[Run]:
        """The runs that fill *span*, in order; none where it is empty."""
        above = self._above.runs(span)
        over = next(above, None)
        for start, end, look in self._below.runs(span):
            while over is not None and start < end:
                cut = min(end, over.end)
                yield Run(start, cut, _upon(look, over.look))
                start = cut
                if cut == over.end:
                    over = next(above, None)

    def margin(self, span: Span) -> Margin:
        """What the margin beside a row of that span says."""
        margin = self._below.margin(span)
        return margin._replace(link=True) if self._above.margin(span).link else margin


def _upon(below: Look, above: Look) -> Look:
    """*above* over *below*; the current find is no longer one among the others."""
    if not above.roles:
        return below
    dropped = Role.HIT.bit if above.has(Role.CURRENT_HIT) else 0
    return Look((below.roles & ~dropped) | above.roles, below.slot, below.depth)


def _sweep(marks: list[Mark]) -> tuple[list[int], list[Look]]:
    """Where looks change, from 0 on, and the look from there; O(n log n)."""
    opening = sorted(((mark.span.start, mark) for mark in marks), key=itemgetter(0))
    closing = sorted((mark.span.end, mark.role.bit) for mark in marks)
    counts = dict.fromkeys((role.bit for role in Role), 0)
    mask = opened = closed = 0
    annotations: list[tuple[int, int, int]] = []
    starts, looks = [0], [PLAIN]
    while closed < len(closing):
        border = closing[closed][0]
        if opened < len(opening):
            border = min(border, opening[opened][0])
        while closed < len(closing) and closing[closed][0] == border:
            bit = closing[closed][1]
            counts[bit] -= 1
            mask = mask if counts[bit] else mask & ~bit
            closed += 1
        while opened < len(opening) and opening[opened][0] == border:
            span, role, _, slot = opening[opened][1]
            counts[role.bit] += 1
            mask |= role.bit
            if role is Role.ANNOTATION:
                heappush(annotations, (-span.start, span.end, slot))
            opened += 1
        while annotations and annotations[0][1] <= border:
            heappop(annotations)
        look = Look(mask, annotations[0][2] if annotations else 0, counts[Role.ANNOTATION.bit])
        if look != looks[-1]:
            if starts[-1] == border:
                looks[-1] = look
            else:
                starts.append(border)
                looks.append(look)
    return starts, looks
