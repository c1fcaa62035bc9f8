"""Sentences that are none: datelines, by-lines, signatures; near to everything and telling nothing."""

from __future__ import annotations

FEWEST_TERMS = 4
"""A sentence known by fewer is a scrap."""
FEWEST_WORDS = 3
"""So is a line with fewer words beside its names and days, if it does not end as a sentence does."""
SIGNS = ("—", "–", "-")
"""What a signature begins with; so does speech, but that ends as a sentence does."""
ENDS = tuple(".!?…:;»”\"'’)")


def is_scrap(text: str, terms: int, words: int, *, heading: bool) -> bool:
    """Whether a sentence is no passage to be proposed.

    *terms* is the number it is known by, *words* that of its words beside its names and days.
    """
    if terms < FEWEST_TERMS or words == 0:
        return True
    if heading or text.endswith(ENDS):
        return False
    return words < FEWEST_WORDS or text.startswith(SIGNS)
