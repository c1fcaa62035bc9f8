"""What the tagger sees of a token by itself: the same attributes in training and at run time.

*Word attributes* depend on the word alone and are fused per word at run time; *class attributes* depend
on the coarse classes of three neighbouring words and are fused per triple. What depends on the article
around it is in ``context_features``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.recognition.entities.lexicon import Lexicon

CLASS_OF_CUE = {
    "honorifics": "H", "titles": "T", "months": "M", "nationalities": "N", "organisations": "O",
    "places": "P", "events": "E", "works": "W", "speech": "S",
}  # fmt: skip

GROUP = {
    "given": "g", "surnames": "s", "persons": "p", "countries": "c",
    "areas": "l", "france": "l", "cities": "l", "nature": "l", "sites": "l", "roads": "l",
    "public": "o", "parties": "o", "media": "o", "companies": "o", "sports": "o",
    "events": "m", "works": "m",
}  # fmt: skip
"""Table of names to the letter that stands for it in a class."""

ARABIC_ARTICLES = frozenset(("al-", "el-", "as-", "an-", "ad-", "ar-", "az-"))
PLURALS = ("s", "e", "es", "ne", "nes", "enne", "ennes", "le", "les", "x")


class Word:
    """Everything that depends on the word alone."""

    __slots__ = ("capital", "current", "far", "kind", "lower", "near", "starter", "text")
    current: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lower = lower = text.lower()
        tables = lexicon.names.get(text, ())
        if not tables and len(text) > 3 and text.isupper():
            tables = lexicon.names.get(text.title(), ())
        first = text[0]
        self.capital = capital = text[-1] != "'" and (
            first.isupper() or (text[:3] in ARABIC_ARTICLES and text[3:4].isupper())
        )
        common = lexicon.common.get(lower, 0)
        self.starter = capital and (lower in lexicon.function or (common == 3 and not tables))
        """Whether it is likely capitalised only because a sentence begins."""
        cue = _cue(lower, lexicon)
        self.kind = _kind(text, lower, capital, common, cue, tables, lower in lexicon.function)
        if capital or first.isdigit():
            self.current = tuple(_capital_attributes(text, lower, common, cue, tables))
        elif first.isalpha():
            self.current = ("l=" + lower, "s=" + lower[-4:], "k=" + self.kind, *(("g=" + t) for t in tables))
        else:
            self.current = ("l=" + lower,)
        form = shape(text)
        self.near = (
            "l=" + lower,
            "h=" + form,
            "k=" + self.kind,
            "s=" + lower[-3:],
            *(("g=" + t) for t in tables),
        )
        self.far = ("l=" + lower, "k=" + self.kind)


def _cue(lower: str, lexicon: Lexicon) -> str:
    """The cue table of a word, its feminine or its plural."""
    cue = lexicon.cues.get(lower, "")
    if not cue and len(lower) > 4 and lower[-1] in "sex":
        for ending in PLURALS:
            if lower.endswith(ending) and (cue := lexicon.cues.get(lower[: -len(ending)], "")):
                return cue
    return cue


def shape(text: str) -> str:
    """The word as a pattern: ``Xx``, ``X``, ``XX``, ``Xx-Xx``, ``9``, ``9999``; a mark is itself."""
    if text.isalpha():
        if text.islower():
            return "x"
        if text.isupper():
            return "X"
        if text[0].isupper() and text[1:].islower():
            return "Xx"
    if text.isdigit():
        return "9" * min(len(text), 5)
    out: list[str] = []
    for character in text[:24]:
        if character.isupper():
            mark = "X"
        elif character.islower():
            mark = "x"
        elif character.isdigit():
            mark = "9"
        else:
            mark = character
        if out and mark == out[-1] and (len(out) < 2 or mark == out[-2] or mark in "x9"):
            continue
        out.append(mark)
    return "".join(out)


def _kind(
    text: str, lower: str, capital: bool, common: int, cue: str, tables: tuple[str, ...], function: bool
) -> str:
    """The coarse class of a word: what triples are made of."""
    if capital:
        group = "".join(sorted({GROUP[table] for table in tables}))
        form = (
            "XX" if text.isupper() and len(text) > 1 and "." not in text else "X." if text[-1] == "." else "X"
        )
        known = "f" if function else CLASS_OF_CUE.get(cue, "") or str(common)
        return form + group[:2] + (known if not group or known == "M" else "")
    if text.isdigit():
        return "9999" if len(text) == 4 else "9"
    if not text[0].isalpha():
        return "a9" if text[0].isdigit() else text[0]
    if function:
        return lower
    return CLASS_OF_CUE.get(cue, "") or ("pl" if lower[-1] == "s" else "x")


def _capital_attributes(text: str, lower: str, common: int, cue: str, tables: tuple[str, ...]) -> list[str]:
    """The attributes of a token that may well be part of a name."""
    form = shape(text)
    length = len(text)
    found: list[str] = ["h=" + form, "c=" + str(common), "n=" + str(min(length, 9)) + form[:2], "q=" + cue]
    parts = text.split("-")
    found += ("x=" + part for part in parts[1:-1])
    found += ["p=" + lower[:2], "p=" + lower[:3], "s=" + lower[-2:], "s=" + lower[-3:], "s=" + lower[-4:]]
    found += ["w=" + text, "l=" + lower, "p=" + lower[:4], "s=" + lower[-5:]]
    if len(parts) > 1:
        found += ["y=" + parts[0], "z=" + parts[-1]]
    found += ("g=" + table for table in tables)
    found += ("j=" + GROUP[table] for table in tables)
    if not tables:
        found.append("g=0")
    return found


def class_attributes(before: str, here: str, after: str) -> tuple[str, ...]:
    """The attributes of a triple of classes."""
    return (f"a{before} {here}", f"b{here} {after}", f"c{before} {here} {after}")
