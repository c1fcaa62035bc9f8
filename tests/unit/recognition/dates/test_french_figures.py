from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        (
            "Réunion lundi 17/11 à 14h30 au siège.",
            "lundi 17/11 à 14h30",
            "TIME",
            "2025-11-17T14:30",
        ),
        ("Le stock a baissé depuis 22/04.", "22/04", "DATE", "2025-04-22"),
        ("La séance du 17.02 a été annulée.", "17.02", "DATE", "2025-02-17"),
        ("Le relevé 2015.08.12 manque.", "2015.08.12", "DATE", "2015-08-12"),
        ("Le relevé de 2016-04 manque.", "2016-04", "DATE", "2016-04"),
        ("Le relevé de 03-2015 manque.", "03-2015", "DATE", "2015-03"),
        ("Elle est née le 18 08 1978 à Brest.", "18 08 1978", "DATE", "1978-08-18"),
        ("Congés du 12/03 au 15/03/2025.", "12/03 au 15/03/2025", "RANGE", "2025-03-12/2025-03-15"),
        ("Congés du 12 au 15/03/2025.", "12 au 15/03/2025", "RANGE", "2025-03-12/2025-03-15"),
        ("Congés : 12/03/2025-15/03/2025.", "12/03/2025-15/03/2025", "RANGE", "2025-03-12/2025-03-15"),
        ("La note du Sep-23-2020 fait foi.", "Sep-23-2020", "DATE", "2020-09-23"),
        ("La revue est datée Oct. 22.", "Oct. 22", "DATE", "2025-10-22"),
        ("La tournée passe Novembre 19-20.", "Novembre 19-20", "RANGE", "2025-11-19/2025-11-20"),
        ("Rendez-vous jeu, 23 oct. à Lyon.", "jeu, 23 oct.", "DATE", "2025-10-23"),
        ("La salle ouvre le Samedi à 15h.", "Samedi à 15h", "TIME", "2025-10-11T15:00"),
        ("Il a été vu le 13 au soir.", "13 au soir", "TIME", "2025-10-13TEV"),
        ("Le loyer est dû le 5 du mois prochain.", "5 du mois prochain", "DATE", "2025-11-05"),
        ("Il sera absent du 4 au 22 de ce mois.", "4 au 22 de ce mois", "RANGE", "2025-10-04/2025-10-22"),
    ],
)
def test_days_are_read_in_the_notations_of_notes_and_timetables(
    text: str, words: str, kind: str, value: str
) -> None:
    assert values(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Il a eu 15/20 en dictée et 8/10 en calcul.",
        "Ouvert 24/7.",
        "Les 3/4 des sièges, puis 5/6 des voix.",
        "Le décret 2016-11 et la loi 2017-04 sont abrogés.",
        "Pour la version 2015.5.13, voyez la page 12.",
        "Appelez le 06 12 20 15 33 ou le 04 05 1999 12.",
        "La saison 05/06 du club.",
        "Le taux du 10.05 % choque.",
        "Le 31 avril 2019 n'existe pas, ni le 29 février 2014.",
        "Le Jeudi noir a marqué les esprits.",
    ],
)
def test_marks_scores_and_numbers_are_no_days(text: str) -> None:
    assert values(text) == []


def test_a_month_before_a_count_of_people_is_only_a_month() -> None:
    assert values("En mars 22 personnes sont venues.") == [("mars", "DATE", "2025-03")]


def test_a_pair_of_years_stays_an_interval() -> None:
    assert [value for _, _, value in values("Il a joué en 2010-12 puis en 2019-20.")] == [
        "2010/2012",
        "2019/2020",
    ]


def test_a_day_beside_its_length_needs_no_month() -> None:
    assert values("Il partira le 27 pour trois jours.") == [
        ("27", "DATE", "2025-10-27"),
        ("trois jours", "DURATION", "P3D"),
    ]
    assert values("Il partira le 27 pour Paris.") == []
