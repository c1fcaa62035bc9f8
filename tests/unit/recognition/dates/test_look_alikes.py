from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values


@pytest.mark.parametrize(
    "text",
    [
        "Sa femme est partie en mer avec sa sœur.",
        "Il a été élu et elle a été battue.",
        "La sonde file vers Mars, puis vers Saturne.",
        "Un camion bloque l'A8 et la D2016.",
        "Ils ont gagné 3-2, puis 6-4, 7-5.",
        "Le parti obtient 12 % des voix, soit 20 à 30 morts de moins.",
        "Une centaine de personnes, 1500 membres et 2 000 curieux.",
        "Des 1500 membres présents, aucun n'a parlé.",
        "La boîte de nuit a fermé pour une mise à jour.",
        "C'est à l'ordre du jour, en veille.",
        "Il animait Monsieur cinéma, Jeudi cinéma, Mardi cinéma.",
        "Les Jeux d'hiver et le Printemps arabe.",
        "Il a marqué à la 35e minute.",
        "Une étoile à 700 années-lumière.",
        "Appelez le 01 42 12 25 26 ou écrivez au 1234-5678.",
        "Noël Durand a répondu au Journal du dimanche.",
        "Les 24 Heures du Mans.",
        "Version 1.10.30 du fichier 12.5.",
        "Alors, il a toujours refusé, pour la première fois.",
        "Un avion 747 s'écrase sur un pré de 80 s'il le faut.",
        "Il a été vu au 20 heures de la chaîne, et au 13 heures.",
        "Le pain quotidien, le lot quotidien.",
        "Le modèle 2016-04 sort avec la norme 2015-11.",
    ],
)
def test_a_look_alike_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_month_with_a_small_letter_is_no_planet() -> None:
    assert values("Elle est revenue en mars.") == [("mars", "DATE", "2025-03")]


def test_a_summer_is_no_participle() -> None:
    assert values("L'été dernier, il a été vu.") == [("L'été dernier", "DATE", "2025-SU")]


def test_a_year_before_an_elided_pronoun_is_a_year() -> None:
    assert values("La campagne de 2018 s'est achevée.") == [("2018", "DATE", "2018")]


def test_the_whole_of_a_told_week_is_that_week() -> None:
    assert values("Il sera absent toute la semaine prochaine.") == [
        ("la semaine prochaine", "DATE", "2025-W43")
    ]


@pytest.mark.parametrize("text", ["They met in the 40s BC.", "There was no 0th century at all."])
def test_what_has_no_value_of_its_own_in_english_is_left_alone(text: str) -> None:
    assert values(text, language="en") == []
