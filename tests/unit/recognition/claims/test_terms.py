from __future__ import annotations

import pytest

from tests.unit.recognition.claims.articles import told


@pytest.mark.parametrize(
    "text",
    [
        "La chaîne MerTV « Quai Ouest » ferme lundi.",
        "Les accords dits de « Brioude II » sont signés.",
        "Une passante tient une pancarte « Sauvons la digue » devant le port.",
        "Deux marins sont mis en examen pour « vol aggravé » et « recel ».",
        "Un pêcheur est accusé de « mise en danger d'autrui » devant le tribunal.",
        "Il a donné à ses chiens les noms de « Vague » et « Marée ».",
        "Jean Petit, célèbre pour ses « coups de barre », est mort lundi.",
        "Le bloc qualifié de « marin » gagne deux sièges.",
    ],
)
def test_names_slogans_and_charges_are_nobodys_words(text: str) -> None:
    assert [status for status, _, _ in told(text) if status == "quote"] == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Paul Martin a dit « entendre la colère » du port.", "entendre la colère", "Paul Martin"),
        (
            "Paul Martin a porté plainte pour « ne pas laisser passer cet acte ».",
            "ne pas laisser passer cet acte",
            "Paul Martin",
        ),
        ("Anne Leduc accuse la mairie de « mensonge ».", "mensonge", "Anne Leduc"),
        ("La cour justifie sa décision par l'« extrême gravité » des faits.", "extrême gravité", "la cour"),
    ],
)
def test_words_that_a_verb_brings_are_speech_even_where_names_stand_too(
    text: str, words: str, speaker: str
) -> None:
    assert ("quote", words, speaker) in told(text)


def test_a_medium_whose_name_stands_in_quotation_marks_is_a_source() -> None:
    text = "« Horizons » affirme que la digue fuit. Selon « Horizons », le port fermera."
    assert told(text) == [
        ("indirect", "la digue fuit", "Horizons"),
        ("indirect", "le port fermera", "Horizons"),
    ]
