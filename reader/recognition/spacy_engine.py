"""Any spaCy pipeline as the recogniser of names; spaCy is imported with the first article it reads."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol, cast

from reader.errors import RecognitionError
from reader.model import Entity, EntityLabel, Span
from reader.recognition.entities.names import canonical_names
from reader.recognition.touched import touch_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.model import Article

LABELS = {
    **dict.fromkeys(("PER", "PERS", "PERSON"), EntityLabel.PER),
    **dict.fromkeys(("LOC", "GPE", "FAC", "LOCATION", "PLACE"), EntityLabel.LOC),
    **dict.fromkeys(("ORG", "ORGANISATION", "ORGANIZATION"), EntityLabel.ORG),
}
"""Labels of spaCy's own pipelines and of their usual relatives; any other name is MISC."""
NO_NAMES = frozenset(
    ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "NUMBER", "DURATION")
)
"""Labels of what is no name; dates are found by our own recogniser."""
NEEDLESS = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
"""Components that names do not depend on in a pipeline that has nothing but the usual ones."""
USUAL = frozenset((*NEEDLESS, "tok2vec", "transformer", "ner"))
PIECE = 50_000
"""Characters that are read at a time, cut at line ends: memory grows with them, spaCy refuses a million."""


class _Entity(Protocol):
    start_char: int
    end_char: int
    label_: str
    ent_id_: str


class _Doc(Protocol):
    ents: Iterable[_Entity]


class _Pipeline(Protocol):
    pipe_names: list[str]

    def __call__(self, text: str) -> _Doc: ...

    def select_pipes(self, *, disable: Sequence[str]) -> object: ...


class SpacyRecogniser:
    """The names a spaCy pipeline finds."""

    def __init__(self, pipeline: str) -> None:
        if find_spec("spacy") is None:
            raise RecognitionError(
                f"The engine “spacy:{pipeline}” needs spaCy, which is not installed here. "
                "Install it with: pip install 'reader-tui[spacy]'."
            )
        self._wanted = pipeline
        self._loaded_by, self._folder = _place_of(pipeline)
        self._lock = Lock()

    @cached_property
    def name(self) -> str:
        """``spacy:`` and the pipeline's full name, never a path."""
        return f"spacy:{self._meta('lang', 'xx')}_{self._meta('name', 'pipeline')}"

    @cached_property
    def version(self) -> str:
        """Of the pipeline, of spaCy, and a mark that changes when the pipeline is trained again."""
        from importlib.metadata import version

        return f"{self._meta('version', '0')}-{version('spacy')}-{touch_mark(self._folder)}"

    def __call__(self, article: Article) -> list[Entity]:
        """The pipeline's names in *article*, each with its canonical name within the article.

        Raises RecognitionError where the pipeline cannot be loaded.
        """
        text = article.text
        pipeline = self._pipeline()
        found = [
            entity
            for start, end in pieces(text, PIECE)
            for entity in self._entities(pipeline, text, start, end)
        ]
        names = canonical_names(text, found, {})
        return [replace(entity, name=name) for entity, name in zip(found, names, strict=True)]

    def _entities(self, pipeline: _Pipeline, text: str, start: int, end: int) -> Iterator[Entity]:
        for found in pipeline(_encodable(text[start:end])).ents:
            label = label_of(found.label_)
            span = _trimmed(text, start + found.start_char, min(start + found.end_char, end))
            if label is not None and len(span):
                words = span.of(text)
                yield Entity(span, words, label, words, recogniser=self.name)

    def _pipeline(self) -> _Pipeline:
        """The pipeline, loaded once, whichever thread comes first."""
        with self._lock:
            return self._loaded

    @cached_property
    def _loaded(self) -> _Pipeline:
        import warnings

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that it was trained with another version of spaCy, say
                load = cast("Callable[[str | Path], _Pipeline]", import_module("spacy").load)
                pipeline = load(self._loaded_by)
        except Exception as error:  # One of the three borders: a pipeline brings its own code.
            import logging

            logging.getLogger(__name__).exception("The pipeline %s cannot be loaded", self._wanted)
            said = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
            raise RecognitionError(
                f"The spaCy pipeline “{self._wanted}” cannot be loaded: {said}."
            ) from error
        if set(pipeline.pipe_names) <= USUAL:
            pipeline.select_pipes(disable=[name for name in NEEDLESS if name in pipeline.pipe_names])
        return pipeline

    def _meta(self, key: str, otherwise: str) -> str:
        value = self._described.get(key)
        return value if isinstance(value, str) and value else otherwise

    @cached_property
    def _described(self) -> dict[str, object]:
        """The pipeline's ``meta.json``, which can be read without spaCy."""
        import json

        try:
            values = json.loads((self._folder / "meta.json").read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise RecognitionError(
                f"“{self._wanted}” is no spaCy pipeline: {self._folder / 'meta.json'} cannot be read."
            ) from error
        return values if isinstance(values, dict) else {}


def spacy_recogniser(argument: str) -> SpacyRecogniser:
    """The engine ``spacy:ARGUMENT``.

    Raises RecognitionError where spaCy or the pipeline is missing.
    """
    if not argument:
        raise RecognitionError("Say which spaCy pipeline: --engine spacy:NAME, by name or by its folder.")
    recogniser = SpacyRecogniser(argument)
    recogniser.name  # noqa: B018 - so that a folder without a pipeline is told now
    return recogniser


def label_of(label: str) -> EntityLabel | None:
    """Our label for one of a pipeline's; None for what is no name."""
    plain = label.upper()
    if plain[:2] in ("B-", "I-", "L-", "U-", "E-", "S-"):
        plain = plain[2:]
    return None if plain in NO_NAMES else LABELS.get(plain, EntityLabel.MISC)


def pieces(text: str, most: int) -> Iterator[tuple[int, int]]:
    """Bounds of pieces of *text* of at most *most* characters, cut after a line, else after a space."""
    start = 0
    while len(text) - start > most:
        cut = text.rfind("\n", start, start + most) + 1 or text.rfind(" ", start, start + most) + 1
        end = cut if cut > start else start + most
        yield start, end
        start = end
    yield start, len(text)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without white space at its ends, and never beyond its line."""
    while start < end and text[start].isspace():
        start += 1
    line_end = text.find("\n", start, end)
    end = line_end if line_end >= 0 else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _encodable(text: str) -> str:
    """*text* with each lone surrogate replaced, which no library behind spaCy takes; same length."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _place_of(pipeline: str) -> tuple[str | Path, Path]:
    """What spaCy loads *pipeline* by, its name or its folder, and the folder with its ``meta.json``.

    Raises RecognitionError where there is none.
    """
    if pipeline.isidentifier() and pipeline not in sys.stdlib_module_names:
        spec = find_spec(pipeline)
        for place in (spec and spec.submodule_search_locations) or ():
            if (Path(place) / "meta.json").is_file():
                return pipeline, Path(place)
    folder = Path(pipeline)
    with suppress(RuntimeError):  # no home folder
        folder = folder.expanduser()
    if not folder.is_dir():
        hint = f"python -m spacy download {pipeline}" if pipeline.isidentifier() else "give its folder"
        raise RecognitionError(
            f"There is no spaCy pipeline “{pipeline}” here, neither installed nor as a folder. Try: {hint}."
        )
    return folder, folder
