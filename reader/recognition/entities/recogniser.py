"""The recogniser of named entities: the learned tagger, then canonical names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article, Entity


class EntityRecogniser:
    """Persons, places, organisations and other names in an article."""

    name = "entities"
    version = "0"

    def __call__(self, article: Article) -> Iterable[Entity]:
        """The entities of *article*, each with its canonical name."""
        del article
        return ()
