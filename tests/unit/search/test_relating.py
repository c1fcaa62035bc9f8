"""What the days of two passages tell of how they belong together."""

from __future__ import annotations

import pytest

from reader.model import RELATIONS
from reader.search.relating import PLANNED_HAPPENED, SAME_EVENT, UPDATES, Told, relation_of


def told(written: str, *days: str) -> Told:
    return Told(written, frozenset(days))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (told("2024-03-01", "2024-03-05"), told("2024-03-06", "2024-03-05"), PLANNED_HAPPENED),
        (told("2024-03-01", "2024-03-05"), told("2024-03-05", "2024-03-05"), PLANNED_HAPPENED),
        (told("2024-03-01", "2024-03-05"), told("2024-03-02", "2024-03-05"), SAME_EVENT),
        (told("2024-03-01", "2024-02-05"), told("2024-03-06", "2024-02-05"), SAME_EVENT),
        (told("2024-03-01", "2024-03-05"), told("2024-03-06"), UPDATES),
        (told("2024-03-01"), told("2024-03-01"), SAME_EVENT),
        (told("", "2024-03-05"), told("2024-03-06", "2024-03-05"), SAME_EVENT),
        (told(""), told("2024-03-06"), SAME_EVENT),
    ],
)
def test_days_tell_the_relation_in_either_order(one: Told, other: Told, relation: str) -> None:
    assert relation_of(one, other) == relation_of(other, one) == relation


def test_only_known_relations_are_guessed() -> None:
    assert {SAME_EVENT, UPDATES, PLANNED_HAPPENED} <= set(RELATIONS)
