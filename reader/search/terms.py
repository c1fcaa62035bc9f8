"""What a passage is known by: names, days, and words by their stems."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import log
from sys import intern
from typing import TYPE_CHECKING

from reader.model import Entity
from reader.text.folding import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.model import Span, Timex

SHORTEST_WORD = 4
"""Letters of a word that counts; shorter ones are mostly grammar."""
STEM = 5
"""Letters by which two forms of a word are held to be the same."""
COMMON = 0.1
"""A term in a larger share of all sentences tells nothing …"""
FEW = 20
"""… unless it is in no more of them than this."""

Terms = dict[str, str]
"""Term to how it is written."""


def terms_of(text: str, span: Span, named: Iterable[Entity | Timex]) -> Terms:
    """The terms of a passage with the names and days in it. A name counts by itself and by its words."""
    terms = _words_in(span.of(text))
    for mention in named:
        if isinstance(mention, Entity):
            terms[intern(f"n:{fold_key(mention.name)}")] = mention.name
        elif mention.value:
            terms[intern(f"d:{mention.value[:10]}")] = mention.value
    return terms


def plain_words(terms: Terms, named: Iterable[Entity | Timex]) -> int:
    """How many words of a passage are neither in its names nor in its days."""
    in_names = {term for mention in named for term in _words_in(mention.text)}
    return sum(term.startswith("w:") and term not in in_names for term in terms)


def _words_in(text: str) -> Terms:
    return {intern(f"w:{word[:STEM]}"): word for word in reversed(_words().findall(fold_key(text)))}


class Rarity:
    """How much each term tells: the rarer, the more."""

    def __init__(self, holders: Iterable[Iterable[str]], common: float = COMMON) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for terms in holders:
            counts.update(iter(terms))
            total += 1
        most = max(FEW, common * total)
        self._weights = {
            term: log(1 + total / count) if count <= most else 0.0 for term, count in counts.items()
        }

    def of(self, term: str) -> float:
        """Its weight; 0 where it is in too many to tell anything, 1 where nothing has it."""
        return self._weights.get(term, 1.0)

    def weighed(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Each share times what its term tells."""
        return {term: share * self.of(term) for term, share in shares.items()}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}")
