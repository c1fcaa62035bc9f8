"""What reading real articles taught, in sentences made up for the purpose."""

from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import found, values

MONDAY = "2018-02-05"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Les candidats ont composé de 8 h à midi.", "8 h à midi", "2018-02-05T08:00/2018-02-05T12:00"),
        ("Aux environs de 22 heures, la foule est sortie.", "22 heures", "2018-02-05T22:00"),
        ("Le procès a été suspendu jusqu’au jeudi matin.", "jeudi matin", "2018-02-08TMO"),
        ("Un homme est soupçonné d’avoir volé samedi une voiture.", "samedi", "2018-02-03"),
        ("Le total recule sur cette même année 2016.", "cette même année 2016", "2016"),
        ("On cherche en vain un mois de septembre 2001 aussi froid.", "mois de septembre 2001",
         "2001-09"),
        ("Il s’y rendra autour de 17 heures.", "autour de 17 heures", "2018-02-05T17:00"),
        ("Rendez-vous à huit heures moins vingt-trois minutes.", "huit heures moins vingt-trois minutes",
         "2018-02-05T07:37"),
        ("Au cours des trois années qui viennent, tout changera.", "trois années qui viennent", "P3Y"),
        ("Mardi soir, la salle était pleine ; ce fut dit Mardi soir encore.", "Mardi soir", "2018-01-30TEV"),
    ],
)  # fmt: skip
def test_the_words_and_their_value_are_right(text: str, words: str, value: str) -> None:
    assert (words, value) in [(w, v) for w, _, v in values(text, MONDAY)]


def test_a_participle_is_no_summer_even_before_passe() -> None:
    assert values("Un appel a été passé au standard.", MONDAY) == []


def test_a_month_and_a_day_behind_it_are_no_year() -> None:
    assert [v for _, _, v in values("En octobre 14, quelqu’un vint.", MONDAY)] != ["2014-10"]


def test_an_interval_has_no_modifier_that_only_one_end_has() -> None:
    one = found("Ils y sont de la fin de février au début du mois de mars.", MONDAY)
    assert [(e.value, e.mod) for e in one] == [("2018-02/2018-03", None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("minuit", "2013-02-13T00:00"),
        ("3 heures du matin", "2013-02-13T03:00"),
        ("5 heures du matin", "2013-02-12T05:00"),
        ("lun.", "2013-02-18"),
        ("2 derniers mois", "2012-12/2013-01"),
        ("3 prochaines heures", "2013-02-12T05:00/2013-02-12T07:00"),
    ],
)
def test_a_bare_phrase_is_an_appointment_to_come(text: str, value: str) -> None:
    assert [v for _, _, v in values(text, "2013-02-12T04:30")] == [value]


def test_the_day_of_the_week_tells_the_year() -> None:
    assert values("Sunday, Feb 10", "2013-02-12T04:30", "en") == [("Sunday, Feb 10", "DATE", "2013-02-10")]
    assert values("Cela se fera dimanche 10 février.", "2013-02-12")[0][2] == "2013-02-10"


def test_an_hour_of_tonight_is_after_noon() -> None:
    assert [v for _, _, v in values("tonight at 8 o'clock", MONDAY, "en")] == ["2018-02-05T20:00"]


def test_a_month_in_figures_is_read_in_english() -> None:
    assert values("It was closed (04/2016).", MONDAY, "en") == [("04/2016", "DATE", "2016-04")]
