"""What is said of languages is what the recognisers do."""

from __future__ import annotations

from reader.articles.language import PROFILES
from reader.recognition.entities.recogniser import LANGUAGES
from reader.tui.languages import MARKED, OTHERS, is_marked, language_words


def test_every_language_that_articles_are_told_to_be_in_has_a_name() -> None:
    assert MARKED.keys() | OTHERS.keys() == PROFILES.keys()
    assert MARKED.keys() == set(LANGUAGES)


def test_of_others_it_is_said_that_little_is_marked() -> None:
    assert [is_marked(tag) for tag in ("fr", "en", "", "de", "und", "hu")] == [True] * 3 + [False] * 3
    assert [language_words(tag) for tag in ("de", "und", "hu")] == [
        "German",
        "language unknown",
        "language hu",
    ]
