"""Texts folded for comparing: no case, no accents, one kind of apostrophe, quote, dash and space.

A fold remembers where each folded character came from, so that what is found in the folded
text is a passage of the text itself, in whole graphemes.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.model import Span
from reader.text.cells import grapheme_at, is_simple

if TYPE_CHECKING:
    from collections.abc import Sequence

APOSTROPHES = "'’‘‛ʼ′＇`´"
QUOTES = '"«»“”„‟″'
DASHES = "-‐‑‒–—―−﹣－"
_ANY_SPACE = r"\s*"
_BETWEEN_WORDS = r"(?:\s+|-\s*)"
"""A hyphen may end a row of a text that was wrapped by hand."""
LETTERS = {
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "þ": "th",
    "ı": "i",
}
"""Letters that Unicode does not decompose, as they are written without them."""
DROPPED = "\xad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and the like, which stand inside words unseen."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and the way back."""

    original: str
    text: str
    uneven: Sequence[int] = ()
    """Offsets in the original of the characters that do not fold to exactly one."""
    folded_at: Sequence[int] = ()
    """Where the folding of each uneven character begins."""
    folded_end: Sequence[int] = ()
    """Where it ends."""

    def span(self, start: int, end: int) -> Span:
        """The passage of the original, in whole graphemes, that folds to ``self.text[start:end]``."""
        first = self._offset(start)
        if end <= start:
            return Span(first, first)
        return self._whole(first, self._offset(end - 1) + 1)

    def find(self, query: str) -> list[Span]:
        """Passages that fold as *query* does, with any run of white space, or a hyphen, between its words.

        ``maison-blanche`` finds *Maison Blanche*, and the other way round.
        """
        sought = fold(query).text.strip()
        if not sought:
            return []
        spans: list[Span] = []
        for found in re.finditer(_pattern(sought), self.text):
            span = self.span(found.start(), found.end())
            if not spans or spans[-1].end <= span.start:
                spans.append(span)
        return spans

    def _offset(self, folded: int) -> int:
        """The original offset of the character that the folded character at *folded* came from."""
        index = bisect_right(self.folded_at, folded) - 1
        if index < 0:
            return folded
        beyond = folded - self.folded_end[index]
        return self.uneven[index] if beyond < 0 else self.uneven[index] + 1 + beyond

    def _whole(self, start: int, end: int) -> Span:
        if is_simple(self.original[max(start - 1, 0) : end + 1]):
            return Span(start, end)
        return Span(grapheme_at(self.original, start)[0], grapheme_at(self.original, end - 1)[1])


def fold(text: str) -> Folded:
    """*text* folded, in time linear in its length."""
    if text.isascii():
        return Folded(text, text.lower().translate(_ASCII))
    table = {ord(character): fold_character(character) for character in set(text)}
    folded = text.translate(table)
    uneven = [re.escape(chr(code)) for code, fold_ in table.items() if len(fold_) != 1]
    if not uneven:
        return Folded(text, folded)
    return _with_map(text, folded, uneven, table)


def _pattern(sought: str) -> str:
    """What finds *sought*, which is folded: hyphens at its ends and dashes between spaces mean themselves."""
    pieces = re.split(r"(\s*-[\s-]*|\s+)", sought)
    for at in range(1, len(pieces) - 1, 2):
        joint = pieces[at]
        if pieces[at - 1] and pieces[at + 1] and (joint == "-" or joint.isspace()):
            pieces[at] = _BETWEEN_WORDS
        else:
            pieces[at] = _dash(joint, behind=pieces[at - 1], before=pieces[at + 1])
    pieces[::2] = map(re.escape, pieces[::2])
    return "".join(pieces)


def _dash(joint: str, *, behind: str, before: str) -> str:
    """What finds the hyphens of *joint*, with any white space where it has some, but not at the ends."""
    if joint.strip() == joint:
        return joint
    hyphens = _ANY_SPACE.join("-" * joint.count("-"))
    return (_ANY_SPACE if behind else "") + hyphens + (_ANY_SPACE if before else "")


def fold_key(text: str) -> str:
    """A key that is equal for texts that differ only in case, accents, quotes or spacing."""
    folded = text.lower().translate(_ASCII) if text.isascii() else fold(text).text
    return " ".join(folded.split())


def find_folded(text: str, query: str) -> list[Span]:
    """Where *text* says *query*, whatever the accents, case, apostrophes and line ends."""
    return fold(text).find(query)


@cache
def fold_character(character: str) -> str:
    """What one character folds to: usually one character, sometimes several or none."""
    if character == "\n" or "\uac00" <= character <= "\ud7a3":
        return character
    if character in DROPPED:
        return ""
    if character.isspace():
        return " "
    for kind in (APOSTROPHES, QUOTES, DASHES):
        if character in kind:
            return kind[0]
    return "".join(map(_without_accents, character.casefold()))


def _without_accents(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", LETTERS.get(character, character)).casefold()
    kept = "".join(LETTERS.get(part, part) for part in decomposed if unicodedata.combining(part) < 10)
    return unicodedata.normalize("NFC", kept)


def _with_map(text: str, folded: str, uneven: list[str], table: dict[int, str]) -> Folded:
    offsets, starts, ends, drift = array("q"), array("q"), array("q"), 0
    for found in re.finditer(f"[{''.join(uneven)}]", text):
        offset = found.start()
        size = len(table[ord(text[offset])])
        offsets.append(offset)
        starts.append(offset + drift)
        ends.append(offset + drift + size)
        drift += size - 1
    return Folded(text, folded, offsets, starts, ends)


_ASCII = str.maketrans({"`": "'", "\t": " ", "\r": " ", "\v": " ", "\f": " "})
