from __future__ import annotations

from reader.recognition.entities.casing import recase
from reader.recognition.entities.modelfile import read
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser


def names(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.label.value) for one in EntityRecogniser().entities(text)]


def test_names_are_found_in_a_title_in_capitals() -> None:
    found = names("LE PRÉSIDENT PAUL GIRARDOT EST ARRIVÉ À LISBONNE\n\nIl a salué la foule.")
    assert found == [("PAUL GIRARDOT", "PER"), ("LISBONNE", "LOC")]


def test_a_line_of_two_acronyms_keeps_its_case() -> None:
    assert list(recase(["ONU", "et", "OTAN"], read(MODEL).lexicon)) == ["ONU", "et", "OTAN"]
    assert list(recase(["ONU", "/", "OTAN"], read(MODEL).lexicon)) == ["ONU", "/", "OTAN"]


def test_acronyms_stay_acronyms_in_a_line_of_capitals() -> None:
    assert list(recase(["LA", "FRANCE", "QUITTE", "L'", "OTAN"], read(MODEL).lexicon))[1::3] == [
        "France",
        "OTAN",
    ]
