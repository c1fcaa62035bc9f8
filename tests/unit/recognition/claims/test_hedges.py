from __future__ import annotations

import pytest

from tests.unit.recognition.claims.articles import claims_of, told


@pytest.mark.parametrize(
    ("text", "clause", "cue"),
    [
        ("La digue pourrait céder.", "La digue pourrait céder", "pourrait"),
        ("Le port devrait rouvrir lundi, mais rien n'est sûr.", "Le port devrait rouvrir lundi", "devrait"),
        (
            "Il pourrait être envisagé de partir.",
            "Il pourrait être envisagé de partir",
            "pourrait être envisagé",
        ),
        ("La mer est probablement trop haute.", "La mer est probablement trop haute", "probablement"),
        ("Alors que le dialogue semble rompu, les pêcheurs attendent.", "le dialogue semble rompu", "semble"),
        ("Il est possible que la digue cède.", "Il est possible que la digue cède", "est possible"),
    ],
)
def test_the_authors_doubt_covers_its_clause(text: str, clause: str, cue: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.status.value, claim.text, claim.source) == ("hedge", clause, None)
    assert claim.cue is not None
    assert claim.cue.of(text) == cue


@pytest.mark.parametrize(
    "text",
    [
        "Selon Paul Martin, la digue pourrait céder.",
        "Paul Martin affirme que la digue va probablement céder.",
        "Il lui est reproché d'être potentiellement dangereux.",
        "La digue pourrait-elle céder ?",
    ],
)
def test_somebody_elses_doubt_and_questions_are_no_hedges(text: str) -> None:
    assert "hedge" not in [status for status, _, _ in told(text)]
