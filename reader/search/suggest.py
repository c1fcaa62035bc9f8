"""Passages of other articles that belong with a passage: shared names, dates and rare words.

Pure scoring over sentences; each suggestion says what it rests on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from typing import TYPE_CHECKING

from reader.model import Entity, Span, Timex
from reader.text.folding import fold_key
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.model import Article, Mention

NAME_WEIGHT, DATE_WEIGHT, WORD_WEIGHT = 1.5, 1.0, 1.0
SHORTEST_WORD = 4
"""Letters of a word that counts; shorter ones are mostly grammar."""
STEM = 5
"""Letters by which two forms of a word are held to be the same."""
MOST_EVIDENCE = 6
FEWEST_TERMS = 4
"""A sentence known by fewer is a dateline or a scrap, near to everything and telling nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence and the terms it is known by."""

    article: str
    span: Span
    terms: Mapping[str, tuple[str, float]]
    """Term to how it is written and its weight."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage that may belong with another, best first by *score*."""

    article: str
    span: Span
    score: float
    """From 0 to 1: the cosine of the two passages' weighted terms."""
    evidence: tuple[str, ...]
    """What both have, the most telling first."""


class Passages:
    """The sentences of a folder, weighed against each other."""

    def __init__(self, articles: Iterable[tuple[Article, Sequence[Mention]]]) -> None:
        self.candidates: list[Candidate] = []
        for article, mentions in articles:
            self.candidates += _candidates(article, mentions)
        self._rarity = _rarities(self.candidates)

    def near(
        self, article: Article, span: Span, mentions: Sequence[Mention], limit: int = 20
    ) -> list[Proposal]:
        """The *limit* passages of other articles that have most in common with *span*."""
        terms = _terms(article, span, mentions)
        own = self._weighed(terms)
        length = _length(own)
        found = []
        for candidate in self.candidates:
            if candidate.article == article.id:
                continue
            shared = own.keys() & candidate.terms.keys()
            if not shared:
                continue
            theirs = self._weighed(candidate.terms)
            score = sum(own[term] * theirs[term] for term in shared) / (length * _length(theirs) or 1.0)
            telling = sorted(shared, key=lambda term: -own[term])[:MOST_EVIDENCE]
            evidence = tuple(terms[term][0] for term in telling)
            found.append(Proposal(candidate.article, candidate.span, score, evidence))
        found.sort(key=lambda proposal: (-proposal.score, proposal.article, proposal.span.start))
        return found[:limit]

    def _weighed(self, terms: Mapping[str, tuple[str, float]]) -> dict[str, float]:
        return {term: weight * self._rarity.get(term, 1.0) for term, (_, weight) in terms.items()}


def _candidates(article: Article, mentions: Sequence[Mention]) -> Iterable[Candidate]:
    structure = TextMap(article.text)
    at = 0
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    for sentence in structure.sentences():
        while at < len(ordered) and ordered[at].span.end <= sentence.start:
            at += 1
        inside = []
        for mention in ordered[at:]:
            if mention.span.start >= sentence.end:
                break
            inside.append(mention)
        terms = _terms(article, sentence, inside)
        if len(terms) >= FEWEST_TERMS:
            yield Candidate(article.id, sentence, terms)


def _terms(article: Article, span: Span, mentions: Iterable[Mention]) -> dict[str, tuple[str, float]]:
    """What a passage is known by: names, dated days, and words as folded stems."""
    terms: dict[str, tuple[str, float]] = {}
    for found in _words().finditer(fold_key(span.of(article.text))):
        terms.setdefault(f"w:{found[0][:STEM]}", (found[0], WORD_WEIGHT))
    for mention in mentions:
        if not mention.span.overlaps(span):
            continue
        if isinstance(mention, Entity):
            terms[f"n:{fold_key(mention.name)}"] = (mention.name, NAME_WEIGHT)
        elif isinstance(mention, Timex) and mention.value:
            terms[f"d:{mention.value[:10]}"] = (mention.value, DATE_WEIGHT)
    return terms


def _rarities(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much a term tells: the rarer over all sentences, the more."""
    counts: dict[str, int] = {}
    for candidate in candidates:
        for term in candidate.terms:
            counts[term] = counts.get(term, 0) + 1
    return {term: log(1 + len(candidates) / count) for term, count in counts.items()}


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}")
