from __future__ import annotations

import pytest

from reader.articles.headings import markdown_headings, plain_headings, plain_markdown


def plain(text: str) -> list[str]:
    return [span.of(text) for span in plain_headings(text)]


def test_short_lines_between_blank_ones_are_headings() -> None:
    text = "Le titre\n\nUn paragraphe qui dit tout.\n\n  Une suite  \n\nUn autre paragraphe.\n"
    assert plain(text) == ["Le titre", "Une suite"]


@pytest.mark.parametrize(
    "line",
    [
        "Une phrase.",
        "Une liste :",
        "Un début,",
        "en minuscules",
        "- Un tiret",
        "* * *",
        "1er janvier 2016, 14h30 . –",
        "16 octobre 2025",
        "Par Jean Dupont",
        "Publié le 16 octobre 2025",
        "« Non. »",
        "Mot " * 40,
    ],
)
def test_other_lines_between_blank_ones_are_not(line: str) -> None:
    assert plain(f"Un paragraphe.\n\n{line}\n\nUn autre.") == []


@pytest.mark.parametrize(
    "line", ["Que sait-on ?", "« Le sommet »", "2025, l'année du sommet", "À suivre…", "ÉTÉ"]
)
def test_headings_may_ask_quote_and_count(line: str) -> None:
    assert plain(f"Un paragraphe.\n\n{line}\n\nUn autre.") == [line]


def test_a_line_that_touches_a_paragraph_is_no_heading_within_the_text() -> None:
    assert plain("Un.\n\nDeux\nTrois.\n\nQuatre.\nCinq\n\nSix.") == []


def test_the_last_line_is_a_signature_rather_than_a_heading() -> None:
    assert plain("Un paragraphe.\n\nJean Dupont\n\n") == []
    assert plain("Une seule ligne") == []


def test_many_short_lines_in_a_row_are_a_list() -> None:
    names = "\n\n".join(["Un texte.", "Jean", "Paul", "Marie", "Anne", "Un autre."])
    assert plain(names) == []


def test_nothing_after_a_header_has_no_heading() -> None:
    text = "DATE:\n\nDATE:"
    assert plain_headings(text, len(text)) == ()
    assert markdown_headings(text, len(text)) == ()


def test_the_opening_heading_may_be_longer() -> None:
    title = "France : " + "un long titre " * 9 + "fin"
    assert plain(f"{title}\n\nLe texte.") == [title]


def test_markdown_headings_stand_at_sharps_and_underlines_outside_code() -> None:
    text = "# Un\n\nTexte\n\nDeux\n----\n\n```\n# non\n```\n#hashtag\n### Trois ###\n\n- a\n---\n~~~\n# non"
    assert [span.of(text) for span in markdown_headings(text)] == ["# Un", "Deux", "### Trois ###"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## Le **sommet** de [Paris](http://x)", "Le sommet de Paris"),
        ("# Fin #", "Fin"),
        ("> - Un _mot_ `net`", "Un mot net"),
        ("C# et snake_case", "C# et snake_case"),
    ],
)
def test_the_marks_of_markdown_are_taken_off(line: str, words: str) -> None:
    assert plain_markdown(line) == words
