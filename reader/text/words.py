"""Where words stand: letters and digits, elisions parted, acronyms and inner hyphens kept."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd"
    r"\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u0e31-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099-\u309a"
    r"\ufe20-\ufe2f"
)
"""Combining marks that ``\\w`` leaves out, by block."""
LETTER = rf"[\w{MARKS}\xad]"
APOSTROPHE = r"['’ʼ]"
HYPHEN = r"[-‐‑]"
ELISIONS = ("l", "d", "j", "m", "n", "s", "t", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu")
"""What French elides before an apostrophe, a word of its own; ``aujourd’hui``, ``prud’homme`` stay whole."""


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of ``text[start:end]`` as ``(start, end)``; an elided ``l’`` is a word by itself."""
    for found in _word().finditer(text, start, end):
        yield found.span()


@cache
def _word() -> re.Pattern[str]:
    elision = rf"(?i:{'|'.join(ELISIONS)}){APOSTROPHE}(?=\w)"
    name = rf"[NM]{APOSTROPHE}(?=[A-ZÀ-Þ][a-zà-ÿ])"
    acronym = r"(?:[^\W\d_]\.){2,16}(?!\w)"
    number = r"\d++(?:[.,]\d++)++\w*"
    piece = rf"\w{LETTER}*+"
    whole = rf"{piece}(?:{APOSTROPHE}{piece})*+"
    joined = rf"(?:{name})?{whole}(?:{HYPHEN}(?!{elision}){whole})*+"
    return re.compile(rf"{acronym}|{number}|(?!{name}){elision}|{joined}")
