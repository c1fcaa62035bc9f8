"""How much two articles tell of the same: by all their names, days and words."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from reader.search.terms import Rarity
from reader.search.vectors import Index, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Affinity:
    """The articles of a folder, weighed against each other; each is reckoned when it is first asked for."""

    def __init__(self, articles: Mapping[str, Iterable[Iterable[str]]]) -> None:
        counted = {id: _counted(sentences) for id, sentences in articles.items()}
        self._rarity = Rarity(counted.values(), common=1.0)
        self._vectors = {id: self._vector(counts) for id, counts in counted.items()}
        self._index = Index(list(self._vectors.values()))
        self._known: dict[str, dict[str, float]] = {}

    def of(self, article: str, sentences: Iterable[Iterable[str]]) -> Mapping[str, float]:
        """How near each article of the folder is to that one, of the folder or not: from 0 to 1."""
        if article not in self._known:
            vector = self._vectors.get(article) or self._vector(_counted(sentences))
            self._known[article] = dict(zip(self._vectors, self._index.cosines(vector), strict=True))
        return self._known[article]

    def _vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        return unit(self._rarity.weighed({term: 1 + log(count) for term, count in counts.items()}))


def _counted(sentences: Iterable[Iterable[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for terms in sentences:
        counts.update(iter(terms))
    return counts
