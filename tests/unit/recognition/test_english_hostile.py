"""English rules on words thrown together: no exception, every span says its words, time grows with length."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from reader.recognition.dates.finding import find
from reader.recognition.entities.recogniser import EntityRecogniser
from tests.unit.recognition.claims.articles import claims_of

WORDS = """
a an one two and the of to at in on between from may May Monday last next first second quarter half year years
day hour past to said that told according accused , . ; : ( ) “ ” " 10 3 2024 12:30 am pm 's Smith John London
BBC who which reportedly could he she I'm don't 1/2 2/30 0 31st 99 '70s Bank film in the words of is said to
have every other ago from now Christmas after before rest week end early hours 24:00 25:61 13/13/2013 0/0 Feb
30 twenty oh nineteen hundred thousand million BC –
"""
TOKENS = [*WORDS.split(), "\n", "\n\n"]


@pytest.mark.parametrize("seed", range(150))
def test_words_in_any_order_do_no_harm(seed: int) -> None:
    chance = random.Random(seed)
    text = " ".join(chance.choices(TOKENS, k=chance.randint(1, 40)))
    for reference in ("2024-05-02", None, "2024-05-02T10:00:00"):
        assert all(one.span.of(text) == one.text for one in find(text, reference, "en"))
    names = EntityRecogniser().entities(text, "en")
    assert all(first.span.end <= second.span.start for first, second in pairwise(names))
    for claim in (*claims_of(text, names, "en"), *claims_of(text, (), "en")):
        assert claim.span.of(text) == claim.text == claim.text.strip()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", '"', "said", '"said said', "According to", "of the", "BC", "'s"]
)
def test_next_to_nothing_gives_nothing_wrong(text: str) -> None:
    assert find(text, "2024-05-02", "en") == []
    assert claims_of(text, (), "en") == []
