from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Il vécut au dix-huitième siècle.", "dix-huitième siècle", "DATE", "17XX"),
        ("Il vécut au vingt et unième siècle.", "vingt et unième siècle", "DATE", "20XX"),
        ("Il vécut du XVe au XVIIe siècle.", "XVe au XVIIe siècle", "RANGE", "14XX/16XX"),
        ("Il vécut au IIe siècle avant notre ère.", "IIe siècle avant notre ère", "DATE", "BC01XX"),
        ("L'outil date du IIIe millénaire.", "IIIe millénaire", "DATE", "2XXX"),
        ("Il vécut dans les années 40 avant notre ère.", "années 40 avant notre ère", "DATE", "BC004X"),
        ("Il vécut dans les années 110 av. J.-C.", "années 110 av. J.-C.", "DATE", "BC011X"),
        ("La ville tomba en 52 avant notre ère.", "52 avant notre ère", "DATE", "BC0052"),
        ("La ville tomba en l'an 800.", "an 800", "DATE", "0800"),
        ("Il partit en mille neuf cent quatorze.", "mille neuf cent quatorze", "DATE", "1914"),
        (
            "Il partit le onze novembre mille neuf cent dix-huit.",
            "onze novembre mille neuf cent dix-huit",
            "DATE",
            "1918-11-11",
        ),
        ("On dansait dans les années 1980-1990.", "années 1980-1990", "RANGE", "198X/199X"),
        ("Il a neigé pendant l'hiver 2018-2019.", "l'hiver 2018-2019", "DATE", "2018-WI"),
        ("Le profit du T2 2025 a baissé.", "T2 2025", "DATE", "2025-Q2"),
        ("Le profit du dernier trimestre 2024 a baissé.", "dernier trimestre 2024", "DATE", "2024-Q4"),
        (
            "Il ouvrira au premier trimestre de l'année prochaine.",
            "premier trimestre de l'année prochaine",
            "DATE",
            "2026-Q1",
        ),
        ("Il a ouvert en mars de l'année dernière.", "mars de l'année dernière", "DATE", "2024-03"),
        ("La paie tombe le dernier vendredi du mois.", "le dernier vendredi du mois", "DATE", "2025-10-31"),
        (
            "Il a plu la première semaine de l'année.",
            "la première semaine de l'année",
            "DATE",
            "2025-W01",
        ),
    ],
)
def test_years_and_longer_stretches_have_their_value(text: str, words: str, kind: str, value: str) -> None:
    assert values(text) == [(words, kind, value)]


def test_centuries_that_share_their_noun_are_two() -> None:
    assert values("L'atelier marcha aux XVIIe et XVIIIe siècles.") == [
        ("XVIIe", "DATE", "16XX"),
        ("XVIIIe siècles", "DATE", "17XX"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Elle a couru en deux mille mètres de dénivelé.",
        "Deux mille douze personnes sont venues.",
        "Le vase a volé en mille morceaux.",
        "Elle a fini dixième, puis vingtième.",
        "L'avion T2 est garé.",
    ],
)
def test_a_count_or_a_rank_is_no_year(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il est mort durant le week-end.", "le week-end", "2025-W41-WE"),
        ("Il viendra pendant le week-end.", "le week-end", "2025-W42-WE"),
        ("Il a joué le week-end du 11 octobre.", "le week-end du 11 octobre", "2025-W41-WE"),
        ("Il a joué le week-end dernier.", "le week-end dernier", "2025-W41-WE"),
    ],
)
def test_a_weekend_is_the_one_the_verb_or_its_day_says(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, "DATE", value)]


def test_on_a_monday_this_weekend_is_over_if_the_verb_says_so() -> None:
    assert [v for _, _, v in values("Ils se sont battus ce week-end.", "2025-10-13")] == ["2025-W41-WE"]
    assert [v for _, _, v in values("Ils se battront ce week-end.", "2025-10-13")] == ["2025-W42-WE"]
    assert [v for _, _, v in values("Ils se sont battus ce week-end.", "2025-10-12")] == ["2025-W41-WE"]
