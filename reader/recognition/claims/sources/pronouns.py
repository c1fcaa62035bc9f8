"""Personal and demonstrative pronouns by what they agree with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.claims.tokens import Token

MASCULINE = frozenset(
    (
        "il",
        "ils",
        "lui",
        "eux",
        "-il",
        "-ils",
        "-t-il",
        "-t-ils",
        "celui-ci",
        "ceux-ci",
        "lui-même",
        "eux-mêmes",
    )
)
FEMININE = frozenset(
    ("elle", "elles", "-elle", "-elles", "-t-elle", "-t-elles", "celle-ci", "celles-ci", "elle-même")
)
PLURAL = frozenset(
    ("ils", "elles", "eux", "-ils", "-elles", "-t-ils", "-t-elles", "ceux-ci", "celles-ci", "eux-mêmes")
)
PRONOUNS = MASCULINE | FEMININE | {"qui"}
_LATTER = frozenset(("dernier", "dernière", "derniers", "dernières"))


def is_latter(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``ce dernier``, ``ces dernières`` stands at *at*."""
    return (
        tokens[at].form in ("ce", "cette", "ces") and at + 1 < len(tokens) and tokens[at + 1].form in _LATTER
    )
