"""How well English is read: on the small gold set of our own, and on the suites of other recognisers."""

from __future__ import annotations

import pytest

from tests.unit.recognition.dates.test_figures import scored
from tests.unit.recognition.english_gold import claims_score, items, names_score


@pytest.mark.parametrize(("half", "floor"), [("odd", 97), ("later", 96), ("even", 92), ("unseen", 75)])
def test_english_names_are_found_as_the_readme_says(half: str, floor: float) -> None:
    assert names_score(half).f1 >= floor


@pytest.mark.parametrize(
    ("half", "floor", "sources"), [("odd", 97, 94), ("later", 94, 94), ("even", 93, 86), ("unseen", 92, 90)]
)
def test_english_claims_are_found_as_the_readme_says(half: str, floor: float, sources: float) -> None:
    score, share = claims_score(half)
    assert score.f1 >= floor
    assert share >= sources


def test_the_gold_set_has_two_halves_of_one_size() -> None:
    assert len(items("odd")) == len(items("even")) == 19
    assert all(item.text[start:end].strip() for item in items("odd") for start, end in item.names)


@pytest.mark.parametrize(("suite", "floor"), [("duckling", 51), ("chrono", 59), ("msrt", 60)])
def test_english_dates_are_read_as_well_as_they_were(suite: str, floor: float) -> None:
    assert scored(f"dates_{suite}_en_dev.jsonl")["value_f1"] >= floor
