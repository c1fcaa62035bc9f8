"""Reads small made-up texts and says what was found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.recognition.dates.finding import find

if TYPE_CHECKING:
    from reader.model import Timex

THURSDAY = "2025-10-16"


def found(text: str, reference: str | None = THURSDAY, language: str = "fr") -> list[Timex]:
    """The expressions of *text*; each stands where it says."""
    expressions = find(text, reference, language)
    assert all(e.span.of(text) == e.text for e in expressions)
    return expressions


def values(text: str, reference: str | None = THURSDAY, language: str = "fr") -> list[tuple[str, str, str]]:
    """Words, type and value of each expression."""
    return [(e.text, e.type.value, e.value) for e in found(text, reference, language)]
