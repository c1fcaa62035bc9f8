"""Text as the date patterns read it: small letters, no accents, one kind of apostrophe, dash and space."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

_APOSTROPHES = "’‘ʼʻ՚‵ʹ′`´＇"
_DASHES = "‐‑‒–—―−⁃﹣－"


class _Table(dict[int, str]):
    """One character to one character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _fold_character(chr(code))
        return plain


def _fold_character(character: str) -> str:
    """The plain form of one character; itself where that would not be one character."""
    if character in _APOSTROPHES:
        return "'"
    if character in _DASHES:
        return "-"
    if character == "\t" or (character.isspace() and character not in "\n\r"):
        return " "
    base = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in base if not unicodedata.combining(c)).lower()
    if len(bare) == 1 and bare.isprintable():
        return bare
    small = character.lower()
    return small if len(small) == 1 else character


@cache
def _table() -> _Table:
    return _Table()


class FoldedText(NamedTuple):
    """A folded text; ``offsets`` is None where each character stayed at its place."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, offset: int) -> int:
        """The offset in the unfolded text."""
        return offset if self.offsets is None else self.offsets[offset]


def fold(text: str) -> FoldedText:
    """Fold *text*; combining accents are dropped, so that decomposed spellings read the same."""
    if text.isascii():
        return FoldedText(text.translate(_table()) if "`" in text or "\t" in text else text.lower())
    plain = text.translate(_table())
    if not any("\u0300" <= c <= "\u036f" for c in _beyond_latin(plain)):
        return FoldedText(plain)
    kept = [i for i, c in enumerate(plain) if not "\u0300" <= c <= "\u036f"]
    return FoldedText("".join([plain[i] for i in kept]), (*kept, len(text)))


def _beyond_latin(plain: str) -> set[str]:
    """The distinct characters left after folding."""
    return set(plain)
