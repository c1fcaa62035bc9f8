from __future__ import annotations

import unicodedata

import pytest

from tests.unit.recognition.dates.helpers import found, values


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Elle est arrivée vers 22 heures.", "22 heures", "TIME", "2025-10-16T22:00"),
        ("La foire des 3-4 mars a été annulée.", "3-4 mars", "RANGE", "2025-03-03/2025-03-04"),
        ("Le salon a eu lieu du 7 au 12 mars.", "7 au 12 mars", "RANGE", "2025-03-07/2025-03-12"),
        ("Le vote du 3 mars 2024 à 14 h 30 fut long.", "3 mars 2024 à 14 h 30", "TIME", "2024-03-03T14:30"),
        ("Il est parti la semaine dernière.", "la semaine dernière", "DATE", "2025-W41"),
        ("Il est parti il y a vingt ans.", "il y a vingt ans", "DATE", "2005"),
        ("Le procès a duré un mois et demi.", "un mois et demi", "DURATION", "P1.5M"),
        ("Le procès a duré deux heures et demie.", "deux heures et demie", "DURATION", "PT2H30M"),
        ("Séisme du 3 mars : un bilan.", "3 mars", "DATE", "2025-03-03"),
        ("Gala du 20 novembre : le programme.", "20 novembre", "DATE", "2025-11-20"),
        ("Le match se jouera samedi.", "samedi", "DATE", "2025-10-18"),
        ("Il a perdu samedi.", "samedi", "DATE", "2025-10-11"),
        ("Il a perdu jeudi dernier.", "jeudi dernier", "DATE", "2025-10-09"),
        ("Il a perdu jeudi.", "jeudi", "DATE", "2025-10-16"),
        ("Elle a chanté hier soir.", "hier soir", "TIME", "2025-10-15TEV"),
        ("Elle a chanté ce matin vers 9 heures.", "ce matin vers 9 heures", "TIME", "2025-10-16T09:00"),
        ("Elle est née en mai 1981.", "mai 1981", "DATE", "1981-05"),
        ("Elle jouait de 1994 à 2006.", "1994 à 2006", "RANGE", "1994/2006"),
        ("On dansait à la fin des années 1970.", "fin des années 1970", "DATE", "197X"),
        ("On dansait au XIXe siècle.", "XIXe siècle", "DATE", "18XX"),
        ("Il a gagné au printemps 2018.", "printemps 2018", "DATE", "2018-SP"),
        ("Il a gagné l'automne dernier.", "l'automne dernier", "DATE", "2024-FA"),
        ("La récolte baisse au premier trimestre 2016.", "premier trimestre 2016", "DATE", "2016-Q1"),
        (
            "Il a plu dans la nuit de samedi à dimanche.",
            "la nuit de samedi à dimanche",
            "TIME",
            "2025-10-11TNI",
        ),
        ("Il a plu pendant plusieurs heures.", "plusieurs heures", "DURATION", "PTXH"),
        ("Il a plu les trois dernières années.", "les trois dernières années", "DURATION", "P3Y"),
        ("Les heurts surviennent quotidiennement.", "quotidiennement", "SET", "P1D"),
        ("Il chante tous les deux ans.", "tous les deux ans", "SET", "P2Y"),
        ("Le congrès se tient tout ce week-end.", "ce week-end", "DATE", "2025-W42-WE"),
        ("Le texte est daté du 2025-10-31.", "2025-10-31", "DATE", "2025-10-31"),
        ("Le bureau ouvre de 9 à 17 heures.", "9 à 17 heures", "RANGE", "2025-10-16T09:00/2025-10-16T17:00"),
        (
            "La fête du premier lundi de mars 2025 fut belle.",
            "premier lundi de mars 2025",
            "DATE",
            "2025-03-03",
        ),
        ("Le marathon fut couru en 2 h 06 min.", "2 h 06 min", "DURATION", "PT2H6M"),
    ],
)
def test_an_expression_has_its_borders_its_type_and_its_value(
    text: str, words: str, kind: str, value: str
) -> None:
    assert values(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "written",
    [
        "1er décembre 2024",
        "1er Décembre 2024",
        "1ᵉʳ décembre 2024",
        "1 er décembre 2024",
        "1ER DÉCEMBRE 2024",
        "1er decembre 2024",
        "1er\u00a0décembre\u00a02024",
        "premier décembre 2024",
        "1er déc. 2024",
        unicodedata.normalize("NFD", "1er décembre 2024"),
    ],
)
def test_the_first_of_december_is_read_in_any_spelling(written: str) -> None:
    assert values(f"Elle a signé le {written}.") == [(written, "DATE", "2024-12-01")]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "′"])
