"""What is marked in one text, layer over layer: marks that stay, finds, and marks that go soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.marks import Mark, Marks, Role, as_marks
from reader.layout.rows import Flattened, Overlaid
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NOT_STOPS = frozenset({Role.HEADING, Role.CUE})


class Layers:
    """The marks on a text; a stretch of it costs only the marks that stand there, however many there are."""

    def __init__(self, headings: Iterable[Span] = ()) -> None:
        self._headings = as_marks(Mark(span, Role.HEADING) for span in headings)
        self.lasting: Marks = as_marks(())
        """The marks that stay."""
        self._hits: Sequence[Span] = ()
        self._hit = Flattened()
        self._passing: tuple[Mark, ...] = ()
        self._passed = Flattened()

    def set_passing(self, hits: Sequence[Span], marks: Iterable[Mark] = ()) -> bool:
        """Lay finds and marks that go soon over the others; whether that is a change."""
        passing = tuple(marks)
        if hits is self._hits and passing == self._passing:
            return False
        if hits is not self._hits:
            self._hits, self._hit = hits, Flattened.alike(hits, Role.HIT)
        if passing != self._passing:
            self._passing, self._passed = passing, Flattened(passing)
        return True

    def on(self, span: Span) -> Flattened | Overlaid:
        """What is marked on a row of that span, and right before and behind it."""
        around = Span(max(span.start - 1, 0), span.end + 1)
        found: Flattened | Overlaid
        found = Flattened([*self._headings.touching(around), *self.lasting.touching(around)])
        if self._hits:
            found = Overlaid(found, self._hit)
        if self._passing:
            found = Overlaid(found, self._passed)
        return found

    def passages_at(self, offset: int) -> list[Span]:
        """The mentions and annotations on the letter at *offset*."""
        marks = self.lasting.touching(Span(offset, offset))
        return [mark.span for mark in marks if mark.role not in _NOT_STOPS]
