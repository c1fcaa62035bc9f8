"""One article cut into sentences, each with what it is known by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from reader.model import Entity, Timex
from reader.search.relating import Told
from reader.search.scraps import is_scrap
from reader.search.terms import plain_words, terms_of
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Article, Mention, Span
    from reader.search.terms import Terms

BESIDE = 0.3
"""The share with which the terms of the sentences around a passage count."""


class Sentences:
    """The sentences of one article."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self.article = article
        self.headings = frozenset(article.headings)
        self._named = sorted(
            (mention for mention in mentions if isinstance(mention, Entity | Timex)),
            key=lambda mention: mention.span.start,
        )
        self._spans = TextMap(article.text).sentences()
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    @cached_property
    def terms(self) -> list[Terms]:
        """What each is known by, in text order."""
        return [terms_of(self.article.text, span, self._within(span)) for span in self._spans]

    @property
    def proposable(self) -> Iterator[Span]:
        """Those that say something."""
        for span, terms in zip(self._spans, self.terms, strict=True):
            words = plain_words(terms, self._within(span))
            if not is_scrap(span.of(self.article.text), len(terms), words, heading=span in self.headings):
                yield span

    def shares_about(self, span: Span) -> dict[str, float]:
        """The terms of a passage, and with a share those of the sentences it stands in and beside."""
        shares = {term: BESIDE for terms in self._around(span) for term in terms}
        return shares | dict.fromkeys(self._own(span), 1.0)

    def written_about(self, span: Span) -> Terms:
        """How each of those terms is written."""
        written: Terms = {}
        for terms in self._around(span):
            written |= terms
        return written | self._own(span)

    def told(self, span: Span) -> Told:
        """What a passage says of days."""
        days = (mention.value for mention in self._within(span) if isinstance(mention, Timex))
        written = self.article.reference.date if self.article.reference else ""
        return Told(written, frozenset(day[:10] for day in days if len(day) >= 10))

    def _around(self, span: Span) -> list[Terms]:
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return self.terms[max(first - 1, 0) : last + 1]

    def _own(self, span: Span) -> Terms:
        return terms_of(self.article.text, span, self._within(span))

    def _within(self, span: Span) -> list[Entity | Timex]:
        """The names and days that *span* touches."""
        last = bisect_left(self._named, span.end, key=lambda mention: mention.span.start)
        first = last
        while first and self._named[first - 1].span.end > span.start:
            first -= 1
        return self._named[first:last]
