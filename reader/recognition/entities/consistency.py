"""Makes the names of one article agree with each other and with what a name can be.

A surname is the person whose full name stands elsewhere in the article; a list with commas is
several names, not one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.recognition.entities.features import Word

Name = tuple[int, int, int, int]
"""First and last token, label and margin of a name."""

PERSON = 0
"""The number of the label PER."""


def split_lists(words: Sequence[Word], names: list[Name], known: Callable[[str], int | None]) -> list[Name]:
    """*names* with each that has a comma in it cut at its commas.

    A part is what its list says (*known*: a token to a label), else what the whole was taken for.
    """
    split: list[Name] = []
    for first, last, label, margin in names:
        if not any(words[at].text == "," for at in range(first, last + 1)):
            split.append((first, last, label, margin))
            continue
        start = first
        for at in range(first, last + 2):
            if at <= last and (words[at].text not in CUTS or (words[at].text == "et" and start == first)):
                continue
            while start < at and not words[start].capital:
                start += 1
            if start < at:
                own = known(words[start].text) if start == at - 1 else None
                split.append((start, at - 1, label if own is None else own, margin))
            start = at + 1
    return split


CUTS = frozenset((",", "et"))
"""Between the members of a list."""


ADDRESS = frozenset(
    ("m", "m.", "mm", "mm.", "mme", "mmes", "mlle", "mlles", "me", "mᵉ", "mgr", "dr", "dr.", "pr", "pr.")
)
"""Short forms of address: they stand before a name and are no part of it."""


def without_address(words: Sequence[Word], names: list[Name]) -> list[Name]:
    """*names* with no form of address at the start of a person: *Mme Morel* is *Morel*."""
    return [(_after_address(words, *name), *name[1:]) for name in names]


def _after_address(words: Sequence[Word], first: int, last: int, label: int, _margin: int) -> int:
    """The token that the name itself begins with."""
    while label == PERSON and first < last and words[first].lower in ADDRESS and words[first + 1].capital:
        first += 1
    return first


def agree(words: Sequence[Word], names: list[Name], doubt: int) -> list[Name]:
    """*names* with the surnames that were missed, or taken for something else by less than *doubt*.

    A surname is the last word of a person's full name in the article. It is only added where it
    stands alone and the article never writes it in lower case.
    """
    surnames = {words[last].text for first, last, label, _ in names if label == PERSON and last > first}
    if not surnames:
        return names
    agreed = [
        (first, last, PERSON, margin)
        if first == last and margin < doubt and words[first].text in surnames
        else (first, last, label, margin)
        for first, last, label, margin in names
    ]
    taken = {at for first, last, _, _ in names for at in range(first, last + 1)}
    common = {word.lower for word in words if not word.capital}
    missed = [
        at
        for at, word in enumerate(words)
        if word.text in surnames
        and at not in taken
        and word.capital
        and word.lower not in common
        and not (at + 1 < len(words) and words[at + 1].capital)
        and not (at and words[at - 1].capital and not words[at - 1].starter)
    ]
    agreed += ((at, at, PERSON, 0) for at in missed)
    return sorted(agreed)
