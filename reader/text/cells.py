"""Cells and graphemes: how wide a text is painted, and where a cursor may stand in it.

Graphemes are the extended grapheme clusters of UAX #29, with two bends that a terminal wants:
whatever has no cell of its own joins what stands before it, and a character that is painted
as a stand-in (see ``display``) stands alone. Widths are those of a text after ``safe_line``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.text.code_points import (
    CONJUNCT_CONSONANTS,
    CONJUNCT_LINKERS,
    DOUBLE_WIDTH,
    PICTOGRAPHS,
    PREPENDED,
    WIDENED,
    ZERO_WIDTH,
)
from reader.text.display import JOINER, STAND_INS, safe_line
from reader.text.ranges import character_class, within

if TYPE_CHECKING:
    from collections.abc import Iterator

SIMPLE = (
    r"\x00-\u02ff\u0370-\u0482\u048a-\u0530\u1e00-\u200b\u200e-\u2064\u2066-\u20cf\u2100-\u2319\u231c-\u2328"
    r"\u2460-\u25fc\u2800-\u28ff\ud800-\udfff\ufeff\ufffd"
)
"""One cell and one grapheme each, whatever stands around: Latin, Greek, Cyrillic, punctuation, signs."""
EMOJI_VARIATION = "\ufe0f"
ELLIPSIS = "…"


def is_simple(text: str) -> bool:
    """Whether every code point of *text* takes one cell and is its own grapheme."""
    return text.isascii() or _not_simple().search(text) is None


def cell_width(text: str) -> int:
    """Terminal cells that *text* takes once it went through ``safe_line``."""
    if is_simple(text):
        return len(text)
    text = safe_line(text)
    if JOINER not in text and EMOJI_VARIATION not in text:
        return sum(map(_widths().__getitem__, text))
    return _emoji_width(text)


def graphemes(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The graphemes of ``text[start:end]`` as ``(start, end)``, without gaps; *start* must be a border."""
    stop = len(text) if end is None else min(end, len(text))
    search = _not_simple().search
    while start < stop:
        found = search(text, start, stop)
        simple_until = stop if found is None else max(start, found.start() - 1)
        while start < simple_until:
            yield start, start + 1
            start += 1
        if start < stop:
            border = _grapheme_end(text, start, stop)
            yield start, border
            start = border


def grapheme_at(text: str, offset: int) -> tuple[int, int]:
    """The grapheme that holds *offset*; ``(len, len)`` at the end of the text."""
    if offset >= len(text):
        return len(text), len(text)
    start = _safe_border(text, offset)
    while True:
        end = _grapheme_end(text, start, len(text))
        if end > offset:
            return start, end
        start = end


def next_grapheme(text: str, offset: int) -> int:
    """The first grapheme border after *offset*."""
    return grapheme_at(text, max(offset, 0))[1]


def previous_grapheme(text: str, offset: int) -> int:
    """The last grapheme border before *offset*."""
    return grapheme_at(text, min(offset, len(text)) - 1)[0] if offset > 0 else 0


def clip(text: str, cells: int) -> str:
    """*text* cut at a grapheme so that it fits into *cells*, with … where something is missing."""
    if cell_width(text) <= cells:
        return text
    if cells < 1:
        return ""
    room, end = cells - 1, 0
    for start, stop in graphemes(text):
        room -= cell_width(text[start:stop])
        if room < 0:
            break
        end = stop
    return text[:end].rstrip() + ELLIPSIS


class _Widths(dict[str, int]):
    """Cells of single characters, remembered as they are met."""

    def __missing__(self, character: str) -> int:
        code = ord(character)
        width = 0 if within(code, ZERO_WIDTH) else 2 if within(code, DOUBLE_WIDTH) else 1
        self[character] = width
        return width


@cache
def _widths() -> _Widths:
    return _Widths()


@cache
def _not_simple() -> re.Pattern[str]:
    return re.compile(f"[^{SIMPLE}]")


def _emoji_width(text: str) -> int:
    """A joined sequence is as wide as its first emoji; U+FE0F widens the sign before it."""
    widths, total, previous, joined = _widths(), 0, "", False
    for character in text:
        if joined:
            joined = False
        elif character == JOINER:
            joined = True
        elif character == EMOJI_VARIATION:
            total += bool(previous) and within(ord(previous), WIDENED)
            previous = ""
        elif width := widths[character]:
            total += width
            previous = character
    return total


# --- grapheme borders ---------------------------------------------------------


def _grapheme_end(text: str, start: int, stop: int) -> int:
    """Where the grapheme that begins at *start* ends, at most *stop*."""
    first = text[start]
    end = start + 1
    if _is_control(first):
        return end
    while end < stop and within(ord(text[end - 1]), PREPENDED) and not _is_control(text[end]):
        end += 1
    base = text[end - 1]
    if _is_flag_half(base) and end < stop and _is_flag_half(text[end]):
        end += 1
    while end < stop:
        character = text[end]
        if _is_control(character):
            return end
        if not (_extends(character) or _joins(text, start, end)):
            return end
        end += 1
    return end


def _joins(text: str, start: int, at: int) -> bool:
    """Whether ``text[at]``, which does not extend by itself, still belongs to the grapheme before it."""
    before, character = text[at - 1], text[at]
    if before == JOINER:
        return within(ord(character), PICTOGRAPHS) and within(ord(_base(text, start, at - 1)), PICTOGRAPHS)
    if _is_leading_jamo(before):
        return _is_leading_jamo(character) or "\uac00" <= character <= "\ud7a3"
    return _joins_conjunct(text, start, at)


def _joins_conjunct(text: str, start: int, at: int) -> bool:
    """Consonant, virama, consonant: one grapheme in the scripts of India (rule GB9c)."""
    if not within(ord(text[at]), CONJUNCT_CONSONANTS):
        return False
    linked, index = False, at - 1
    while index > start and _extends(text[index]):
        linked = linked or within(ord(text[index]), CONJUNCT_LINKERS)
        index -= 1
    return linked and within(ord(text[index]), CONJUNCT_CONSONANTS)


def _base(text: str, start: int, at: int) -> str:
    """The character that the extending ones before *at* extend."""
    index = at - 1
    while index > start and _extends(text[index]):
        index -= 1
    return text[max(index, start)]


def _safe_border(text: str, offset: int) -> int:
    """A border at or before *offset* that holds whatever stands before it."""
    while offset > 0 and not _surely_parts(text[offset - 1], text[offset]):
        offset -= 1
    return offset


def _surely_parts(before: str, character: str) -> bool:
    """Whether the two neighbours alone show that a grapheme ends between them; False where more is needed."""
    if _is_control(before) or _is_control(character):
        return True
    if _extends(character) or within(ord(before), PREPENDED) or before == JOINER:
        return False
    if _is_flag_half(before) and _is_flag_half(character):
        return False
    return not (_is_leading_jamo(before) or within(ord(character), CONJUNCT_CONSONANTS))


def _is_control(character: str) -> bool:
    return character < " " or (character > "~" and _stand_in().match(character) is not None)


@cache
def _stand_in() -> re.Pattern[str]:
    return re.compile(f"[{character_class(STAND_INS)}]")


def _extends(character: str) -> bool:
    return character > "\u02ff" and (_widths()[character] == 0 or character in "\u0e33\u0eb3\uff9e\uff9f")


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_leading_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"
