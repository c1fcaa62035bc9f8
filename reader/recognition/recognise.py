"""Runs every recogniser on one article and settles their overlaps."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.errors import RecognitionError
from reader.model import Claim, Entity, Recognition, Timex
from reader.recognition import overlaps, registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.model import Article, Mention

Result = TypeVar("Result")

LONGEST = 2_000_000
"""Code points of an article that are looked through; a thick book has as many."""


def recognise(article: Article, engine: str = "") -> Recognition:
    """Everything recognised in *article*; a recogniser that fails becomes a sentence in ``problems``.

    *engine* names another recogniser of names, as in ``engines``.
    """
    problems: list[str] = []
    if len(article.text) > LONGEST:
        article = replace(article, text=article.text[:LONGEST])
        problems.append(f"Names, dates and claims were only looked for in the first {LONGEST:,} characters.")
    found: list[Mention] = []
    for factory in registry.factories(engine):
        found += _attempt(article, partial(_run, factory, article), problems)
    entities, dates = overlaps.resolve(
        (mention for mention in found if isinstance(mention, Entity)),
        (mention for mention in found if isinstance(mention, Timex)),
    )
    claims = _attempt(article, lambda: registry.claim_recogniser()(article, entities), problems)
    claims += [mention for mention in found if isinstance(mention, Claim)]
    return Recognition(entities, dates, overlaps.resolve_claims(claims), tuple(problems))


def _run(factory: registry.Factory, article: Article) -> Iterable[Mention]:
    return registry.recogniser(factory)(article)


def _attempt(article: Article, run: Callable[[], Iterable[Result]], problems: list[str]) -> list[Result]:
    """What *run* gives, or nothing and one more sentence in *problems*."""
    try:
        return list(run())
    except RecognitionError as error:
        problems.append(error.message)
        return []
    except Exception as error:  # One of the three borders: a recogniser may be anybody's.
        import logging

        logging.getLogger(__name__).exception("A recogniser failed on %s", article.id)
        problems.append(f"Part of the recognition failed on this article: {error or type(error).__name__}")
        return []
