"""The recognisers that run on every article, each a lazy factory: one line to add one."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias, cast

from reader.errors import RecognitionError
from reader.recognition import engines
from reader.recognition.engines import OWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.recognition.protocol import ClaimSource, Recogniser

    Factory: TypeAlias = Callable[[], Recogniser]


def _entities() -> Recogniser:
    from reader.recognition.entities.recogniser import EntityRecogniser

    return EntityRecogniser()


def _dates() -> Recogniser:
    return cast("Recogniser", _made("reader.recognition.dates.recogniser", "DateRecogniser"))


def _made(module: str, name: str) -> object:
    """One instance of the class *name* in *module*.

    Raises RecognitionError where it cannot be loaded.
    """
    from importlib import import_module

    try:
        make: Callable[[], object] = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise RecognitionError(f"{module} cannot be loaded: {error}.") from error
    return make()


RECOGNISERS: tuple[Factory, ...] = (_entities, _dates)
"""What needs nothing but the article, in running order."""


def factories(engine: str = "") -> tuple[Factory, ...]:
    """``RECOGNISERS``, with *engine* in the place of our own for names where one is named."""
    if engine in ("", OWN):
        return RECOGNISERS
    return (_other(engine), *(one for one in RECOGNISERS if one is not _entities))


@cache
def _other(engine: str) -> Factory:
    """The one factory of an engine."""
    return partial(engines.engine, engine)


@cache
def recogniser(factory: Factory) -> Recogniser:
    """The one instance of *factory*; a failure is not remembered."""
    return factory()


@cache
def claim_recogniser() -> ClaimSource:
    """The recogniser that runs last, because it is given the entities."""
    return cast("ClaimSource", _made("reader.recognition.claims.recogniser", "ClaimRecogniser"))


def versions(engine: str = "") -> dict[str, str]:
    """Name to version of every recogniser that can be loaded: the key under which results may be kept."""
    found: dict[str, str] = {}
    makers: list[Callable[[], Recogniser | ClaimSource]] = [
        partial(recogniser, one) for one in factories(engine)
    ]
    makers.append(claim_recogniser)
    for make in makers:
        try:
            one = make()
            found[one.name] = one.version
        except Exception:  # noqa: BLE001 - a recogniser may be anybody's; recognising says why
            continue
    return found
