"""Passages of other articles that belong with a passage: shared names, dates and rare words.

Pure scoring over sentences; each suggestion says what it rests on. A passage counts with a share of the
sentences beside it, for a story is told over several; and two passages are the nearer, the more their
articles tell of the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

from reader.search.affinity import Affinity
from reader.search.relating import relation_of
from reader.search.sentences import Sentences
from reader.search.terms import Rarity
from reader.search.vectors import Index, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.model import Article, Mention, Span

HEADING = 0.85
"""What a heading's scores are taken by: the sentence that it sums up says more."""
MOST_EVIDENCE = 6
SLACK = 1e-9
"""What rounding may add to a cosine of 1."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be proposed."""

    article: str
    span: Span
    weights: Mapping[str, float]
    """What each term tells, its own and with a share those beside it; of length 1."""
    share: float
    """What its scores are taken by, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage that may belong with another, best first by *score*."""

    article: str
    span: Span
    score: float
    """From 0 to 1: how near the two passages are, and their articles."""
    evidence: tuple[str, ...]
    """What both have, in them or beside them, the most telling first."""
    relation: str
    """How the two may belong together: a first guess, as ``relating`` makes it."""


class Passages:
    """The sentences of a folder, weighed against each other."""

    def __init__(self, articles: Iterable[tuple[Article, Sequence[Mention]]]) -> None:
        self._read = {article.id: Sentences(article, mentions) for article, mentions in articles}
        self._rarity = Rarity(terms for read in self._read.values() for terms in read.terms)
        self._affinity = Affinity({id: read.terms for id, read in self._read.items()})
        self._candidates = {
            id: [self._candidate(read, span) for span in read.proposable] for id, read in self._read.items()
        }
        self._indexes = {
            id: Index([one.weights for one in candidates]) for id, candidates in self._candidates.items()
        }

    @property
    def candidates(self) -> Iterator[Candidate]:
        """All of them, article by article."""
        return chain.from_iterable(self._candidates.values())

    def near(
        self, article: Article, span: Span, mentions: Sequence[Mention], limit: int = 20
    ) -> list[Proposal]:
        """The *limit* passages of other articles that have most in common with *span*."""
        read = self._read.get(article.id) or Sentences(article, mentions)
        return self._nearest(read, self._candidate(read, span), limit, 0.0)

    def alike(self, candidate: Candidate, limit: int, floor: float = 0.0) -> list[Proposal]:
        """The same for a passage of the folder itself, leaving out scores below *floor*."""
        return self._nearest(self._read[candidate.article], candidate, limit, floor)

    def _candidate(self, read: Sentences, span: Span) -> Candidate:
        weights = unit(self._rarity.weighed(read.shares_about(span)))
        return Candidate(read.article.id, span, weights, HEADING if span in read.headings else 1.0)

    def _nearest(self, read: Sentences, own: Candidate, limit: int, floor: float) -> list[Proposal]:
        best = nsmallest(limit, self._scored(read, own, floor))
        return [self._proposal(read, own, self._candidates[id][number], -score) for score, id, number in best]

    def _scored(self, read: Sentences, own: Candidate, floor: float) -> Iterator[tuple[float, str, int]]:
        """The score of each sentence of another article, negative, with its article and number there."""
        for id, close in self._affinity.of(own.article, read.terms).items():
            if id == own.article or sqrt(close) < floor - SLACK:
                continue  # no sentence can be nearer than the articles let it
            for number, near in enumerate(self._indexes[id].cosines(own.weights)):
                score = sqrt(min(near * close, 1.0)) * own.share * self._candidates[id][number].share
                if score and score >= floor:
                    yield -score, id, number

    def _proposal(self, read: Sentences, own: Candidate, other: Candidate, score: float) -> Proposal:
        there = self._read[other.article]
        shared = sorted(
            own.weights.keys() & other.weights.keys(),
            key=lambda term: (-own.weights[term] * other.weights[term], term),
        )
        written = read.written_about(own.span)
        evidence = tuple(written[term] for term in shared[:MOST_EVIDENCE])
        relation = relation_of(read.told(own.span), there.told(other.span))
        return Proposal(other.article, other.span, score, evidence, relation)
