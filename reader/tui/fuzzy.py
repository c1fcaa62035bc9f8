"""How well a few typed letters fit a name; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.text.folding import fold_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Thing = TypeVar("Thing")


def fit(typed: str, name: str) -> int | None:
    """0 the same, 1 its beginning, 2 a word's beginning, 3 a part, from 4 letters in order; None: no fit."""
    sought, whole = fold_key(typed), fold_key(name)
    if sought == whole:
        return 0
    if whole.startswith(sought):
        return 1
    at = whole.find(sought)
    if at > 0:
        return 2 if not whole[at - 1].isalnum() else 3
    gaps = _gaps(sought, whole)
    return None if gaps is None else 4 + gaps


def ranked(typed: str, things: Iterable[Thing], name: Callable[[Thing], str]) -> list[Thing]:
    """The *things* that fit what was typed, best first; all of them, in their order, where nothing was."""
    if not typed:
        return list(things)
    fits = [(fit(typed, name(thing)), thing) for thing in things]
    found = [(score, thing) for score, thing in fits if score is not None]
    return [thing for _, thing in sorted(found, key=lambda pair: pair[0])]


def _gaps(sought: str, whole: str) -> int | None:
    """How many letters lie between those sought, in order; None where one is missing."""
    at, first = -1, -1
    for letter in sought:
        at = whole.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first + 1 - len(sought)
