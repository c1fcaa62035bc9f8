"""Gives lines written in capitals the case they would have in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.entities.tokens import PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.entities.lexicon import Lexicon

LEAST_WORDS = 3
"""A line with fewer words of two letters or more may be a heading of acronyms."""


def recase(tokens: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """*tokens* with those of all-capital lines recased; the same sequence where there is none."""
    recased: list[str] | None = None
    start = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or tokens[at] == PARAGRAPH:
            if _is_shouted(tokens, start, at):
                recased = recased or list(tokens)
                recased[start:at] = [_quiet(token, lexicon) for token in tokens[start:at]]
            start = at + 1
    return tokens if recased is None else recased


def _is_shouted(tokens: Sequence[str], start: int, end: int) -> bool:
    words = 0
    for at in range(start, end):
        token = tokens[at]
        if token.islower():
            return False
        words += len(token) > 1 and token.isupper()
    return words >= LEAST_WORDS


def _quiet(token: str, lexicon: Lexicon) -> str:
    if not token.isupper():
        return token
    lower = token.lower()
    name = "-".join(part[:1] + part[1:].lower() for part in token.split("-"))
    if lower in lexicon.function:
        return lower
    if token in lexicon.names:
        return token
    if name in lexicon.names or name in lexicon.phrases:
        return name
    return lower if lower in lexicon.common or lower in lexicon.cues else name
