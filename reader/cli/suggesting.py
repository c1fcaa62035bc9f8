"""Suggested links of a session as records, over the whole folder or for given passages."""

from __future__ import annotations

import json
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING

from reader.errors import ArticleError, FormatError, SpanError
from reader.model import Span
from reader.search.suggest import Passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Article, Mention
    from reader.search.suggest import Proposal

    Read = tuple[Article, Sequence[Mention]]
    Pair = tuple[Article, Span, Article, Proposal]

Record = dict[str, object]
PER_SENTENCE = 3
"""How many counterparts of one sentence are looked at for the best of a folder."""


class Suggester:
    """The sentences of a folder and what belongs with them."""

    def __init__(self, found: Sequence[Read]) -> None:
        self._read = {article.id: (article, mentions) for article, mentions in found}
        self._passages = Passages(found)

    def best(self, limit: int) -> Iterator[Record]:
        """The *limit* best suggestions of the folder, the earlier article first."""
        pairs: dict[frozenset[tuple[str, Span]], Pair] = {}
        scores: list[float] = []
        for candidate in self._passages.candidates:
            article = self._read[candidate.article][0]
            floor = scores[0] if len(scores) == limit else 0.0
            for proposal in self._passages.alike(candidate, PER_SENTENCE, floor):
                ends = frozenset({(article.id, candidate.span), (proposal.article, proposal.span)})
                pair = (article, candidate.span, self._read[proposal.article][0], proposal)
                if ends not in pairs:
                    (heappushpop if len(scores) == limit else heappush)(scores, proposal.score)
                if ends not in pairs or _day(article) < _day(pairs[ends][0]):
                    pairs[ends] = pair
        ranked = sorted(pairs.values(), key=lambda p: (-p[3].score, p[0].id, p[1].start, p[2].id))
        return (_record(*pair) for pair in ranked[:limit])

    def for_passage(self, line: str, limit: int) -> Iterator[Record]:
        """The *limit* best suggestions for the passage of one line ``{"article","start","end"}``.

        Raises FormatError saying what is wrong with it.
        """
        article, mentions, span = self._passage(line)
        for proposal in self._passages.near(article, span, mentions, limit):
            yield _record(article, span, self._read[proposal.article][0], proposal)

    def _passage(self, line: str) -> tuple[Article, Sequence[Mention], Span]:
        try:
            value = json.loads(line)
            id, span = value["article"], Span(value["start"], value["end"])
            article, mentions = self._named(id)
            span.of(article.text)
        except (KeyError, ValueError, TypeError, RecursionError) as error:
            raise FormatError('it is no {"article", "start", "end"}') from error
        except (SpanError, ArticleError) as error:
            raise FormatError(error.message.rstrip(".")) from error
        return article, mentions, span

    def _named(self, id: str) -> tuple[Article, Sequence[Mention]]:
        """The article of that id; its name without the ending will do where that names one alone."""
        if id in self._read:
            return self._read[id]
        alike = [known for known in self._read if known.rpartition(".")[0] == id]
        if len(alike) != 1:
            raise FormatError(f"there is no article {id} here")
        return self._read[alike[0]]


def suggested(suggester: Suggester, lines: Iterable[str], limit: int) -> Iterator[Record | tuple[int, str]]:
    """The suggestions for every line, in order; for a line that is wrong its number and why."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from suggester.for_passage(line, limit)
            except FormatError as error:
                yield number, error.message


def _day(article: Article) -> tuple[str, str]:
    return (article.reference.date if article.reference else "", article.id)


def _record(source: Article, span: Span, target: Article, proposal: Proposal) -> Record:
    return {
        "source": _end(source, span),
        "target": _end(target, proposal.span),
        "relation": proposal.relation,
        "score": round(proposal.score, 4),
        "evidence": list(proposal.evidence),
    }


def _end(article: Article, span: Span) -> Record:
    return {"article": article.id, "start": span.start, "end": span.end, "quote": span.of(article.text)}
