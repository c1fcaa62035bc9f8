from __future__ import annotations

import pytest

from reader.recognition.dates.finding import find
from tests.effort import grows_no_faster

SIZE = 60_000


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "le ",
        " ",
        "1 ",
        "lundi ",
        "la semaine ",
        "deux cent ",
        "3 mars ",
        "2016-",
        "vingt-",
        "12h",
        "\n",
        "é",
        "il y a ",
        "-",
        "1,1 ",
        "du 3 au ",
        "vingt et ",
        "mille neuf cent ",
        "le 3 de ",
        "XVe et ",
        "une demi-",
        "le premier ",
        "les lundis, ",
        "1 h 30 m ",
        "Oct. ",
        "il y a deux ans et ",
        "par an ",
        "huit quarante ",
    ],
)
def test_effort_grows_with_the_length_and_no_faster(piece: str) -> None:
    assert grows_no_faster(lambda text: find(text, "2025-10-16", "fr"), piece * (SIZE // len(piece)))


@pytest.mark.parametrize(
    "text", ["\ud800 hier \u2028 3 mars", "\x00\x1b[31m hier", "İstanbul ﬁn mars ① ½ heures"]
)
def test_odd_characters_do_no_harm(text: str) -> None:
    assert all(e.span.of(text) == e.text for e in find(text, "2025-10-16", "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "l'an 9999, mille ans plus tard",
        "il y a 999999 ans",
        "dans 999999 siècles",
        "le 31 décembre 9999 et le lendemain",
        "an 1000",
        "en 0 000",
    ],
)
def test_the_ends_of_the_calendar_are_no_trap(text: str) -> None:
    find(text, "9999-12-31", "fr")
    find(text, "0001-01-01", "fr")


@pytest.mark.parametrize(
    ("text", "reference", "language"),
    [
        ("Le 3 mars 2020 à 10 h, il partit. 900000 millions d'heures plus tard, il revint.", None, "fr"),
        ("Il revint 900000 milliards de secondes plus tard, le 4 mai 2020.", "2025-10-31T10:00", "fr"),
        ("Ouvert du 31 décembre 9999 à 22 h à 4 h du matin, puis le 4 mai 2020.", None, "fr"),
        ("Il viendra ce week-end, comme le 4 mai 2020.", "9999-12-31", "fr"),
        ("Il est venu au dernier trimestre, puis le 4 mai 2020.", "0001-01-01", "fr"),
        ("He came this Sunday, then on 4 May 2020.", "9999-12-31", "en"),
        ("He came in the second quarter, at noon, then on 4 May 2020.", "0001-01-01", "en"),
    ],
)
def test_what_lies_beyond_the_calendar_is_not_fixed_and_the_other_dates_are(
    text: str, reference: str | None, language: str
) -> None:
    found = find(text, reference, language)
    assert {"2020-05-04", "2020-03-03T10:00"} & {one.value for one in found}
    assert all(one.span.of(text) == one.text for one in found)
