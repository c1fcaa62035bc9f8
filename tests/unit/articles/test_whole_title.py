from __future__ import annotations

import pytest

from reader.articles.loading import article_of
from reader.articles.whole_title import LONGEST, whole_title

SENTENCE = (
    "La rencontre annoncée entre le président Donald Trump et son homologue Vladimir Poutine n’aura pas lieu"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE}. Prévue à Budapest, elle devait durer deux jours.",
        f"PARIS, 16 octobre 2025 (AFP) – {SENTENCE}.\n\nLa suite.",
        f"date 2025-10-31\n\n{SENTENCE.replace('Donald', ' Donald')}. Prévue à Budapest.",
    ],
)
def test_a_title_of_first_words_is_the_whole_sentence(text: str) -> None:
    article = article_of(text, "a.txt")
    assert article.title.endswith("…")
    assert whole_title(article) == SENTENCE


def test_a_long_heading_is_whole() -> None:
    heading = "Le sommet de " + "la ville et " * 30 + "du lac"
    article = article_of(f"# {heading}\n\nUn texte sans titre.\n", "a.md")
    assert article.title.endswith("…")
    assert whole_title(article) == heading


@pytest.mark.parametrize("text", ["# À suivre…\n\nUn texte.", "# Le sommet\n\nUn texte.", "", "Puis..."])
def test_a_title_that_is_not_cut_stays(text: str) -> None:
    article = article_of(text, "a.md")
    assert whole_title(article) == article.title


def test_a_sentence_without_end_is_cut_at_last() -> None:
    article = article_of("mot " * 100_000, "a.txt")
    assert len(whole_title(article)) <= LONGEST
    assert whole_title(article).endswith("…")
