from __future__ import annotations

import pytest

from reader.articles.headers import is_byline, read_header
from reader.text.openings import header_end


@pytest.mark.parametrize(
    ("text", "iso", "words"),
    [
        (
            " date 2025-10-31 La rencontre annoncée entre les deux présidents n’aura pas lieu.",
            "2025-10-31",
            "2025-10-31",
        ),
        ("Date : 31/10/2025\n\nTexte.", "2025-10-31", "31/10/2025"),
        ("DATE: 31 octobre 2025\nTexte.", "2025-10-31", "31 octobre 2025"),
        ("Publié le 16 octobre 2025 à 14h30\nTexte.", "2025-10-16", "16 octobre 2025"),
        (
            "Publié le jeudi 16 octobre 2025 | Mis à jour le 17/10/2025\nTexte.",
            "2025-10-16",
            "16 octobre 2025",
        ),
        ("Un titre\n\nPar Jean Dupont, publié le 16 octobre 2025\n\nTexte.", "2025-10-16", "16 octobre 2025"),
        ("Publiée le 16 octobre 2025\nTexte.", "2025-10-16", "16 octobre 2025"),
        ("Mis en ligne le 16/10/2025\nTexte.", "2025-10-16", "16/10/2025"),
        ("Title: A summit\nPublished: October 16, 2025\n\nText.", "2025-10-16", "October 16, 2025"),
        ("Published on 16 October 2025\nText.", "2025-10-16", "16 October 2025"),
    ],
)
def test_a_header_date_is_found_where_it_stands(text: str, iso: str, words: str) -> None:
    header = read_header(text)
    assert header.date is not None
    assert header.date.iso == iso
    assert header.date.span.of(text) == words


def test_the_article_begins_after_the_date_on_the_same_line() -> None:
    text = " date 2025-10-31 La rencontre annoncée entre les deux présidents n’aura pas lieu."
    assert text[read_header(text).end :].startswith("La rencontre")


def test_key_and_value_lines_are_the_header() -> None:
    text = "Titre : Le sommet : suite\nSource: AFP\nLangue: français\nDate: 2025-10-31\n\nLe texte."
    header = read_header(text)
    assert header.title == "Le sommet : suite"
    assert header.language == "fr"
    assert text[header.end :].strip() == "Le texte."


def test_front_matter_is_the_header() -> None:
    fields = 'title: "Le sommet : suite"\ndate: 2025-10-31T10:00:00Z\nlang: fr-FR\ntags:\n  - a'
    text = f"---\n{fields}\n---\nLe texte."
    header = read_header(text)
    assert header.title == "Le sommet : suite"
    assert header.language == "fr"
    assert header.date is not None
    assert header.date.span.of(text) == "2025-10-31"
    assert text[header.end :] == "Le texte."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\ntitle: jamais fermé\n\nTexte.",
        "France : attaque à Valence\n\nTexte.",
        "Un rapport publié le 16 octobre 2025 en dit long.",
        "Publication des comptes le 16 octobre 2025.",
        "Le 16 octobre 2025, il pleut.",
        "Date de naissance",
    ],
)
def test_other_openings_are_no_header(text: str) -> None:
    header = read_header(text)
    assert (header.end, header.title, header.date) == (0, "", None)


def test_a_header_date_that_the_calendar_does_not_know_is_none() -> None:
    header = read_header("date: 2025-02-30\n\nTexte.")
    assert header.date is None
    assert header.end == len("date: 2025-02-30\n")


def test_bylines_are_known() -> None:
    assert is_byline("Par Jean Dupont")
    assert is_byline("Mis à jour le 17 octobre 2025")
    assert not is_byline("Par où commencer ?")
    assert not is_byline("Partir demain")


@pytest.mark.parametrize("fields", ["", "Titre : Le sommet\n", "Source: AFP\n\nLangue: fr\n"])
@pytest.mark.parametrize("space", [" ", "\u202f", "\u00a0", " \t "])
@pytest.mark.parametrize("rest", ["La rencontre annoncée n’aura finalement pas lieu.", "à 10 heures"])
def test_the_article_begins_where_its_paragraphs_do(fields: str, space: str, rest: str) -> None:
    text = f"{fields}date 2025-10-31{space}{rest}\n\nLa suite."
    body = header_end(text)
    assert body == (text.index(rest) if rest[0].isupper() else 0)
    assert read_header(text).end == (body or text.index(rest) + len(rest) + 1)
