from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.articles.loading import article_of
from reader.articles.metadata import describe
from reader.model import ReferenceOrigin
from tests.shared import shared

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def test_the_first_sample_has_a_header_date_and_two_headings() -> None:
    name = "000_7191556ead630460.txt"
    article = article_of((SEEDS / name).read_text(encoding="utf-8-sig"), name)
    assert article.title == "La rencontre annoncée entre le président Donald Trump et son homologue…"
    assert [span.of(article.text) for span in article.headings] == [
        "Une négociation stoppée net",
        "Une initiative diplomatique fragilisée",
    ]
    assert article.reference is not None
    assert article.reference.date == "2025-10-31"
    assert article.reference.origin is ReferenceOrigin.HEADER
    assert article.reference.span is not None
    assert article.reference.span.of(article.text) == "2025-10-31"
    assert article.language == "fr"


def test_the_second_sample_has_a_dateline_and_no_headings() -> None:
    name = "003_73690eb927d52fee.txt"
    article = article_of((SEEDS / name).read_text(encoding="utf-8-sig"), name)
    assert article.title.startswith("Le 16 octobre 2025, les présidents Donald Trump et Vladimir Poutine")
    assert article.title.endswith("…")
    assert article.headings == ()
    assert article.reference is not None
    assert article.reference.date == "2025-10-16"
    assert article.reference.origin is ReferenceOrigin.DATELINE
    assert article.language == "fr"


def test_a_header_date_is_stronger_than_the_name_and_the_name_than_the_dateline() -> None:
    dateline = "Le 3 mars 2016, le sommet s'est tenu à Paris avec les ministres."
    header = "Date : 31/10/2025\n\n" + dateline
    for name, text, date, origin in [
        ("2025-10-16_x.txt", header, "2025-10-31", ReferenceOrigin.HEADER),
        ("2025-10-16_x.txt", dateline, "2025-10-16", ReferenceOrigin.FILE_NAME),
        ("2025-10-16/x.txt", dateline, "2016-03-03", ReferenceOrigin.DATELINE),
    ]:
        reference = describe(name, text).reference
        assert reference is not None
        assert (reference.date, reference.origin) == (date, origin)


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("x.txt", "France : attaque à Valence (Drôme)\n\n1er janvier 2016, 14h30 . –\nTexte.", None),
        ("x.md", "# Le **sommet** de [Paris](http://x)\n\nTexte.", "Le sommet de Paris"),
        ("x.md", "---\ntitle: Dit en tête\n---\n# Autre\n\nTexte.", "Dit en tête"),
        ("x.md", "> Une _citation_ ouvre le texte.", "Une citation ouvre le texte"),
        ("a/x.txt", "", "x.txt"),
        ("a/x.txt", " \n—\n", "x.txt"),
        ("x.txt", "Titre : Le sommet\n\nTexte.", "Le sommet"),
    ],
)
def test_a_title_is_what_the_article_says_first_and_never_empty(
    name: str, text: str, title: str | None
) -> None:
    assert describe(name, text).title == (title or text.split("\n")[0])


def test_a_stated_language_is_believed() -> None:
    assert describe("x.md", "---\nlang: en-GB\n---\nLe texte est dans la langue des autres.").language == "en"


def test_real_datelines_are_nearly_all_found() -> None:
    wrong = 0
    lines = (
        (shared("data/recognition") / "winer_fr_dev.jsonl").read_text(encoding="utf-8").strip().split("\n")
    )
    for line in lines:
        row = json.loads(line)
        reference = describe("x.txt", row["text"]).reference
        wrong += reference is None or reference.date != row["date"]
    assert wrong <= len(lines) // 50
