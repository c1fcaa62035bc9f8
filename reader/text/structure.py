"""A text as lines, paragraphs, sentences, clauses and words, found from any offset.

Each newline ends a paragraph; so does a header that the text follows on the same line. Everything is
worked out line by line, when first asked for; a line far longer than any paragraph is worked out in
blocks, so that no key press pays for all of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeAlias

from reader.model import Span
from reader.text.blocks import LONGEST, blocks
from reader.text.clauses import clauses
from reader.text.openings import header_end
from reader.text.sentences import sentences
from reader.text.space import last_ink, next_ink, stripped
from reader.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Stretches: TypeAlias = "Sequence[tuple[int, int]]"


class TextMap:
    """Where the lines, paragraphs, sentences, clauses and words of one text stand."""

    __slots__ = ("_clauses", "_cut_lines", "_header_end", "_sentences", "_words", "line_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts: Sequence[int] = _line_starts(text)
        """Offset of the first character of each line; there is always a first line."""
        self._header_end = header_end(text)
        self._cut_lines: dict[int, Stretches] = {}
        self._sentences: dict[tuple[int, int], Stretches] = {}
        self._words: dict[tuple[int, int], Stretches] = {}
        self._clauses: dict[tuple[int, int], Stretches] = {}

    # --- lines and paragraphs -----------------------------------------------

    def line_of(self, offset: int) -> int:
        """The line, counted from 0, that holds *offset*; a newline belongs to the line it ends."""
        return max(0, bisect_right(self.line_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds *offset*, without outer white space; empty on a blank line."""
        start, end = self._paragraph(offset)
        return Span(*stripped(self.text, start, end))

    def next_paragraph(self, offset: int) -> int:
        """Where the next paragraph begins, else the end of the text."""
        start, end = self._paragraph(offset)
        found = next_ink(self.text, start if stripped(self.text, start, end)[0] > offset else end)
        return found if found >= 0 else len(self.text)

    def previous_paragraph(self, offset: int) -> int:
        """Where the paragraph before *offset* begins, else 0."""
        start, end = self._paragraph(offset)
        first, last = stripped(self.text, start, end)
        if first < min(offset, last):
            return first
        before = last_ink(self.text, start)
        return self.paragraph_at(before).start if before >= 0 else 0

    # --- sentences and clauses ----------------------------------------------

    def sentences(self) -> Sequence[Span]:
        """All sentences in order."""
        lines = range(len(self.line_starts))
        return [
            Span(start, end)
            for line in lines
            for block in self._blocks(line)
            for start, end in self._sentences_of(block)
        ]

    def sentence_at(self, offset: int) -> Span:
        """The sentence at *offset*, or the one before the space there; empty on a blank line."""
        found = _at_or_before(self._sentences_of(self._block_at(offset)), offset)
        return Span(*found) if found else self.paragraph_at(offset)

    def clause_at(self, offset: int) -> Span:
        """The smallest clause at *offset*, or the one before the separator there."""
        sentence = self.sentence_at(offset)
        pieces = self._clauses_of((sentence.start, sentence.end))
        holding = [piece for piece in pieces if piece[0] <= offset < piece[1]]
        if holding:
            return Span(*min(holding, key=lambda piece: piece[1] - piece[0]))
        ended = [piece for piece in pieces if piece[1] <= offset]
        if ended:
            return Span(*max(ended, key=lambda piece: (piece[1], piece[0])))
        return Span(*pieces[0]) if pieces else sentence

    def next_sentence(self, offset: int) -> int:
        """Where the next sentence begins, else the end of the text."""
        return self._next(offset, self._sentences_of)

    def previous_sentence(self, offset: int) -> int:
        """Where the sentence that began before *offset* begins, else 0."""
        return self._previous(offset, self._sentences_of)

    # --- words ----------------------------------------------------------------

    def word_at(self, offset: int) -> Span | None:
        """The word at *offset*; at the end of a line also the one that ends there."""
        found = _at_or_before(self._words_of(self._block_at(offset)), offset)
        if found is None or found[0] > offset:
            return None
        at_line_end = offset == found[1] and self.text[offset : offset + 1] in ("", "\n")
        return Span(*found) if offset < found[1] or at_line_end else None

    def next_word(self, offset: int) -> int:
        """Where the next word begins, else the end of the text."""
        return self._next(offset, self._words_of)

    def previous_word(self, offset: int) -> int:
        """Where the word that began before *offset* begins, else 0."""
        return self._previous(offset, self._words_of)

    # --- how ------------------------------------------------------------------

    def _line(self, line: int) -> tuple[int, int]:
        last = line + 1 >= len(self.line_starts)
        return self.line_starts[line], len(self.text) if last else self.line_starts[line + 1] - 1

    def _parts(self, line: int) -> Stretches:
        """The line; in two where it begins with the header."""
        start, end = self._line(line)
        border = self._header_end
        return ((start, border), (border, end)) if start < border < end else ((start, end),)

    def _paragraph(self, offset: int) -> tuple[int, int]:
        """The line, or its part before or after the header, that holds *offset*."""
        parts = self._parts(self.line_of(offset))
        return next((part for part in reversed(parts) if part[0] <= offset), parts[0])

    def _sentences_of(self, block: tuple[int, int]) -> Stretches:
        if block not in self._sentences:
            self._sentences[block] = tuple(sentences(self.text, *block))
        return self._sentences[block]

    def _words_of(self, block: tuple[int, int]) -> Stretches:
        if block not in self._words:
            self._words[block] = tuple(words(self.text, *block))
        return self._words[block]

    def _clauses_of(self, sentence: tuple[int, int]) -> Stretches:
        if sentence not in self._clauses:
            self._clauses[sentence] = tuple(clauses(self.text, *sentence))
        return self._clauses[sentence]

    def _blocks(self, line: int) -> Stretches:
        if line not in self._cut_lines:
            self._cut_lines[line] = tuple(
                block
                for start, end in self._parts(line)
                for block in (blocks(self.text, start, end) if end - start > LONGEST else ((start, end),))
            )
        return self._cut_lines[line]

    def _block_at(self, offset: int) -> tuple[int, int]:
        found = _at_or_before(self._blocks(self.line_of(offset)), offset)
        return found or (offset, offset)

    def _next(self, offset: int, stretches_of: Callable[[tuple[int, int]], Stretches]) -> int:
        block = self._block_at(offset)
        while True:
            stretches = stretches_of(block)
            index = bisect_right(stretches, (offset, len(self.text) + 1))
            if index < len(stretches):
                return stretches[index][0]
            found = next_ink(self.text, block[1])
            if found < 0:
                return len(self.text)
            block = self._block_at(found)

    def _previous(self, offset: int, stretches_of: Callable[[tuple[int, int]], Stretches]) -> int:
        block = self._block_at(offset)
        while True:
            stretches = stretches_of(block)
            index = bisect_left(stretches, (offset, 0)) - 1
            if index >= 0:
                return stretches[index][0]
            before = last_ink(self.text, block[0])
            if before < 0:
                return 0
            block = self._block_at(before)


def _line_starts(text: str) -> list[int]:
    return list(_each_line_start(text))


def _each_line_start(text: str) -> Iterator[int]:
    start = 0
    yield start
    while (newline := text.find("\n", start)) >= 0:
        start = newline + 1
        yield start


def _at_or_before(stretches: Stretches, offset: int) -> tuple[int, int] | None:
    """The last stretch that begins at or before *offset*, else the first one."""
    if not stretches:
        return None
    index = bisect_right(stretches, (offset, offset + (1 << 60))) - 1
    return stretches[max(index, 0)]
