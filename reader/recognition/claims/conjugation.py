"""French conjugation of infinitives, third persons only: what a news report needs, and no more.

Knows no list of verbs: the irregular endings come from ``data/verbs.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum


class Mood(IntEnum):
    """The form a verb stands in; the order is the order in which an ambiguous form is read."""

    PRESENT = 0
    PAST = 1
    FUTURE = 2
    CONDITIONAL = 3
    PARTICIPLE = 4
    GERUND = 5
    INFINITIVE = 6


Endings = Mapping[str, Mapping[str, Sequence[str]]]

_MOODS = {mood.name.lower(): mood for mood in Mood}
_SECOND_GROUP = {
    Mood.PRESENT: ("it", "issent"),
    Mood.PAST: ("issait", "issaient", "irent"),
    Mood.FUTURE: ("ira", "iront"),
    Mood.CONDITIONAL: ("irait", "iraient"),
    Mood.PARTICIPLE: ("i", "ie", "is", "ies"),
    Mood.GERUND: ("issant",),
}


def conjugate(infinitive: str, endings: Endings) -> Iterator[tuple[str, Mood]]:
    """Every third-person form of *infinitive* with its mood, regular groups by rule, others by *endings*."""
    yield infinitive, Mood.INFINITIVE
    key = max((known for known in endings if infinitive.endswith(known)), key=len, default=None)
    if key is not None:
        stem = infinitive[: -len(key)]
        for name, forms in endings[key].items():
            for form in forms:
                yield stem + form, _MOODS[name]
    elif infinitive.endswith("er"):
        yield from _first_group(infinitive[:-2])
    elif infinitive.endswith("ir"):
        for mood, forms in _SECOND_GROUP.items():
            for form in forms:
                yield infinitive[:-2] + form, mood


def _first_group(stem: str) -> Iterator[tuple[str, Mood]]:
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    for strong in _strong_stems(stem):
        for ending in ("e", "ent"):
            yield strong + ending, Mood.PRESENT
        for ending in ("era", "eront"):
            yield strong + ending, Mood.FUTURE
        for ending in ("erait", "eraient"):
            yield strong + ending, Mood.CONDITIONAL
    for ending in ("ait", "aient", "a"):
        yield soft + ending, Mood.PAST
    yield stem + "èrent", Mood.PAST
    for ending in ("é", "ée", "és", "ées"):
        yield stem + ending, Mood.PARTICIPLE
    yield soft + "ant", Mood.GERUND


def _strong_stems(stem: str) -> tuple[str, ...]:
    """The stem, and as it is under stress: ``rappell``, ``répèt``, ``essai``."""
    if stem.endswith("y"):
        return stem, stem[:-1] + "i"
    for length in (1, 2):
        vowel = stem[-length - 1 : -length]
        if vowel in ("e", "é") and all(letter not in "aeéèiouy" for letter in stem[-length:]):
            grave = stem[: -length - 1] + "è" + stem[-length:]
            return (stem, grave, stem + stem[-1]) if vowel == "e" and length == 1 else (stem, grave)
    return (stem,)
