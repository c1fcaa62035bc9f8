"""The articles of the opened folders, each read when it is first asked for and then kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.discovery import explore
from reader.articles.loading import load
from reader.errors import ArticleUnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model import Article, ArticleRef


class Library:
    """Found articles by id. Safe to ask from several threads: at worst one file is read twice."""

    def __init__(self, paths: Sequence[Path], *, apart: Path | None = None) -> None:
        """Find the articles below *paths*, leaving out the folder *apart* (the store's)."""
        self._paths = tuple(paths)
        self._apart = apart.resolve() if apart else None
        self._read: dict[str, Article] = {}
        self._failed: dict[str, ArticleUnreadableError] = {}
        self._refs: dict[str, ArticleRef] = {}
        self.notes: tuple[str, ...] = ()
        """What was passed over and why, one sentence each."""
        self.find()

    def find(self) -> None:
        """Look again which articles there are."""
        found = explore(self._paths)
        self.notes = found.notes
        self._refs = {ref.id: ref for ref in found.articles if not self._is_apart(ref)}

    @property
    def refs(self) -> tuple[ArticleRef, ...]:
        """All articles by id."""
        return tuple(self._refs.values())

    def article(self, id: str) -> Article:
        """Read an article, once. Raises ArticleUnreadableError, again at each call, where that fails."""
        known = self._read.get(id)
        if known is not None:
            return known
        if id in self._failed:
            raise self._failed[id]
        ref = self._refs.get(id)
        if ref is None:
            raise ArticleUnreadableError(f"There is no article {id} in the opened folders.")
        try:
            article = load(ref)
        except ArticleUnreadableError as error:
            self._failed[id] = error
            raise
        self._read[id] = article
        return article

    def forget(self, id: str) -> None:
        """Read the file anew at the next call."""
        self._read.pop(id, None)
        self._failed.pop(id, None)

    def _is_apart(self, ref: ArticleRef) -> bool:
        return self._apart is not None and ref.path.resolve().is_relative_to(self._apart)
