from __future__ import annotations

import pytest

from reader.text.words import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("l’Ukraine", ["l’", "Ukraine"]),
        ("L'Ukraine", ["L'", "Ukraine"]),
        ("qu’elle", ["qu’", "elle"]),
        ("jusqu'à", ["jusqu'", "à"]),
        ("d'aujourd'hui", ["d'", "aujourd'hui"]),
        ("aujourd’hui", ["aujourd’hui"]),
        ("presqu'île", ["presqu'île"]),
        ("prud'homme", ["prud'homme"]),
        ("quelqu'un", ["quelqu'un"]),
        ("O’Neill", ["O’Neill"]),
        ("N’Djamena", ["N’Djamena"]),
        ("IL N'EST", ["IL", "N'", "EST"]),
        ("c’est-à-dire", ["c’", "est-à-dire"]),
        ("a-t-il", ["a-t-il"]),
        ("dit-qu'il", ["dit", "qu'", "il"]),
        ("Saint-Étienne", ["Saint-Étienne"]),
        ("l'O.N.U. a", ["l'", "O.N.U.", "a"]),
        ("e\u0301te\u0301 1er", ["e\u0301te\u0301", "1er"]),
        ("3,5 % et 10.000", ["3,5", "et", "10.000"]),
        ("14h30, 2015-2016", ["14h30", "2015-2016"]),
        ("«mot» (mot) [mot]…", ["mot", "mot", "mot"]),
        ("cœur", ["cœur"]),
        ("it's Trump's", ["it's", "Trump's"]),
        (" – … ! ", []),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
    ],
)
def test_words_are_cut_as_french_writes_them(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_stretch_ends_words_at_its_border() -> None:
    assert list(words("Budapest", 2, 6)) == [(2, 6)]


@pytest.mark.parametrize("unit", ["a.", "1.", "a'", "a-", "l'", "A-", ". ", "e\u0301"])
def test_a_long_line_of_anything_is_cut_in_linear_time(unit: str) -> None:
    text = unit * 100_000 + "xx"
    assert sum(end - start for start, end in words(text, 0, len(text))) <= len(text)
