"""Personal and demonstrative pronouns by what they agree with."""

from __future__ import annotations

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
