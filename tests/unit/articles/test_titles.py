from __future__ import annotations

import pytest

from reader.articles.titles import first_words, shortened


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le sommet est annulé. Rien d'autre.", "Le sommet est annulé"),
        ("PARIS, 16 octobre 2025 (AFP) – Le sommet est annulé.", "Le sommet est annulé"),
        ("24 janvier 2016 . – Le sommet est annulé.", "Le sommet est annulé"),
        ("\n — \n\nLe  sommet\u00a0!", "Le sommet !"),
        ("Qui ? Personne.", "Qui ?"),
        ("Puis...", "Puis..."),
        ("", ""),
        ("12 %\n!!", ""),
    ],
)
def test_the_first_sentence_makes_a_title(text: str, title: str) -> None:
    assert first_words(text, 0) == title


def test_a_long_sentence_is_cut_before_a_name_that_does_not_fit() -> None:
    sentence = (
        "La rencontre annoncée entre le président Donald Trump et son homologue Vladimir Poutine "
        "n’aura pas lieu."
    )
    assert shortened(sentence) == "La rencontre annoncée entre le président Donald Trump et son homologue…"


def test_a_title_does_not_end_with_a_small_word() -> None:
    words = (
        "Le gouvernement hongrois a fait savoir ce matin que la réunion du conseil de la sécurité se tiendra"
    )
    assert shortened(words) == "Le gouvernement hongrois a fait savoir ce matin que la réunion du conseil…"


def test_an_endless_word_is_cut_hard() -> None:
    assert len(shortened("x" * 500)) == 80
