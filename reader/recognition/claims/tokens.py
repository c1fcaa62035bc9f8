"""Words and marks of a text with their offsets; ``l'``, ``qu'`` and ``-t-il`` are words apart."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = "«»"
"""The form of the one token that stands for a whole quotation."""


class Token(NamedTuple):
    """A word, a number, a mark, a line end, or a whole quotation."""

    start: int
    end: int
    form: str
    """Lower-case, apostrophes straight."""
    capital: bool
    """Whether it begins with a capital letter."""
    quotation: int = -1
    """Which quotation of the article it stands for, from 0."""

    @property
    def is_word(self) -> bool:
        return self.form[0].isalpha()


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order; white space other than line ends gives none."""
    for found in _token().finditer(text, start, end):
        begin, stop = found.span()
        form = found.group()
        first = form[0]
        if "’" in form:
            form = form.replace("’", "'")
        if first.isalpha():
            if form[-1] == "'" and " " in form:
                form = form.replace(" ", "")
            yield Token(begin, stop, form.lower(), first.isupper())
        else:
            yield Token(begin, stop, form.lower() if first == "-" else form, False)


@cache
def _token() -> re.Pattern[str]:
    elision = r"(?:(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)[ ]?['’])"
    whole = r"(?i:d['’](?:ailleurs|abord|ores|emblée|après|autres?|habitude)\b)"
    clitic = r"(?:t-)?(?:ils?|elles?|on|je|nous|vous|ce)\b"
    piece = r"[^\W\d_]+"
    word = rf"{piece}(?:(?:-(?!{clitic})|['’]){piece})*"
    return re.compile(rf"\n|{whole}|{elision}|{word}|-{clitic}|\d+(?:[.,]\d+)*|\.\.+|@\w+|\S")
