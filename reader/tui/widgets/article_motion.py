"""Where a movement of the cursor leads; no widget."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from reader.text.cells import next_grapheme, previous_grapheme

if TYPE_CHECKING:
    from reader.layout.wrap import Wrapped
    from reader.text.structure import TextMap


class Motion(Enum):
    """How the cursor can move."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT_WORD = auto()
    PREVIOUS_WORD = auto()
    NEXT_SENTENCE = auto()
    PREVIOUS_SENTENCE = auto()
    NEXT_PARAGRAPH = auto()
    PREVIOUS_PARAGRAPH = auto()
    LINE_START = auto()
    LINE_END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    TOP = auto()
    BOTTOM = auto()

    @property
    def is_forward(self) -> bool:
        return self in _FORWARD

    @property
    def is_vertical(self) -> bool:
        """Whether it keeps to a column."""
        return self in _VERTICAL

    @property
    def is_page(self) -> bool:
        return self is Motion.PAGE_UP or self is Motion.PAGE_DOWN


_FORWARD = frozenset(
    {
        Motion.DOWN,
        Motion.RIGHT,
        Motion.NEXT_WORD,
        Motion.NEXT_SENTENCE,
        Motion.NEXT_PARAGRAPH,
        Motion.LINE_END,
        Motion.PAGE_DOWN,
        Motion.BOTTOM,
    }
)
_VERTICAL = frozenset({Motion.UP, Motion.DOWN, Motion.PAGE_UP, Motion.PAGE_DOWN})


class Place(NamedTuple):
    """A row and a cell on it."""

    row: int
    cell: int


def place_of(wrapped: Wrapped, offset: int, *, behind: bool = False) -> Place:
    """Where *offset* is on the rows; *behind* the letter before it, where it ends a selection at a wrap."""
    row, cell = wrapped.cell_of(offset)
    if (
        behind
        and row
        and offset == wrapped.row_span(row).start
        and offset
        and wrapped.text[offset - 1] != "\n"
    ):
        row = wrapped.row_of(offset - 1)
        return Place(row, wrapped.row_cells(row))
    return Place(row, cell)


def row_after(wrapped: Wrapped, row: int, steps: int) -> int:
    """The row *steps* further (or back, if negative), not a spacer; clamped to the text."""
    direction = 1 if steps > 0 else -1
    goal = min(max(row + steps, 0), wrapped.height - 1)
    while 0 < goal < wrapped.height - 1 and wrapped.is_spacer(goal):
        goal += direction
    return goal


def vertical(wrapped: Wrapped, place: Place, goal: int, steps: int) -> int:
    """The offset *steps* rows from *place*, in the column *goal*; the ends of the text beyond its rows."""
    row = row_after(wrapped, place.row, steps)
    if row == place.row:
        return 0 if steps < 0 else len(wrapped.text)
    return wrapped.offset_at(row, goal)


def horizontal(motion: Motion, wrapped: Wrapped, structure: TextMap, offset: int) -> int:
    """Where any motion but the vertical ones leads from *offset*."""
    match motion:
        case Motion.LEFT:
            return previous_grapheme(wrapped.text, offset)
        case Motion.RIGHT:
            return next_grapheme(wrapped.text, offset)
        case Motion.LINE_START:
            return wrapped.row_span(wrapped.row_of(offset)).start
        case Motion.LINE_END:
            return wrapped.last_stand(wrapped.row_of(offset))
        case Motion.TOP:
            return 0
        case Motion.BOTTOM:
            return len(wrapped.text)
        case Motion.NEXT_WORD:
            return structure.next_word(offset)
        case Motion.PREVIOUS_WORD:
            return structure.previous_word(offset)
        case Motion.NEXT_SENTENCE:
            return structure.next_sentence(offset)
        case Motion.PREVIOUS_SENTENCE:
            return structure.previous_sentence(offset)
        case Motion.NEXT_PARAGRAPH:
            return structure.next_paragraph(offset)
        case Motion.PREVIOUS_PARAGRAPH:
            return structure.previous_paragraph(offset)
        case _:
            return offset


def stretch(motion: Motion, wrapped: Wrapped, structure: TextMap, offset: int, anchor: int) -> int:
    """Where *motion* leads while it stretches a selection that began at *anchor*.

    Forward by word, sentence or paragraph it stops behind the last letter of what it
    takes in, so that no space is selected that nobody meant.
    """
    target = horizontal(motion, wrapped, structure, offset)
    if motion not in _TAKES_IN or target <= anchor:
        return target
    end = _end_of(motion, wrapped.text, structure, offset)
    return end if end > offset else target


_TAKES_IN = frozenset({Motion.NEXT_WORD, Motion.NEXT_SENTENCE, Motion.NEXT_PARAGRAPH})


def _end_of(motion: Motion, text: str, structure: TextMap, offset: int) -> int:
    """The end of the word, sentence or paragraph of which something still lies after *offset*."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    if offset == len(text):
        return offset
    if motion is Motion.NEXT_WORD:
        word = structure.word_at(offset)
        if word is not None and offset in word:
            return word.end
        following = structure.word_at(structure.next_word(offset))
        return following.end if following is not None else len(text)
    span = structure.sentence_at(offset) if motion is Motion.NEXT_SENTENCE else structure.paragraph_at(offset)
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return end
