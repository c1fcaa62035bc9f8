"""Where the text stands in a view of a given width: margin, measure, centring."""

from __future__ import annotations

from typing import NamedTuple

from reader.layout.glyphs import margin_width

MEASURE = 76
"""Cells of a comfortable row."""
SMALLEST = (24, 6)
"""Columns and rows below which nothing can be read."""


class Frame(NamedTuple):
    """The columns of a view, from the left."""

    width: int
    left: int
    """Empty cells before the margin."""
    margin: int
    """Cells of signs."""
    text: int
    """Cells of text, at least one."""

    @property
    def text_from(self) -> int:
        """The first column of text."""
        return self.left + self.margin


def frame(width: int, measure: int = MEASURE) -> Frame:
    """The frame of a view of *width* cells; a cell is kept free behind the text for the cursor."""
    margin = margin_width(width)
    behind = 1 if width > 2 else 0
    text = max(1, min(max(measure, 1), width - margin - behind))
    left = max(0, (width - text) // 2 - margin)
    return Frame(width, min(left, max(0, width - margin - text - behind)), margin, text)
