from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("They met on October 16, 2024 at noon.", "October 16, 2024 at noon", "TIME", "2024-10-16T12:00"),
        ("They met on 16 October 2024.", "16 October 2024", "DATE", "2024-10-16"),
        ("They met last Friday.", "last Friday", "DATE", "2025-10-10"),
        ("They will meet on Friday.", "Friday", "DATE", "2025-10-17"),
        ("They met two weeks ago.", "two weeks ago", "DATE", "2025-W40"),
        ("They met in the 1990s.", "the 1990s", "DATE", "199X"),
        ("They met yesterday evening.", "yesterday evening", "TIME", "2025-10-15TEV"),
        ("The call took more than two hours.", "more than two hours", "DURATION", "PT2H"),
        ("They meet every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        (
            "They met from 3:30 to 4:30 p.m. inside.",
            "3:30 to 4:30 p.m.",
            "RANGE",
            "2025-10-16T15:30/2025-10-16T16:30",
        ),
    ],
)
def test_english_is_read_by_its_own_rows(text: str, words: str, kind: str, value: str) -> None:
    assert values(text, language="en") == [(words, kind, value)]


@pytest.mark.parametrize(
    "text", ["They may march in the sun.", "This may take a second.", "He had 2000 dollars."]
)
def test_english_look_alikes_are_left_alone(text: str) -> None:
    assert values(text, language="en") == []


def test_any_other_language_gives_only_iso_dates() -> None:
    assert values("Am 2024-03-05, also am 5. März 2024, gestern.", language="de") == [
        ("2024-03-05", "DATE", "2024-03-05")
    ]


def test_an_impossible_iso_date_is_none() -> None:
    assert values("2024-02-30 und 12024-02-03", language="de") == []
