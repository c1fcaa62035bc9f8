"""Cuts a text into the tokens that the tagger labels; linear, no clock, no model."""

from __future__ import annotations

import re
from functools import cache

PARAGRAPH = "¶"
"""The token that stands for one or more line ends."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:[cdjlmnstCDJLMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu)['’](?=\w)"  # elision
        r"|(?:[A-ZÉÈ]\.){2,}"  # U.S.A.
        r"|(?:MM?|D[Rr]|Pr|Ste?|Me|Mgr|Mr|[A-ZÉ])\.(?=[^\S\n]?[A-ZÉÈÀÇ])"  # M. Dupont, J. Dupont
        r"|(?:[Aa]nti|[Pp]ro|[Ee]x)-(?=[A-ZÉ])"
        r"|[Aa]ujourd['’]hui|O['’][A-Z]\w+"
        r"|\w+(?:[-‐‑]\w+)*"
        r"|\n\s*|[^\w\s]"
    )


def tokenise(text: str) -> tuple[list[str], list[int]]:
    """The tokens of *text* and where each starts.

    A token is a slice of the text, with two exceptions that keep the tables of words small: the
    typographic apostrophe reads as ``'`` and every run of line ends as one ``¶``.
    """
    words: list[str] = []
    starts: list[int] = []
    for match in _pattern().finditer(text.replace("’", "'")):
        word = match[0]
        words.append(PARAGRAPH if word[0] == "\n" else word)
        starts.append(match.start())
    return words, starts
