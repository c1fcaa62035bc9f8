from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.recognition.claims.recogniser import ClaimRecogniser
from tests.effort import grows_no_faster
from tests.unit.recognition.claims.articles import article, claims_of, told

PIECES = st.sampled_from(
    [
        "«",
        "»",
        '"',
        "“",
        "”",
        " ",
        "\n",
        ".",
        ",",
        ":",
        "selon",
        "Paul Martin",
        "a déclaré",
        "que",
        "qu'",
        "il",
        "-t-il",
        "aurait",
        "pourrait",
        "dit",
        "le maire",
        "et",
        "si",
        "qui",
        "(",
        ")",
        "—",
        "probablement",
        "d'après",
        "par",
        "1",
    ]
)


@given(st.lists(PIECES, max_size=60), st.sampled_from(["fr", "en"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_claims_whose_words_stand_where_they_say(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for claim in claims_of(text, language=language):
        assert claim.text == text[claim.span.start : claim.span.end]
        assert claim.text.strip() == claim.text != ""
        assert claim.cue is None or claim.cue.of(text)
        assert 0 < claim.score <= 1


@pytest.mark.parametrize(
    "text", ["", " \n ", "«", "»", "LA DIGUE AURAIT CÉDÉ SELON LE MAIRE", "123 456", "\ufeff", "a" * 5000]
)
def test_odd_texts_are_harmless(text: str) -> None:
    assert all(claim.text for claim in claims_of(text))


def test_other_languages_give_nothing() -> None:
    assert told("« Ja », sagte Paul Martin.", "de") == []
    assert told("« Ja », sagte Paul Martin.", "und") == []


def test_the_recogniser_has_a_name_and_a_version() -> None:
    assert (ClaimRecogniser.name, bool(ClaimRecogniser.version)) == ("claims", True)


@pytest.mark.parametrize(
    "unit",
    [
        "«",
        "« a » ",
        '"',
        "serait ",
        "et serait ",
        "selon X, ",
        "a dit que ",
        ", dit-il",
        "Jean Petit et ",
        "« a\n",
    ],
)
def test_effort_grows_no_faster_than_the_text(unit: str) -> None:
    assert grows_no_faster(lambda text: list(ClaimRecogniser()(article(text))), unit * (32_000 // len(unit)))
