"""The recogniser of named entities: the learned tagger, then canonical names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Entity, EntityLabel, Span
from reader.recognition.entities.names import canonical_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article
    from reader.recognition.entities.tagger import Tagger

DATA = Path(__file__).parent / "data"
LISTS = DATA / "gazetteers"
MODEL = DATA / "fr.model"


class EntityRecogniser:
    """Persons, places, organisations and other names in an article."""

    name = "entities"
    version = "1"

    def __init__(self, model: Path = MODEL) -> None:
        self._model = model

    def __call__(self, article: Article) -> Sequence[Entity]:
        """The entities of *article*, each with its canonical name."""
        return self.entities(article.text, article.language)

    def entities(self, text: str, language: str = "fr") -> list[Entity]:
        """The entities of *text*, in order, each with its canonical name."""
        if language != "fr":
            return []
        tagger, labels = _tagger(self._model)
        found = []
        for start, end, label, score in tagger.tag(text):
            words = text[start:end]
            found.append(Entity(Span(start, end), words, labels[label], words, score, self.name))
        names = canonical_names(text, found, tagger.aliases)
        return [
            entity if entity.name == name else replace(entity, name=name)
            for entity, name in zip(found, names, strict=True)
        ]


@cache
def _tagger(path: Path) -> tuple[Tagger, tuple[EntityLabel, ...]]:
    """The tagger of the model in *path*, loaded once, and what its labels mean."""
    from reader.recognition.entities.modelfile import CLASSES, read
    from reader.recognition.entities.tagger import Tagger

    return Tagger(read(path)), tuple(EntityLabel(label) for label in CLASSES)
