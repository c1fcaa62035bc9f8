"""Other engines for names, put in the place of our own: ``--engine NAME`` or ``--engine NAME:ARGUMENT``.

``spacy:PIPELINE`` is built in (the extra ``spacy``); ``own:FILE`` is our own recogniser with a model that
``reader train entities`` made. Any installed distribution adds another by an entry
point in the group ``reader.recognisers``::

    [project.entry-points."reader.recognisers"]
    flair = "my_package.engine:make"

``make(argument)`` is called with what stands after the colon, or with an empty text, and returns a
``reader.recognition.protocol.Recogniser``: ``name``, ``version`` and a call that takes an ``Article`` and
gives mentions. It may raise ``reader.errors.RecognitionError`` with a sentence for the reader. It should be
quick, and load what is large with the first article. Nothing of an engine is imported before it is named.
Its entities replace ours; dates and claims stay, and claims take their speakers from its names.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from reader.errors import RecognitionError
from reader.model import Claim, Entity, Timex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.metadata import EntryPoint

    from reader.model import Article, Mention
    from reader.recognition.protocol import Recogniser

    Make: TypeAlias = Callable[[str], Recogniser]

GROUP = "reader.recognisers"
"""The entry-point group for everybody's engines."""
OWN = "own"
"""Names our own recogniser, where the configuration names another."""
ENGINES = {
    OWN: "reader.recognition.entities.recogniser:own_recogniser",
    "spacy": "reader.recognition.spacy_engine:spacy_recogniser",
}
"""What comes with reader: the name of an engine, and where its ``make`` is."""


def expect(spec: str) -> None:
    """Raises RecognitionError, saying what is missing, where *spec* names no engine that could run."""
    if spec not in ("", OWN):
        engine(spec)


def engine(spec: str) -> Recogniser:
    """The recogniser that *spec* names, ready to run but not yet loaded where that takes long.

    Raises RecognitionError saying what is missing.
    """
    name, _, argument = spec.partition(":")
    try:
        return Checked(_make(name)(argument))
    except RecognitionError:
        raise
    except Exception as error:  # One of the three borders: a recogniser may be anybody's.
        import logging

        logging.getLogger(__name__).exception("The engine %s cannot be loaded", spec)
        raise RecognitionError(f"The engine “{spec}” cannot be loaded: {_said(error)}.") from error


def engine_names() -> tuple[str, ...]:
    """What ``--engine`` may name; nothing is imported."""
    return tuple(dict.fromkeys((OWN, *ENGINES, *sorted(point.name for point in _points()))))


class Checked:
    """Somebody's recogniser, its mentions held against the text before anyone relies on them."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self.name, self.version = str(recogniser.name), str(recogniser.version)

    def __call__(self, article: Article) -> Iterable[Mention]:
        """What the recogniser found, unchanged.

        Raises RecognitionError where a mention does not stand in the text as it says.
        """
        for mention in self._recogniser(article):
            wrong = _wrong(mention, article.text)
            if wrong:
                raise RecognitionError(f"Nothing of {self.name} is shown on this article: {wrong}.")
            yield mention


def _wrong(mention: object, text: str) -> str:
    if not isinstance(mention, Entity | Timex | Claim):
        return f"it gave a {type(mention).__name__} where a mention was due"
    span = mention.span
    if not len(span) or span.end > len(text) or text[span.start : span.end] != mention.text:
        return f"its “{mention.text}” does not stand at {span.start} to {span.end}"
    return ""


def _make(name: str) -> Make:
    """How an engine is made.

    Raises RecognitionError where there is none of that name.
    """
    place = ENGINES.get(name)
    if place is not None:
        module, _, function = place.partition(":")
        make: Make = getattr(import_module(module), function)
        return make
    point = next((point for point in _points() if point.name == name), None)
    if point is None:
        raise RecognitionError(f"There is no engine “{name}”. There is {', '.join(engine_names())}.")
    loaded: Make = point.load()
    return loaded


def _points() -> Iterator[EntryPoint]:
    from importlib.metadata import entry_points

    yield from entry_points(group=GROUP)


def _said(error: Exception) -> str:
    return (str(error) or type(error).__name__).rstrip(".")
