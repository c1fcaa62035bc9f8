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


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Elle mesurait un mètre et vivait probablement dans le sable.", "vivait probablement dans le sable"),
        ("Un homme, qui portait probablement une arme, est venu.", "qui portait probablement une arme"),
        (
            "Bien que la cause remontera vraisemblablement au préfet, la nouvelle plaît.",
            "la cause remontera vraisemblablement au préfet",
        ),
    ],
)
def test_an_adverb_of_doubt_covers_the_clause_of_its_verb(text: str, clause: str) -> None:
    assert [words for status, words, _ in told(text) if status == "hedge"][:1] == [clause]
