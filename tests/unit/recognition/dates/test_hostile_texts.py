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
