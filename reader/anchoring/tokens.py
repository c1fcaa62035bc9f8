"""A text as the tokens that survive typography: words and signs under folded keys.

Case, accents, composed or decomposed letters, kinds of quotes, dashes, spaces and line ends,
soft hyphens and zero-width characters make no difference to a key.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_IGNORABLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_LETTERS = rf"(?:[^\W_][{_MARKS}{_IGNORABLE}]*)+"


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(rf"[{_IGNORABLE}]*(?:{_LETTERS}|\.\.\.|[^\w\s{_IGNORABLE}{_MARKS}]|_)")


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{_IGNORABLE}{_MARKS}]")


_SIGNS = {
    **dict.fromkeys("«»“”„‟″‹›＂", '"'),
    **dict.fromkeys("’‘‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "...": "…",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: keys, and where each begins and ends (code points)."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)


def tokenise(text: str) -> Tokens:
    """The tokens of *text*, in order; white space separates and counts for nothing."""
    keys, starts, ends = [], [], []
    for found in _token_pattern().finditer(text):
        start, end = found.span()
        while unicodedata.category(text[start]) == "Cf":
            start += 1
        keys.append(token_key(text[start:end]))
        starts.append(start)
        ends.append(end)
    return Tokens(tuple(keys), tuple(starts), tuple(ends))


@cache
def token_key(token: str) -> str:
    """What *token* is compared by."""
    if token in _SIGNS:
        return _SIGNS[token]
    return _dropped().sub("", unicodedata.normalize("NFKD", token)).casefold() or token


def is_word(key: str) -> bool:
    """Whether a key stands for a word or number, not a sign."""
    return key[0].isalnum()
