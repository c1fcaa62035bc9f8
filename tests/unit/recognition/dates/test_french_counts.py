from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import found, values


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("Il a fui il y a un demi-siècle.", "il y a un demi-siècle", "1975", None),
        ("Il a fui il y a un quart de siècle.", "il y a un quart de siècle", "2000", None),
        ("Il a fui il y a une dizaine d'années.", "il y a une dizaine d'années", "2015", "APPROX"),
        ("Il a fui il y a une quinzaine de jours.", "il y a une quinzaine de jours", "2025-10-01", "APPROX"),
        ("Il a fui il y a tout juste un an.", "il y a tout juste un an", "2024", None),
        ("Il a fui voilà bientôt dix ans.", "voilà bientôt dix ans", "2015", None),
        ("Il a fui il y a de cela dix ans.", "il y a de cela dix ans", "2015", None),
        ("Il a fui il y a à peine deux jours.", "il y a à peine deux jours", "2025-10-14", "LESS_THAN"),
        ("Il a fui il y a deux semaines et demie.", "il y a deux semaines et demie", "2025-09-29", None),
        ("Il a fui il y a deux ans et trois mois.", "il y a deux ans et trois mois", "2023-07", None),
        ("Il a fui il y a deux ou trois ans.", "il y a deux ou trois ans", "2022", "APPROX"),
        ("Il fuira d'ici deux à trois ans.", "d'ici deux à trois ans", "2028", "APPROX"),
        ("Il fuira d'ici un an et demi.", "d'ici un an et demi", "2027-04", None),
        ("Il fuira dans une vingtaine de jours.", "dans une vingtaine de jours", "2025-11-05", "APPROX"),
    ],
)
def test_so_long_ago_or_ahead_is_a_date(text: str, words: str, value: str, mod: str | None) -> None:
    assert [(e.text, e.type.value, e.value, e.mod) for e in found(text)] == [(words, "DATE", value, mod)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il y a trois mille ans, on y bâtissait.", "BC0976"),
        ("Il y a 25 siècles, on y bâtissait.", "BC0476"),
        ("Il y a 30 000 ans, on y peignait.", "KA30"),
        ("Il y a 80 millions d'années, la mer couvrait tout.", "MA80"),
        ("Il y a 1,5 milliard d'années, rien ne volait.", "GA1.5"),
    ],
)
def test_what_lies_before_the_calendar_still_has_a_value(text: str, value: str) -> None:
    assert [e.value for e in found(text)] == [value]


def test_half_an_hour_ago_is_reckoned_from_a_known_hour_only() -> None:
    text = "Le train est parti il y a une demi-heure."
    assert [e.value for e in found(text, "2025-10-16T10:15")] == ["2025-10-16T09:45"]
    (unknown,) = found(text)
    assert unknown.value == "XXXX-XX-XXTXX:XX"
    assert unknown.reason.startswith("not fixed")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("deux heures trente", "PT2H30M"),
        ("une heure et quart", "PT1H15M"),
        ("1 heure 46 minutes et 39 secondes", "PT1H46M39S"),
        ("2 h 06 min 12 s", "PT2H6M12S"),
        ("2h06m12s", "PT2H6M12S"),
        ("1h12'", "PT1H12M"),
        ("dix-sept heures", "PT17H"),
        ("quelques dizaines de minutes", "PTXM"),
        ("une petite vingtaine de jours", "P20D"),
    ],
)
def test_a_length_is_read_to_its_last_unit(words: str, value: str) -> None:
    assert values(f"La course s'est jouée pendant {words}.") == [(words, "DURATION", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il partira dans les jours à venir.", "les jours à venir", "PXD"),
        ("Il est parti les semaines suivantes.", "les semaines suivantes", "PXW"),
        ("Le prix a doublé pendant la dernière décennie.", "la dernière décennie", "P10Y"),
        ("Le musée ouvre toute l'année.", "l'année", "P1Y"),
        ("Il a plu tout le mois.", "le mois", "P1M"),
    ],
)
def test_a_stretch_without_a_number_is_a_length(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, "DURATION", value)]


@pytest.mark.parametrize(
    "text",
    [
        "La dernière semaine de campagne fut rude.",
        "C'est le dernier mois pour payer.",
        "Vingt-sept élus ont signé.",
        "Dix-sept communes sont touchées.",
        "Il y a mille raisons de partir.",
        "Il vend des jours et des semaines.",
    ],
)
def test_what_only_looks_like_a_length_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_after_an_hour_of_effort_is_a_length() -> None:
    assert values("Après une heure de marche, ils ont vu le lac.") == [("une heure", "DURATION", "PT1H")]


def test_hundreds_are_no_seconds() -> None:
    assert [e.text for e in found("Ce matin, plus de deux cents familles ont fui.")] == ["Ce matin"]


def test_a_decade_may_bear_an_english_s() -> None:
    assert values("On dansait dans les années 70s.") == [("années 70s", "DATE", "197X")]
