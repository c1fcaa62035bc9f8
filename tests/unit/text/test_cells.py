from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.text.cells import (
    cell_width,
    clip,
    grapheme_at,
    graphemes,
    is_simple,
    next_grapheme,
    previous_grapheme,
)
from reader.text.display import safe_line


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in graphemes(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("été", ["é", "t", "é"]),
        ("e\u0301te\u0301", ["e\u0301", "t", "e\u0301"]),
        ("👩\u200d💻!", ["👩\u200d💻", "!"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("❤\ufe0f\u200d🔥", ["❤\ufe0f\u200d🔥"]),
        ("🇫🇷🇺🇦🇩", ["🇫🇷", "🇺🇦", "🇩"]),
        ("한국", ["한", "국"]),
        ("\u1112\u1161\u11ab\u1100", ["\u1112\u1161\u11ab", "\u1100"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("क्षि", ["क्षि"]),
        ("กำ", ["กำ"]),
        ("a\nb\u0301", ["a", "\n", "b\u0301"]),
        ("\u0301a", ["\u0301", "a"]),
        ("\n\u0301", ["\n", "\u0301"]),
        ("\u06001", ["\u06001"]),
        ("a\u200bb", ["a", "\u200b", "b"]),
        ("", []),
    ],
)
def test_graphemes_are_what_a_person_calls_a_character(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_stretch_of_a_text_is_cut_alone() -> None:
    text = "ae\u0301👍🏽b"
    assert list(graphemes(text, 1, 5)) == [(1, 3), (3, 5)]
    assert list(graphemes(text, 1, 99)) == [(1, 3), (3, 5), (5, 6)]


def test_the_next_and_the_previous_border_are_found_from_inside_a_grapheme() -> None:
    text = "a👩\u200d💻b"
    assert next_grapheme(text, 0) == 1
    assert next_grapheme(text, 1) == 4
    assert next_grapheme(text, 2) == 4
    assert previous_grapheme(text, 4) == 1
    assert previous_grapheme(text, 3) == 1
    assert grapheme_at(text, 3) == (1, 4)


def test_the_ends_of_a_text_are_its_last_borders() -> None:
    assert next_grapheme("ab", 2) == 2
    assert next_grapheme("ab", 9) == 2
    assert previous_grapheme("ab", 0) == 0
    assert previous_grapheme("ab", 9) == 1
    assert grapheme_at("", 0) == (0, 0)


def test_a_flag_is_told_from_its_neighbour_by_counting_from_the_first() -> None:
    text = "🇫🇷🇺🇦🇩🇪"
    assert [grapheme_at(text, offset) for offset in range(6)] == [
        (0, 2),
        (0, 2),
        (2, 4),
        (2, 4),
        (4, 6),
        (4, 6),
    ]


def test_french_text_is_simple() -> None:
    assert is_simple("« L’œuvre », dit-il — 10\u202f000\u00a0€…\n")
    assert not is_simple("e\u0301")
    assert not is_simple("中")
    assert not is_simple("😀")
    assert not is_simple("a\u200db")


def test_the_width_of_every_character_is_the_width_it_is_painted_with() -> None:
    for code in (*range(0x32000), *range(0xE0000, 0xE1000)):
        character = chr(code)
        assert cell_width(character) == cell_len(safe_line(character)), hex(code)


def test_what_is_simple_has_one_cell_and_joins_nothing() -> None:
    for code in range(0x110000):
        character = chr(code)
        if is_simple(character):
            assert cell_width(character) == 1, hex(code)
            assert list(graphemes(f"a{character}a")) == [(0, 1), (1, 2), (2, 3)], hex(code)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("été", 3),
        ("e\u0301", 1),
        ("中文", 4),
        ("👩\u200d💻", 2),
        ("❤\ufe0f", 2),
        ("🇫🇷", 2),
        ("a\x1bb\n", 4),
        ("", 0),
    ],
)
def test_widths_are_counted_in_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "clipped"),
    [
        ("Budapest", 8, "Budapest"),
        ("Budapest", 5, "Buda…"),
        ("La Hongrie", 4, "La…"),
        ("中文字", 4, "中…"),
        ("e\u0301te\u0301", 2, "e\u0301…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_text_is_clipped_to_its_cells(text: str, cells: int, clipped: str) -> None:
    assert clip(text, cells) == clipped


def test_a_very_long_run_of_marks_is_one_grapheme_and_quick() -> None:
    text = "a" + "\u0301" * 50_000
    assert grapheme_at(text, 25_000) == (0, len(text))
