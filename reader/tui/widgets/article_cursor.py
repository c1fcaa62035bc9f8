"""Where the reader stands in a text, and what is selected there; values, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span
from reader.text.cells import grapheme_at, next_grapheme, previous_grapheme

if TYPE_CHECKING:
    from collections.abc import Callable


class Cursor(NamedTuple):
    """A cursor in a text with its selection; a movement gives another one.

    A selection is either *chosen* at once (a mention, a sentence), or stretched from *anchor* to *offset*.
    Both are borders between letters, as every editor has them with shift and arrows. While *selecting* both
    are letters, and both belong to the selection, as vim has it.
    """

    text: str = ""
    offset: int = 0
    """The letter it stands on; where a selection is stretched between borders, the moving one."""
    anchor: int | None = None
    """Where the stretched selection began."""
    chosen: Span | None = None
    """A selection made at once, whose nearer end the next movement takes along."""
    selecting: bool = False
    """Whether movements stretch the selection."""
    column: int | None = None
    """The cell that movements up and down keep to."""

    @property
    def selection(self) -> Span | None:
        """What is selected; never empty."""
        if self.chosen is not None or self.anchor is None:
            return self.chosen
        start, end = min(self.anchor, self.offset), max(self.anchor, self.offset)
        if self.selecting:
            end = self._behind(end)
        return Span(start, end) if start < end else None

    @property
    def point(self) -> int:
        """The letter that shows the cursor: at the end of a stretched selection, its last one."""
        at_end = not self.selecting and self.anchor is not None and self.offset > self.anchor
        return previous_grapheme(self.text, self.offset) if at_end else self.offset

    @property
    def letter(self) -> Span:
        """What stands under the cursor; empty at the end of a line."""
        return Span(self.point, self._behind(self.point))

    def ends(self, *, forward: bool) -> tuple[int, int]:
        """The fixed and the moving end of what a movement stretches, which goes *forward* or back."""
        if self.chosen is None:
            return (self.offset if self.anchor is None else self.anchor), self.offset
        start, end = self.chosen.start, self.chosen.end
        if self.selecting:
            end = previous_grapheme(self.text, end)
        return (start, end) if forward else (end, start)

    # --- other cursors

    def at(self, offset: int, column: int | None = None) -> Cursor:
        """On the letter at *offset*, with nothing selected."""
        return Cursor(self.text, self._standing(offset), column=column)

    def between(self, anchor: int, offset: int, column: int | None = None) -> Cursor:
        """With a selection stretched from *anchor* to *offset*, which may be before it."""
        anchor, offset = self._standing(anchor), self._standing(offset)
        return Cursor(self.text, offset, anchor, selecting=self.selecting, column=column)

    def reaching(self, letter: Span) -> Cursor:
        """With the selection stretched, or begun here, so that it takes in *letter*."""
        anchor, _ = self.ends(forward=True)
        takes_in = letter.start if self.selecting or letter.start < anchor else letter.end
        return self.between(anchor, takes_in)

    def choosing(self, span: Span, offset: int) -> Cursor:
        """With *span* selected, the cursor at *offset* if that is in it."""
        start, end = self._standing(span.start), self._border(span.end)
        if start == end:
            return self.at(start)
        offset = self._standing(offset)
        within = offset if start <= offset < end else start
        return Cursor(self.text, within, chosen=Span(start, end), selecting=self.selecting)

    def released(self) -> Cursor:
        """On the same letter, with nothing selected."""
        return self.at(self.point)

    def begun(self) -> Cursor:
        """Selecting: from the letter here on, or with what is selected already."""
        if self.selecting:
            return self
        if self.chosen is not None:
            return self._replace(selecting=True)
        anchor = self.point if self.anchor is None else self.anchor
        if self.offset < anchor:
            anchor = previous_grapheme(self.text, anchor)
        return Cursor(self.text, self.point, anchor, selecting=True)

    def ended(self) -> Cursor:
        """No longer selecting; what was selected stays so, if the cursor moved at all."""
        if not self.selecting:
            return self
        return Cursor(self.text, self.offset, chosen=None if self.anchor == self.offset else self.selection)

    def carried(self, text: str, carried: Callable[[int], int]) -> Cursor:
        """The same in a later *text*, where *carried* says what became of an offset."""
        now = Cursor(text, selecting=self.selecting)
        selection = self.selection
        if selection is None:
            return now.at(carried(self.offset))
        start = carried(selection.start)
        span = Span(start, max(start, carried(selection.end - 1) + 1))
        if self.anchor is None:
            return now.choosing(span, carried(self.offset))
        if self.selecting:
            return now.between(carried(self.anchor), carried(self.offset))
        ends = (span.start, now._border(span.end))
        return now.between(*(ends if self.offset > self.anchor else ends[::-1]))

    # --- offsets

    def _standing(self, offset: int) -> int:
        """Within the text, and never inside a letter."""
        return grapheme_at(self.text, min(max(offset, 0), len(self.text)))[0]

    def _border(self, offset: int) -> int:
        """The border at *offset*, else that behind the letter it lies in."""
        standing = self._standing(offset)
        return standing if standing >= min(offset, len(self.text)) else next_grapheme(self.text, standing)

    def _behind(self, offset: int) -> int:
        """The border behind the letter at *offset*; an end of line is none."""
        at_end = offset >= len(self.text) or self.text[offset] == "\n"
        return offset if at_end else next_grapheme(self.text, offset)
