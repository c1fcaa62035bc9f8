"""In any text whatever is recognised stands where it says, in order, and no recogniser fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.loading import article_of
from reader.recognition import overlaps, registry
from reader.recognition.entities.recogniser import EntityRecogniser
from reader.text.timex import timex_words
from tests.fuzz.given import Given

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article, Mention


def entities(data: bytes) -> None:
    article = _article(data)
    _stand(article, EntityRecogniser()(article))


def dates(data: bytes) -> None:
    article = _article(data)
    found = list(registry.recogniser(registry.RECOGNISERS[1])(article))
    _stand(article, found)
    for mention in found:
        timex_words(mention.value, mention.type, mention.mod)  # type: ignore[union-attr]


def claims(data: bytes) -> None:
    article = _article(data)
    names = list(EntityRecogniser()(article))
    kept, _ = overlaps.resolve(names, ())
    found = list(registry.claim_recogniser()(article, kept))
    _stand(article, found)
    for claim in found:
        assert claim.cue is None or 0 <= claim.cue.start < claim.cue.end <= len(article.text)
    overlaps.resolve_claims(found)


def _article(data: bytes) -> Article:
    given = Given(data)
    name = ("a.txt", "2024-03-09.txt")[given.number(1)]
    return article_of(given.text(), name)


def _stand(article: Article, found: Iterable[Mention]) -> None:
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(article.text), mention
        assert mention.text == mention.span.of(article.text), mention
