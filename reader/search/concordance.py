"""Every place of some words in the articles, each with its line (keyword in context)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.folding import find_folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model import Article, Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the words stand."""

    article: Article
    span: Span


def concordance(articles: Iterable[Article], query: str) -> Iterator[Occurrence]:
    """Every place of *query*, article by article, whatever case, accents and apostrophes."""
    if query.strip():
        for article in articles:
            for span in find_folded(article.text, query.strip()):
                yield Occurrence(article, span)


def occurrences(text: str, words: str) -> list[Span]:
    """Every place where *words* stand as whole words: ``Trump``, not ``Trumpisme``."""
    sought = words.strip()
    if not sought:
        return []
    return [span for span in find_folded(text, sought) if _is_whole(text, span, sought)]


def _is_whole(text: str, span: Span, words: str) -> bool:
    """Whether no letter or digit continues the words on either side."""
    before = span.start > 0 and words[0].isalnum() and text[span.start - 1].isalnum()
    behind = span.end < len(text) and words[-1].isalnum() and text[span.end].isalnum()
    return not (before or behind)
