"""Every place of some words."""

from __future__ import annotations

from reader.search.concordance import FoldedTexts, concordance, occurrences
from tests.articles import CANCELLED, SUMMIT, article, span_of


def test_words_are_found_in_every_article_whatever_their_accents() -> None:
    articles = [article(SUMMIT, "a.txt"), article(CANCELLED, "b.txt")]
    found = list(concordance(articles, "orban", FoldedTexts()))
    assert [(place.article.id, place.span.of(place.article.text)) for place in found] == [
        ("a.txt", "Orbán"),
        ("b.txt", "Orbán"),
    ]


def test_a_text_is_folded_once_as_long_as_there_is_room() -> None:
    first, second = article(SUMMIT, "a.txt"), article(CANCELLED, "b.txt")
    texts = FoldedTexts(room=len(SUMMIT) + 10)
    kept = texts.of(first)
    assert texts.of(article(SUMMIT, "same.txt")) is kept
    assert texts.of(second) is not texts.of(second)


def test_no_words_have_no_place() -> None:
    assert list(concordance([article(SUMMIT)], "  ", FoldedTexts())) == []
    assert occurrences(SUMMIT, " ") == []


def test_only_whole_words_are_occurrences() -> None:
    text = "Anna, Annabelle et Johanna : anna !"
    assert occurrences(text, "Anna") == [span_of(text, "Anna"), span_of(text, "anna", 1)]


def test_signs_at_the_border_are_no_letters() -> None:
    text = "l’Agence et l’Agence-mère"
    assert len(occurrences(text, "l'Agence")) == 2


def test_the_folding_of_a_text_that_changed_is_given_up_and_its_room_with_it() -> None:
    texts = FoldedTexts(room=len(SUMMIT) + 10)
    texts.of(article(SUMMIT, "a.txt"))
    now = article(CANCELLED, "a.txt")
    assert texts.of(now) is texts.of(now)


def test_the_folding_of_a_text_that_another_article_still_has_stays() -> None:
    texts = FoldedTexts(room=2 * len(SUMMIT) + len(CANCELLED))
    kept = texts.of(article(SUMMIT, "a.txt"))
    texts.of(article(SUMMIT, "b.txt"))
    texts.of(article(CANCELLED, "a.txt"))
    assert texts.of(article(SUMMIT, "b.txt")) is kept
