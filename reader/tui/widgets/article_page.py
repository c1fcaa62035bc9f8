"""An article laid out for a width: its text on rows, its structure, what is marked in it; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.frame import frame as frame_of
from reader.layout.layers import Layers
from reader.layout.wrap import Wrapped
from reader.model import Span
from reader.text.cells import next_grapheme
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from reader.layout.frame import Frame
    from reader.model import Article


NARROWEST = frame_of(1)


class Page:
    """One article as it lies before the reader; wrapped when a row is first asked for."""

    def __init__(self, article: Article | None = None, frame: Frame = NARROWEST) -> None:
        self.article = article
        self.text = article.text if article is not None else ""
        self.structure = TextMap(self.text)
        """Words, sentences and paragraphs."""
        self._headings = article.headings if article is not None else ()
        self.layers = Layers(self._headings)
        self.frame = frame
        self._wrapped: Wrapped | None = None

    @property
    def wrapped(self) -> Wrapped:
        """The text on its rows."""
        if self._wrapped is None:
            self._wrapped = Wrapped(self.text, self.frame.text, self._headings)
        return self._wrapped

    def fit(self, width: int, measure: int) -> bool:
        """Lay the text out in *width* cells, in rows of at most *measure*; whether that changes anything."""
        before, self.frame = self.frame, frame_of(width, measure)
        if self.frame.text != before.text:
            self._wrapped = None
        return self.frame != before

    def letter_at(self, column: int, row: int) -> Span:
        """The letter at a cell; empty behind the end of a row and between paragraphs."""
        wrapped, cell = self.wrapped, column - self.frame.text_from
        if 0 < row < wrapped.height and wrapped.is_spacer(row):
            row, cell = row - 1, wrapped.width
        if not 0 <= row < wrapped.height:
            return Span(end := 0 if row < 0 else len(self.text), end)
        offset = wrapped.offset_at(row, cell)
        return Span(
            offset, offset if offset >= wrapped.content_end(row) else next_grapheme(self.text, offset)
        )

    def word_or_mention_at(self, offset: int) -> Span | None:
        """The smallest mention or annotation at *offset*, else the word."""
        around = self.layers.passages_at(offset)
        return min(around, key=len) if around else self.structure.word_at(offset)
