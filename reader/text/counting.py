"""Numbers with what they count, in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """``1 link``, ``2 links``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
