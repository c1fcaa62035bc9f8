from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.recognition.dates import words as words_module
from reader.recognition.dates.calendar import Grain, add_months, easter, shown
from reader.recognition.dates.english import rows as english
from reader.recognition.dates.folding import fold
from reader.recognition.dates.french import rows as french
from reader.recognition.dates.words import number_of, plain_toml, words

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Grammar, Row


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
def test_every_row_can_be_opened_and_its_pattern_holds(rows: tuple[Row, ...], grammar: Grammar) -> None:
    reachable = {id(lazy.row): lazy for openers in grammar.rows.values() for lazy in openers}
    assert set(reachable) == {id(row) for row in rows}
    for lazy in reachable.values():
        assert lazy.match("", 0) is None


def test_a_row_is_compiled_only_when_its_words_are_met() -> None:
    grammar = french.compiled(words("fr"))
    grammar.find("on attend lundi", "on attend lundi")
    compiled = {id(lazy) for row in grammar.rows.values() for lazy in row if lazy.pattern is not None}
    assert 0 < len(compiled) < len(french.ROWS) / 3


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_word_lists_are_read_as_toml_says(language: str) -> None:
    text = Path(words_module.__file__).with_name("data").joinpath(f"{language}.toml").read_text("utf-8")
    assert plain_toml(text) == tomllib.loads(text)
