"""Where a movement of the cursor leads; no widget."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.text.cells import next_grapheme, previous_grapheme

if TYPE_CHECKING:
    from reader.layout.wrap import Wrapped
    from reader.text.structure import TextMap
    from reader.tui.widgets.article_cursor import Cursor

CONTEXT_ROWS = 2
"""Rows of one page that the next one shows again."""


class Motion(Enum):
    """How the cursor can move: a name for people, whether it goes forward, and the rows it goes, if any."""

    UP = ("up a line", False)
    DOWN = ("down a line", True)
    LEFT = ("left a letter", False)
    RIGHT = ("right a letter", True)
    NEXT_WORD = ("to the next word", True)
    PREVIOUS_WORD = ("to the word before", False)
    NEXT_SENTENCE = ("to the next sentence", True)
    PREVIOUS_SENTENCE = ("to the sentence before", False)
    NEXT_PARAGRAPH = ("to the next paragraph", True)
    PREVIOUS_PARAGRAPH = ("to the paragraph before", False)
    LINE_START = ("to the start of the line", False)
    LINE_END = ("to the end of the line", True)
    HALF_PAGE_UP = ("up half a page", False)
    HALF_PAGE_DOWN = ("down half a page", True)
    PAGE_UP = ("up a page", False)
    PAGE_DOWN = ("down a page", True)
    TOP = ("to the top of the article", False)
    BOTTOM = ("to the end of the article", True)

    def __init__(self, words: str, is_forward: bool) -> None:
        self.words = words
        self.is_forward = is_forward

    @property
    def scrolls(self) -> bool:
        """Whether the text moves under the cursor, which stays on its row of the screen."""
        return self in _PAGES

    def rows(self, height: int) -> int:
        """The rows it goes in a view of *height* rows; 0 where it does not keep to a column."""
        rows = 1 if self in _ROWS else height // 2 if self in _HALVES else height - CONTEXT_ROWS
        if self not in _ROWS | _PAGES:
            return 0
        return max(1, rows) if self.is_forward else -max(1, rows)


_ROWS = frozenset({Motion.UP, Motion.DOWN})
_HALVES = frozenset({Motion.HALF_PAGE_UP, Motion.HALF_PAGE_DOWN})
_PAGES = frozenset({Motion.PAGE_UP, Motion.PAGE_DOWN}) | _HALVES
_TAKES_IN = frozenset({Motion.NEXT_WORD, Motion.NEXT_SENTENCE, Motion.NEXT_PARAGRAPH, Motion.LINE_END})


class Ground(NamedTuple):
    """What the cursor moves on."""

    wrapped: Wrapped
    structure: TextMap
    height: int
    """Rows in sight."""


class Place(NamedTuple):
    """A row and a cell on it."""

    row: int
    cell: int


def moved(cursor: Cursor, motion: Motion, ground: Ground, *, stretching: bool = False) -> Cursor:
    """*cursor* after *motion*; *stretching*, or while it is selecting, the selection follows."""
    if stretching or cursor.selecting:
        return _stretched(cursor, motion, ground)
    steps = motion.rows(ground.height)
    if not steps:
        return cursor.at(horizontal(motion, ground, cursor.point))
    place = place_of(ground.wrapped, cursor.point)
    column = place.cell if cursor.column is None else cursor.column
    return cursor.at(vertical(ground.wrapped, place, column, steps), column)


def _stretched(cursor: Cursor, motion: Motion, ground: Ground) -> Cursor:
    anchor, head = cursor.ends(forward=motion.is_forward)
    steps = motion.rows(ground.height)
    place = place_of(ground.wrapped, head, behind=head > anchor and not cursor.selecting)
    if steps:
        column = place.cell if cursor.column is None else cursor.column
        return cursor.between(anchor, vertical(ground.wrapped, place, column, steps), column)
    target = horizontal(motion, ground, head)
    if motion in _TAKES_IN and target >= anchor:
        target = taking_in(motion, ground, head, place.row, letters=cursor.selecting)
    return cursor.between(anchor, target)


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


def vertical(wrapped: Wrapped, place: Place, column: int, steps: int) -> int:
    """The offset *steps* rows from *place*, in that column; the ends of the text beyond its rows."""
    row = row_after(wrapped, place.row, steps)
    if row == place.row:
        return 0 if steps < 0 else len(wrapped.text)
    return wrapped.offset_at(row, column)


def horizontal(motion: Motion, ground: Ground, offset: int) -> int:
    """Where any motion but those over rows leads from *offset*."""
    wrapped, structure = ground.wrapped, ground.structure
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


def taking_in(motion: Motion, ground: Ground, offset: int, row: int, *, letters: bool) -> int:
    """Where *motion* leads from *offset* on *row* while a selection is stretched forward.

    It ends right behind what is taken in: no space is selected that nobody meant. Where *letters* are
    counted the one at *offset* is taken in already, and the result is the last one.
    """
    text = ground.wrapped.text
    if motion is Motion.LINE_END:
        end = ground.wrapped.content_end(row)
    else:
        end = _end_of(motion, ground, next_grapheme(text, offset) if letters else offset)
    return max(offset, previous_grapheme(text, end) if letters else end)


def _end_of(motion: Motion, ground: Ground, offset: int) -> int:
    """The end of the word, sentence or paragraph of which something still lies after *offset*."""
    text, structure = ground.wrapped.text, ground.structure
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
