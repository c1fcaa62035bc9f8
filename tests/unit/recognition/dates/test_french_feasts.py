from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Tout fermera le lundi de Pâques.", "lundi de Pâques", "2026-04-06"),
        ("Tout a fermé le jeudi de l'Ascension.", "jeudi de l'Ascension", "2025-05-29"),
        ("Tout a fermé la fête des Mères 2023.", "fête des Mères 2023", "2023-06-04"),
        ("Tout a fermé pour la fête des mères.", "fête des mères", "2025-05-25"),
        ("Tout a fermé pour la fête des pères 2024.", "fête des pères 2024", "2024-06-16"),
        ("Tout a fermé à la Saint-Jean.", "Saint-Jean", "2025-06-24"),
        ("Tout a fermé au jour de l'Armistice 2024.", "jour de l'Armistice 2024", "2024-11-11"),
        ("Tout a fermé le lendemain de Noël 2024.", "le lendemain de Noël 2024", "2024-12-26"),
        ("Tout fermera à noël.", "noël", "2025-12-25"),
        ("Tout fermera à Noël prochain.", "Noël prochain", "2025-12-25"),
        ("Tout a fermé le week-end de Pâques 2024.", "le week-end de Pâques 2024", "2024-W13-WE"),
        ("Thanksgiving 2024 fut calme.", "Thanksgiving 2024", "2024-11-28"),
    ],
)
def test_a_feast_falls_where_its_rule_says(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Le Nouvel An chinois attire la foule.",
        "Les Éthiopiens partent à Pâques orthodoxe.",
        "Elle habite Saint-Jean-de-Luz.",
        "Un bateau quitte l'île de l'Ascension.",
        "Le père Noël et un sapin de Noël.",
        "Un cadeau de noël.",
        "Ce fut l'ascension du Mont-Blanc.",
    ],
)
def test_another_calendar_or_a_place_is_no_feast(text: str) -> None:
    assert values(text) == []
