"""What anybody sees in the two sample articles is marked in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.articles.library import Library
from reader.recognition.recognise import recognise

if TYPE_CHECKING:
    from reader.model import Article, Recognition

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
CANCELLED, ANNOUNCED = "000_7191556ead630460.txt", "003_73690eb927d52fee.txt"


@cache
def read(id: str) -> tuple[Article, Recognition]:
    article = Library([SEEDS]).article(id)
    return article, recognise(article)


@pytest.mark.parametrize(
    ("id", "words", "label", "name"),
    [
        (CANCELLED, "Budapest", "LOC", "Budapest"),
        (CANCELLED, "OTAN", "ORG", "OTAN"),
        (CANCELLED, "Financial Times", "ORG", "Financial Times"),
        (CANCELLED, "FT", "ORG", "Financial Times"),
        (CANCELLED, "Sergueï Lavrov", "PER", "Sergueï Lavrov"),
        (CANCELLED, "États-Unis", "LOC", "États-Unis"),
        (ANNOUNCED, "Viktor Orbán", "PER", "Viktor Orbán"),
        (ANNOUNCED, "Trump", "PER", "Donald Trump"),
        (ANNOUNCED, "Poutine", "PER", "Vladimir Poutine"),
        (ANNOUNCED, "Peskov", "PER", "Dmitri Peskov"),
        (ANNOUNCED, "Hongrie", "LOC", "Hongrie"),
        (ANNOUNCED, "Kiev", "LOC", "Kiev"),
    ],
)
def test_a_name_is_marked_each_time_and_known_by_its_full_form(
    id: str, words: str, label: str, name: str
) -> None:
    found = [entity for entity in read(id)[1].entities if entity.text == words]
    assert {(entity.label.value, entity.name) for entity in found} == {(label, name)}


@pytest.mark.parametrize(
    ("id", "words", "value"),
    [
        (CANCELLED, "2025-10-31", "2025-10-31"),
        (CANCELLED, "2025", "2025"),
        (ANNOUNCED, "16 octobre 2025", "2025-10-16"),
        (ANNOUNCED, "17 octobre 2025", "2025-10-17"),
        (ANNOUNCED, "le lendemain", "2025-10-17"),
        (ANNOUNCED, "la semaine suivante", "2025-W43"),
        (ANNOUNCED, "environ deux heures et demie", "PT2H30M"),
        (ANNOUNCED, "près de deux mois", "P2M"),
    ],
)
def test_a_date_has_the_value_that_a_calendar_gives(id: str, words: str, value: str) -> None:
    assert [date.value for date in read(id)[1].dates if date.text == words] == [value]


@pytest.mark.parametrize(
    ("id", "words", "status", "source"),
    [
        (CANCELLED, "Marco Rubio aurait signalé", "conditional", "Financial Times"),
        (CANCELLED, "la diplomatie russe a adressé", "indirect", "Financial Times"),
        (ANNOUNCED, "excellente nouvelle", "quote", "Viktor Orbán"),
        (ANNOUNCED, "voir si nous pouvons", "quote", "Donald Trump"),
    ],
)
def test_a_claim_is_with_who_vouches_for_it(id: str, words: str, status: str, source: str) -> None:
    found = [claim for claim in read(id)[1].claims if claim.text.startswith(words)]
    assert [(claim.status.value, claim.source) for claim in found] == [(status, source)]


@pytest.mark.parametrize("id", [CANCELLED, ANNOUNCED])
def test_every_mention_of_the_samples_is_a_slice_of_its_text(id: str) -> None:
    article, found = read(id)
    assert all(mention.span.of(article.text) == mention.text for mention in found.mentions)
    assert not found.problems
