from __future__ import annotations

import pytest

from reader.articles.datelines import dateline
from reader.articles.headings import plain_headings


def read(text: str) -> str | None:
    found = dateline(text, 0, plain_headings(text))
    return found.iso if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Le 16 octobre 2025, les présidents ont parlé.",
        "16 octobre 2025\n\nLes présidents ont parlé.",
        "Un titre\n\n16 octobre 2025, 14h30 . –\nLes présidents ont parlé.",
        "PARIS, 16 octobre 2025 (AFP) – Les présidents ont parlé.",
        "Paris, le jeudi 16 octobre 2025 - Les présidents ont parlé.",
        "BUDAPEST (Reuters) - October 16, 2025 - The presidents spoke.",
        "Donald Trump a rencontré, jeudi 16 octobre 2025, Vladimir Poutine.",
        "Un titre\n\nLégende de la photo.\n\nAutre légende.\n\n16 octobre 2025 . –\nTexte.",
        "Un titre\n\n" + "Autre sujet : un lien vers 2016 ici.\n" * 12 + "16 octobre 2025 . –\nTexte.",
    ],
)
def test_a_plausible_dateline_is_found(text: str) -> None:
    assert read(text) == "2025-10-16"


@pytest.mark.parametrize(
    "text",
    [
        "Depuis le 24 février 2022, la guerre continue.",
        "La réunion du 16 octobre 2025 est annulée.",
        "Le sommet aura lieu le 5 janvier 2027 à Budapest.",
        "Le sommet, prévu le 5 janvier 2027, est annulé.",
        "Né le 3 mars 1950 à Lyon, il a vécu.",
        "Until 16 October 2025 nothing happened.",
        "Rien de tel. " * 20 + "Le 16 octobre 2025, rien.",
        "Un.\nDeux.\nTrois, le 16 octobre 2025, rien.",
        "En octobre 2025, rien.",
        "",
    ],
)
def test_a_date_of_something_else_is_not_the_dateline(text: str) -> None:
    assert read(text) is None


def test_a_date_in_the_headline_is_not_the_dateline() -> None:
    assert read("Le sommet du 3 mars 2014 revisité\n\n16 octobre 2025 . –\nTexte.") == "2025-10-16"
