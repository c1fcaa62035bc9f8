from __future__ import annotations

import pytest

from reader.recognition.entities.recogniser import EntityRecogniser


def names(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.label.value) for one in EntityRecogniser().entities(text, "en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met President Anna Kowalska in Vienna.", [("Anna Kowalska", "PER"), ("Vienna", "LOC")]),
        ("The University of Lumen said so.", [("University of Lumen", "ORG")]),
        ("Kowalska left. Anna Kowalska had called.", [("Kowalska", "PER"), ("Anna Kowalska", "PER")]),
        ("The weather on Monday was fine.", []),
        ("It was near Halmstead, they said.", [("Halmstead", "LOC")]),
        ("April Jones spoke in Lagos.", [("April Jones", "PER"), ("Lagos", "LOC")]),
        (
            "Its boss, Aldo Brix, a chemist, left Nuvexa, the drugs group.",
            [("Aldo Brix", "PER"), ("Nuvexa", "ORG")],
        ),
        (
            "Okafor Foods and St Brigid's Hospital.",
            [("Okafor Foods", "ORG"), ("St Brigid's Hospital", "ORG")],
        ),
        ("Chancellor Ada Lund's plan", [("Ada Lund", "PER")]),
        ("The novel “The Quiet Harbour” sold well.", [("The Quiet Harbour", "MISC")]),
        (
            "The mayor of Brindle and the people of Orsk.",
            [("Brindle", "LOC"), ("Orsk", "LOC")],
        ),
        ("The British Museum and the French Open.", [("British Museum", "ORG"), ("French Open", "MISC")]),
        (
            "The Justice Department told Judge Ana Reyes.",
            [("Justice Department", "ORG"), ("Ana Reyes", "PER")],
        ),
        ("The US Secretary of State met Mr Lund.", [("US", "LOC"), ("Lund", "PER")]),
        ("With goals from Brenk and Sule.", [("Brenk", "PER"), ("Sule", "PER")]),
        ("MARKETS FALL AS GERMANY VOTES AGAIN", [("GERMANY", "LOC")]),
        ("Unfortunately, Police and Officials say they don't. Don't go.", []),
        ("French and German voters; a Russian vessel.", []),
        ("", []),
    ],
)
def test_titles_lists_and_telling_words_make_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_surname_is_the_full_name_in_english_too() -> None:
    found = EntityRecogniser().entities("Anna Kowalska spoke. Then Kowalska left.", "en")
    assert {one.name for one in found} == {"Anna Kowalska"}


def test_another_language_has_no_names() -> None:
    assert EntityRecogniser().entities("Angela Merkel besucht Paris.", "de") == []


def test_a_raised_figure_behind_a_name_is_no_age() -> None:
    assert names("Yesterday Korda Brix, ², spoke in Vienna.") == [("Korda Brix", "PER"), ("Vienna", "LOC")]
