"""A stretch of tokens, and what can be told of it without its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.sources.pronouns import is_latter
from reader.recognition.claims.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.tokens import Token

HARD = frozenset((";", ":", "(", ")", QUOTED, "–", "—", "[", "]"))
"""Marks no noun phrase goes across."""


class Phrase(NamedTuple):
    """A stretch of tokens."""

    start: int
    end: int


def is_time(tokens: Sequence[Token], segment: Phrase) -> bool:
    """Whether *segment* is a date: ``le 19 août dernier``, ``la semaine dernière``."""
    if is_latter(tokens, segment.start):
        return False
    times = lexicon()["grammar.time_words"]
    head = tokens[segment.start : segment.start + 4]
    return any(token.form in times for token in head) and not any(
        token.capital for token in tokens[segment.start + 1 : segment.end]
    )
