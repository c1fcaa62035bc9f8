"""Adverbs by list and by their ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.recognition.claims.lexicon import Lexicon
    from reader.recognition.claims.tokens import Token

SHORTEST = 7
"""Letters an adverb in -ment has at least: ``vraiment``, not ``ciment``."""


def is_adverb(words: Lexicon, token: Token) -> bool:
    """Whether *token* may stand between an auxiliary and its participle, or before a complement."""
    form = token.form
    return form in words["grammar.adverbs"] or (len(form) >= SHORTEST and form.endswith("ment"))
