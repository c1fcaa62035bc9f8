from __future__ import annotations

import pytest

from reader.text.clauses import LONGEST, clauses


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Prévue à Budapest, elle devait avoir lieu.", ["Prévue à Budapest", "elle devait avoir lieu"]),
        ("Il part ; elle reste.", ["Il part", "elle reste"]),
        ("Il l'a dit : rien ne presse.", ["Il l'a dit", "rien ne presse"]),
        ("La suite – dit-on – viendra.", ["La suite", "dit-on", "viendra"]),
        ("La suite—dit-on—viendra.", ["La suite", "dit-on", "viendra"]),
        (
            "À Valence (Drôme, France), il pleut.",
            ["À Valence (Drôme, France)", "Drôme", "France", "il pleut"],
        ),
        ("Il l'a dit : « Nous partons, peut-être. »", ["Il l'a dit", "Nous partons", "peut-être"]),
        ("Un mot «très net» suffit.", ["Un mot «très net» suffit"]),
        ("Le taux de 3,5 % à 14:30 baisse.", ["Le taux de 3,5 % à 14:30 baisse"]),
        ("Il parle à l'O.N.U.", ["Il parle à l'O.N.U."]),
        ("Fermée) et (ouverte.", ["Fermée) et (ouverte", "ouverte"]),
        ("…", []),
    ],
)
def test_a_sentence_is_cut_at_its_separators(sentence: str, parts: list[str]) -> None:
    assert sorted(cut(sentence)) == sorted(parts)


def test_deeply_nested_brackets_and_endless_sentences_cost_nothing() -> None:
    assert len(cut("(a " * 1000)) < 20
    assert len(cut("a, " * LONGEST)) == 1
