"""Recognition by one engine, remembered between runs."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.recognition.cache import usual_cache
from reader.recognition.recognise import LONGEST, recognise
from reader.recognition.registry import versions

if TYPE_CHECKING:
    from reader.model import Article, Recognition
    from reader.recognition.cache import RecognitionCache


class Remembering:
    """Recognises an article once for all runs; called from any thread."""

    def __init__(self, engine: str = "") -> None:
        self._engine = engine

    def __call__(self, article: Article) -> Recognition:
        """Everything recognised in *article*; what failed in part is tried again the next time."""
        cache = self._cache
        known = cache.get(article) if cache is not None else None
        if known is None:
            known = recognise(article, self._engine)
            if cache is not None and _lasts(article, known):
                cache.put(article, known)
        return known

    @cached_property
    def _cache(self) -> RecognitionCache | None:
        return usual_cache(partial(versions, self._engine))


def _lasts(article: Article, found: Recognition) -> bool:
    """Whether the next run would find the same: nothing failed, though a very long text is told to be one."""
    return len(found.problems) <= (len(article.text) > LONGEST)
