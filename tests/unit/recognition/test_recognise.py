from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import RecognitionError
from reader.model import Claim, ClaimStatus, Entity, EntityLabel, Span
from reader.recognition import registry
from reader.recognition.recognise import recognise
from tests.unit.recognition.conftest import make_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Article, Mention

NAME = Entity(Span(0, 5), "Marie", EntityLabel.PER, "Marie")


class Names:
    name = "names"
    version = "1"

    def __call__(self, article: Article) -> Iterable[Mention]:
        return [NAME] if article.text else []


class Broken:
    name = "broken"
    version = "1"

    def __call__(self, article: Article) -> Iterable[Mention]:
        raise ValueError(f"too many words: {len(article.text)}")


class Claims:
    name = "claims"
    version = "2"

    def __call__(self, article: Article, entities: Sequence[Entity] = ()) -> Iterable[Claim]:
        return [Claim(one.span, one.text, ClaimStatus.QUOTE, one.name) for one in entities if article.text]


@pytest.fixture(autouse=True)
def small_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RECOGNISERS", (Names, Broken))
    monkeypatch.setattr(registry, "claim_recogniser", Claims)


def test_a_recogniser_that_fails_leaves_a_sentence_and_the_others_results() -> None:
    found = recognise(make_article("Marie dort."))
    assert found.entities == (NAME,)
    assert len(found.problems) == 1
    assert "too many words" in found.problems[0]


def test_the_claims_are_given_the_entities() -> None:
    assert [claim.source for claim in recognise(make_article("Marie dort.")).claims] == ["Marie"]


def test_the_versions_name_each_recogniser_that_can_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Names:
        raise RecognitionError("It is not there.")

    monkeypatch.setattr(registry, "RECOGNISERS", (Names, missing))
    assert registry.versions() == {"names": "1", "claims": "2"}


def test_a_recogniser_that_cannot_be_loaded_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Names:
        raise RecognitionError("It is not there.")

    monkeypatch.setattr(registry, "RECOGNISERS", (missing,))
    assert recognise(make_article("Marie dort.")).problems == ("It is not there.",)
