from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import found, values


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("18 h. 30", "18:30"),
        ("18H30", "18:30"),
        ("10 h. 1/2", "10:30"),
        ("dix-sept heures", "17:00"),
        ("huit heures et quart", "08:15"),
        ("huit quarante du matin", "08:40"),
        ("5 du matin", "05:00"),
        ("sept et demie du matin", "07:30"),
        ("huit moins le quart du soir", "19:45"),
        ("trois heures de l'après-midi", "15:00"),
        ("1140 a.m.", "11:40"),
        ("12 a.m.", "00:00"),
        ("huit quarante pm", "20:40"),
        ("huit quarante ce matin", "08:40"),
        ("cinq trente dans la soirée", "17:30"),
    ],
)
def test_an_hour_is_read_in_any_spelling(written: str, hour: str) -> None:
    assert values(f"Elle est arrivée à {written} avec lui.") == [(written, "TIME", f"2025-10-16T{hour}")]


@pytest.mark.parametrize("lead", ["vers les", "sur le coup de", "aux alentours de", "sur les coups de"])
def test_words_that_lead_to_an_hour_make_it_one(lead: str) -> None:
    assert values(f"Elle est arrivée {lead} 15 heures.") == [("15 heures", "TIME", "2025-10-16T15:00")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("huit heures à midi", "2025-10-16T08:00/2025-10-16T12:00"),
        ("neuf heures à dix-sept heures", "2025-10-16T09:00/2025-10-16T17:00"),
        ("5 à 7 du matin", "2025-10-16T05:00/2025-10-16T07:00"),
        ("2 à 4 heures de l'après-midi", "2025-10-16T14:00/2025-10-16T16:00"),
        ("22 h à 4 h", "2025-10-16T22:00/2025-10-17T04:00"),
        ("10 h à 4 h", "2025-10-16T10:00/2025-10-16T16:00"),
    ],
)
def test_an_interval_of_hours_ends_after_it_began(words: str, value: str) -> None:
    assert values(f"Le poste est gardé de {words}.") == [(words, "RANGE", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "À 2 heures du matin dans la nuit de samedi à dimanche, tout a brûlé.",
            "2 heures du matin dans la nuit de samedi à dimanche",
            "2025-10-12T02:00",
        ),
        (
            "Dans la nuit de samedi à dimanche, vers 23 heures, tout a brûlé.",
            "la nuit de samedi à dimanche, vers 23 heures",
            "2025-10-11T23:00",
        ),
        ("L'orage a éclaté à 8 h dans la matinée.", "8 h dans la matinée", "2025-10-16T08:00"),
    ],
)
def test_an_hour_and_the_night_it_is_in_are_one(text: str, words: str, value: str) -> None:
    assert [(e.text, e.value) for e in found(text)] == [(words, value)]


def test_noon_as_a_part_of_the_day_joins_its_day() -> None:
    assert [(e.text, e.value, e.mod) for e in found("Le feu a pris lundi, à la mi-journée.")] == [
        ("lundi, à la mi-journée", "2025-10-13", "MID")
    ]


def test_an_expression_ends_without_the_blank_before_a_bracket() -> None:
    assert [e.text for e in found("Le départ a lieu à 15 heures (13 heures GMT).")] == [
        "15 heures",
        "13 heures GMT",
    ]


def test_an_afternoon_is_one_without_its_hyphen() -> None:
    assert values("Il a plu cet après midi, et en fin d'après midi.") == [
        ("cet après midi", "TIME", "2025-10-16TAF"),
        ("fin d'après midi", "TIME", "2025-10-16TAF"),
    ]


@pytest.mark.parametrize(
    "text", ["L'édition du 5 du soir.", "Il a 5 à 7 enfants.", "C'est la page 10, Amélie."]
)
def test_a_bare_number_is_no_hour(text: str) -> None:
    assert values(text) == []


def test_the_hour_ends_where_the_next_sentence_begins() -> None:
    assert [e.text for e in found("Il est parti vers 15 h. 20 personnes l'ont vu.")] == ["15 h"]


def test_now_says_when_only_where_the_hour_is_known() -> None:
    assert values("Il part maintenant.") == []
    assert values("Il part maintenant.", "2025-10-16T10:15") == [("maintenant", "TIME", "2025-10-16T10:15")]
    assert values("À partir de maintenant, et maintenant que tout va bien.", "2025-10-16T10:15") == []
