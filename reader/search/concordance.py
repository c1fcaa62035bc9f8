"""Every place of some words in the articles, each with its line (keyword in context)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from reader.text.folding import Folded, find_folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model import Article, Span


ROOM = 1 << 26
"""Characters of folded texts that are kept."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the words stand."""

    article: Article
    span: Span


class FoldedTexts:
    """Texts folded once for many queries, as long as there is room for them; any thread may ask."""

    def __init__(self, room: int = ROOM) -> None:
        """*room*: the characters that are kept, of all texts together."""
        self._room = room
        self._kept: dict[str, Folded] = {}
        self._texts: dict[str, str] = {}
        """The digest of the text that each article had when it was last asked for."""
        self._holders: Counter[str] = Counter()
        """How many articles have the text of that digest."""
        self._keeping = Lock()

    def of(self, article: Article) -> Folded:
        """The text of *article*, folded."""
        folded = self._kept.get(article.sha256)
        if folded is not None and self._texts.get(article.id) == article.sha256:
            return folded
        folded = folded or fold(article.text)
        with self._keeping:
            self._give_up(article)
            if article.sha256 not in self._kept and len(article.text) <= self._room:
                self._room -= len(article.text)
                self._kept[article.sha256] = folded
        return folded

    def _give_up(self, article: Article) -> None:
        """Forget what *article* said before, unless another article says it still."""
        before, now = self._texts.get(article.id), article.sha256
        if before == now:
            return
        self._texts[article.id] = now
        self._holders[now] += 1
        if before is None:
            return
        self._holders[before] -= 1
        if self._holders[before] <= 0:
            del self._holders[before]
            if before in self._kept:
                self._room += len(self._kept.pop(before).original)


def concordance(articles: Iterable[Article], query: str, texts: FoldedTexts) -> Iterator[Occurrence]:
    """Every place of *query*, article by article, whatever case, accents and apostrophes."""
    if query.strip():
        for article in articles:
            for span in texts.of(article).find(query.strip()):
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