def test_any_apostrophe_will_do(apostrophe: str) -> None:
    today = f"aujourd{apostrophe}hui"
    assert values(f"Elle a voté {today} à midi.") == [(f"{today} à midi", "TIME", "2025-10-16T12:00")]


def test_two_days_joined_by_et_are_two_expressions_of_one_month() -> None:
    assert values("Le sommet des 22 et 23 mars 2018 a échoué.") == [
        ("22", "DATE", "2018-03-22"),
        ("23 mars 2018", "DATE", "2018-03-23"),
    ]


def test_months_that_share_a_year_are_each_in_it() -> None:
    assert [v for _, _, v in values("Le taux a monté entre janvier et juillet 2016.")] == [
        "2016-01",
        "2016-07",
    ]


def test_approximators_and_limits_go_to_the_modifier() -> None:
    text = "Depuis près de deux mois, peu après 10 heures, fin décembre, il a attendu plus de trois ans."
    assert [(e.text, e.mod) for e in found(text)] == [
        ("près de deux mois", "APPROX"),
        ("peu après 10 heures", "AFTER"),
        ("fin décembre", "END"),
        ("plus de trois ans", "MORE_THAN"),
    ]


def test_an_interval_over_new_year_ends_in_the_next_year() -> None:
    assert [v for _, _, v in values("La trêve a tenu du 28 décembre 2023 au 3 janvier.")] == [
        "2023-12-28/2024-01-03"
    ]


def test_a_slip_in_the_day_of_the_week_does_not_move_a_recent_date() -> None:
    assert values("Il est mort mardi 13 octobre.")[0][2] == "2025-10-13"


def test_the_end_of_a_told_day_is_one_expression() -> None:
    assert [(e.text, e.value, e.mod) for e in found("Il a été vu hier en fin de journée.")] == [
        ("hier en fin de journée", "2025-10-15", "END")
    ]


def test_a_night_ends_before_the_comma() -> None:
    assert values("Dans la nuit de mardi à mercredi, un local a brûlé.") == [
        ("la nuit de mardi à mercredi", "TIME", "2025-10-14TNI")
    ]


def test_a_deadline_lies_ahead_even_if_its_day_of_the_week_is_a_slip() -> None:
    assert [v for _, _, v in values("La date limite est le mardi 6 janvier.")] == ["2026-01-06"]
    assert [v for _, _, v in values("Le vote aura lieu dimanche 24 avril.")] == ["2026-04-24"]


def test_the_next_leap_day_may_be_four_years_away() -> None:
    assert [v for _, _, v in values("Le vote aura lieu le 29 février.")] == ["2028-02-29"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il paraît en déc. 2019 à Lyon.", "déc. 2019", "2019-12"),
        ("Les arbres fleurissent au printemps.", "printemps", "2025-SP"),
        ("La soirée de vendredi fut calme.", "La soirée de vendredi", "2025-10-10TEV"),
        ("Le budget de l'année en cours est bas.", "l'année en cours", "2025"),
        ("Il partira demain même.", "demain même", "2025-10-17"),
        ("Il est venu avant hier.", "avant hier", "2025-10-14"),
    ],
)
def test_a_near_time_is_read_in_its_usual_words(text: str, words: str, value: str) -> None:
    assert [(e.text, e.value) for e in found(text)] == [(words, value)]


def test_a_day_of_a_year_told_before_is_in_that_year() -> None:
    text = "Il naît en 1950. Sa sœur naît le 15 janvier de l'année suivante."
    assert [e.value for e in found(text)] == ["1950", "1951-01-15"]


def test_an_inverted_verb_in_the_past_looks_back() -> None:
    text = "« Nous partirons lundi », a-t-il dit mardi. « Nous viendrons », ont-elles écrit mercredi."
    assert [value for _, _, value in values(text)] == ["2025-10-20", "2025-10-14", "2025-10-15"]


def test_the_first_of_a_month_may_have_a_degree_sign() -> None:
    assert values("Tout change le 1° décembre 2024.")[0][::2] == ("1° décembre 2024", "2024-12-01")
    assert values("Il fait 1° dehors.") == []
