"""The word that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of *known* most like *word*; empty where none is like it."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word[:200].casefold(), sorted(names), n=1)
    return names[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean “export”?`` to end a sentence with, or its full stop."""
    found = nearest(word, known)
    return f"; did you mean “{found}”?" if found else "."
