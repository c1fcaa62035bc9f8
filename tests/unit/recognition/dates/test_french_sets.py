from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Le marché se tient tous les mardis.", "tous les mardis", "XXXX-WXX-2"),
        ("Le marché se tient tous les Mardis.", "tous les Mardis", "XXXX-WXX-2"),
        ("Le marché se tient tous les mardis à 8 h.", "tous les mardis à 8 h", "XXXX-WXX-2T08:00"),
        ("Le marché se tient à 8 h chaque mardi.", "8 h chaque mardi", "XXXX-WXX-2T08:00"),
        ("Le marché se tient chaque mardi matin.", "chaque mardi matin", "XXXX-WXX-2TMO"),
        ("Le marché se tient tous les jours à 8 h 30.", "tous les jours à 8 h 30", "T08:30"),
        ("Le marché se tient tous les étés.", "tous les étés", "XXXX-SU"),
        ("Le marché se tient tous les week-ends.", "tous les week-ends", "XXXX-WXX-WE"),
        ("Le marché se tient un jour sur deux.", "un jour sur deux", "P2D"),
        ("Le marché se tient un mardi sur trois.", "un mardi sur trois", "P3W"),
        ("Le marché se tient chaque 14 juillet.", "chaque 14 juillet", "XXXX-07-14"),
        ("Le marché se tient le 3 de chaque mois.", "3 de chaque mois", "XXXX-XX-03"),
        ("Il a lieu le premier lundi de chaque mois.", "le premier lundi de chaque mois", "P1M"),
        ("Ils publient trois fois par semaine.", "trois fois par semaine", "P1W"),
        ("L'usine livre 300 voitures par jour.", "par jour", "P1D"),
        ("Elle verse 200 euros par mois.", "par mois", "P1M"),
        ("Leur rencontre hebdomadaire a eu lieu.", "hebdomadaire", "P1W"),
        ("Le congrès annuel a eu lieu.", "annuel", "P1Y"),
        ("Les chiffres trimestriels ont déçu.", "trimestriels", "P3M"),
        ("La conférence de presse quotidienne a eu lieu.", "quotidienne", "P1D"),
    ],
)
def test_what_comes_back_is_a_set(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, "SET", value)]


def test_plural_weekdays_are_sets_one_by_one() -> None:
    assert values("La piscine ferme les lundis, mercredis et jeudis.") == [
        ("lundis", "SET", "XXXX-WXX-1"),
        ("mercredis", "SET", "XXXX-WXX-3"),
        ("jeudis", "SET", "XXXX-WXX-4"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le quotidien régional le dit.",
        "Un hebdomadaire anglais et un mensuel le disent.",
        "La presse quotidienne le dit.",
        "Sa vie quotidienne a changé.",
        "Au quotidien, rien ne change.",
        "Il avance jour par jour.",
        "Il est cité par Jour de fête.",
        "Les Lundis de la Comédie sont complets.",
        "Une fois sur deux, il perd.",
    ],
)
def test_a_newspaper_or_everyday_life_is_no_set(text: str) -> None:
    assert values(text) == []


def test_sundays_with_their_dates_are_those_days() -> None:
    assert [value for _, _, value in values("Le vote des dimanches 7 et 14 mars 2010 fut serré.")] == [
        "2010-03-07",
        "2010-03-14",
    ]
