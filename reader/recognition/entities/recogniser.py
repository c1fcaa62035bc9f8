"""The recogniser of named entities: the learned tagger, then canonical names.

French has the learned model, English rules and lists; in any other language nothing is
claimed to be a name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Entity, EntityLabel, Span
from reader.recognition.entities.names import canonical_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Article
    from reader.recognition.entities.english.lists import English
    from reader.recognition.entities.modelfile import Model
    from reader.recognition.entities.tagger import Tagger

DATA = Path(__file__).parent / "data"
LISTS = DATA / "gazetteers"
MODEL = DATA / "fr.model"
RULES = 6
"""Raised with every change of the code that lets the same text and model give other names."""
LANGUAGES = ("fr", "en")
"""The languages that names are looked for in, best first."""


class EntityRecogniser:
    """Persons, places, organisations and other names in an article."""

    name = "entities"

    def __init__(self, model: Path = MODEL) -> None:
        self._model = model

    @property
    def version(self) -> str:
        """The version of the rules and the checksum of the model file."""
        return f"{RULES}-{_checksum(self._model)}"

    def __call__(self, article: Article) -> Sequence[Entity]:
        """The entities of *article*, each with its canonical name; none in a language not known.

        Raises RecognitionError where the model cannot be read.
        """
        return self.entities(article.text, article.language)

    def entities(self, text: str, language: str = "fr") -> list[Entity]:
        """The entities of *text*, in order, none overlapping, each with its canonical name."""
        if language == "fr":
            found = self._entities(text, _tagger(self._model).tag(text))
        elif language == "en":
            from reader.recognition.entities.english.finding import find_names

            found = self._entities(text, find_names(text, _english(self._model)))
        else:
            return []
        names = canonical_names(text, found, _read(self._model).lexicon.aliases if language == "fr" else {})
        return _supported(
            [
                entity if entity.name == name else _rewritten(entity, name, entity.score)
                for entity, name in zip(found, names, strict=True)
            ]
        )

    def _entities(self, text: str, spans: Iterable[tuple[int, int, str, float]]) -> list[Entity]:
        found = []
        for start, end, label, score in spans:
            words = text[start:end]
            found.append(Entity(Span(start, end), words, EntityLabel(label), words, score, self.name))
        return found


def own_recogniser(model: str) -> EntityRecogniser:
    """The recogniser with another *model* file; ``~`` is the home folder, empty the model that ships.

    Raises RecognitionError where the file is no model.
    """
    path = Path(model).expanduser() if model else MODEL
    _read(path)
    return EntityRecogniser(path)


def _supported(entities: list[Entity]) -> list[Entity]:
    """A name that is sure at one place is surer at the others: half way to the best of its kind."""
    best: dict[tuple[str, EntityLabel], float] = {}
    for entity in entities:
        key = (entity.name, entity.label)
        best[key] = max(entity.score, best.get(key, 0.0))
    return [
        _rewritten(entity, entity.name, round((entity.score + best[entity.name, entity.label]) / 2, 3))
        if entity.score < best[entity.name, entity.label]
        else entity
        for entity in entities
    ]


def _rewritten(entity: Entity, name: str, score: float) -> Entity:
    return Entity(entity.span, entity.text, entity.label, name, score, entity.recogniser)


@cache
def _checksum(path: Path) -> str:
    from zlib import crc32

    try:
        return f"{crc32(path.read_bytes()):08x}"
    except OSError:
        return "none"


@cache
def _read(path: Path) -> Model:
    from reader.recognition.entities.modelfile import read

    return read(path)


@cache
def _tagger(path: Path) -> Tagger:
    """The tagger of the model in *path*, made once."""
    from reader.recognition.entities.tagger import Tagger

    return Tagger(_read(path))


@cache
def _english(path: Path) -> English:
    from reader.recognition.entities.english.lists import english

    return english(_read(path).lexicon)
