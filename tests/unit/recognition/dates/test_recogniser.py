from __future__ import annotations

from pathlib import Path

from reader.model import Article, ReferenceDate, ReferenceOrigin, Span
from reader.recognition.dates.recogniser import DateRecogniser


def article(text: str, reference: ReferenceDate | None, language: str = "fr") -> Article:
    return Article("a.txt", Path("a.txt"), text, "0" * 64, "A", reference=reference, language=language)


def test_the_header_date_is_marked_itself() -> None:
    text = " date 2025-10-31 Il a parlé hier."
    header = ReferenceDate("2025-10-31", ReferenceOrigin.HEADER, Span(6, 16))
    expressions = list(DateRecogniser()(article(text, header)))
    assert [(e.text, e.value) for e in expressions] == [("2025-10-31", "2025-10-31"), ("hier", "2025-10-30")]
    assert all(e.recogniser == DateRecogniser().name for e in expressions)


def test_correcting_the_reference_date_moves_the_values() -> None:
    text = "Il a parlé hier."
    corrected = ReferenceDate("2020-01-01", ReferenceOrigin.USER)
    assert [e.value for e in DateRecogniser()(article(text, corrected))] == ["2019-12-31"]


def test_an_article_without_a_reference_date_is_read_all_the_same() -> None:
    assert [e.value for e in DateRecogniser()(article("Le 3 mai 1981, puis hier.", None))] == [
        "1981-05-03",
        "",
    ]


def test_an_empty_article_has_none() -> None:
    assert list(DateRecogniser()(article("", None))) == []
