from __future__ import annotations

from datetime import date

import pytest

from reader.recognition.dates.calendar import Grain, add_months, easter, shown
from reader.recognition.dates.english import rows as english
from reader.recognition.dates.folding import fold
from reader.recognition.dates.french import rows as french
from reader.recognition.dates.words import number_of, words


def test_folding_keeps_every_offset() -> None:
    text = "Le 1ᵉʳ DÉCEMBRE\u00a02024 – l’été…"
    folded = fold(text)
    assert folded.text == "le 1er decembre 2024 - l'ete…"
    assert folded.original(10) == 10


def test_folding_a_decomposed_text_maps_back() -> None:
    folded = fold("e\u0301te\u0301 2024")
    assert folded.text == "ete 2024"
    assert folded.original(folded.text.index("2024")) == 6


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("vingt-quatre", 24),
        ("quatre-vingt-dix-sept", 97),
        ("soixante et onze", 71),
        ("deux cent trois", 203),
        ("mille", 1000),
        ("deux trois", None),
        ("10 000", 10000),
        ("1,5", 1.5),
    ],
)
def test_french_numbers_are_read_in_words_and_figures(written: str, number: float | None) -> None:
    assert number_of(words("fr"), written) == number


@pytest.mark.parametrize(
    ("year", "day"), [(2016, (3, 27)), (2024, (3, 31)), (2025, (4, 20)), (2038, (4, 25))]
)
def test_easter_falls_on_its_sunday(year: int, day: tuple[int, int]) -> None:
    assert (easter(year).month, easter(year).day) == day


def test_a_month_after_the_thirty_first_is_its_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_a_winter_bears_the_year_of_its_december() -> None:
    assert shown(date(2017, 1, 5), Grain.SEASON) == "2016-WI"


def test_a_week_bears_its_iso_year() -> None:
    assert shown(date(2024, 12, 30), Grain.WEEK) == "2025-W01"


@pytest.mark.parametrize(
    ("rows", "grammar"), [(french.ROWS, french.grammar()), (english.ROWS, english.grammar())]
)
def test_every_row_can_be_opened(rows: tuple[object, ...], grammar: object) -> None:
    from reader.recognition.dates.grammar import Grammar

    assert isinstance(grammar, Grammar)
    reachable = {pattern.pattern for openers in grammar.rows.values() for pattern, _ in openers}
    assert len(reachable) == len(rows)
