"""What holds for any file whatever: it is read or refused in words, and described without error."""

from __future__ import annotations

import codecs
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.decoding import Decoded, decode
from reader.articles.loading import article_of
from reader.errors import ArticleUnreadableError
from reader.text.full_dates import date_in_name, full_dates

MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
LINES = (
    "date 2025-10-31 La rencontre n’aura finalement pas lieu, dit-on à Budapest ce matin.",
    *(
        "Date : 31/10/2025",
        "Titre : Le sommet",
        "Publié le 16 octobre 2025 à 10h",
        "---",
        "# Un titre",
        "===",
        "```",
    ),
    *("Un titre court", "Le 16 octobre 2025, il pleut.", "16 octobre 2025 . –", "  ", "", "…", "31/02/2025"),
    *("PARIS (AFP) – Rien.", "\u2028", "lang: fr-FR", "date:", "title:"),
)
names = st.sampled_from(["a.txt", "b/c.md", "2025-10-31.txt", "x", "\x1b.txt"])
texts = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
    st.lists(st.sampled_from(LINES), max_size=12).map("\n".join),
)


@given(st.sampled_from(MARKS), st.binary(max_size=80))
def test_any_bytes_are_decoded_or_refused(mark: bytes, data: bytes) -> None:
    with suppress(ArticleUnreadableError):
        check(decode(mark + data))


def check(decoded: Decoded) -> None:
    assert "\r" not in decoded.text
    assert "\0" not in decoded.text
    assert decoded.text.encode("utf-8").decode("utf-8") == decoded.text


@given(texts.filter(lambda text: "\0" not in text))
def test_utf_8_is_read_as_python_reads_it(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decoded.encoding == "utf-8"


@given(names, texts)
def test_any_text_is_described_with_a_title_and_spans_within_it(name: str, text: str) -> None:
    article = article_of(text, name)
    assert article.title
    assert article.title == " ".join(article.title.split()) or article.title == name
    end = 0
    for heading in article.headings:
        assert end <= heading.start < heading.end <= len(text)
        assert "\n" not in heading.of(text)
        end = heading.end
    if article.reference is not None and article.reference.span is not None:
        (again,) = full_dates(article.reference.span.of(text))
        assert again.iso == article.reference.date


@given(texts)
def test_full_dates_lie_in_order_within_the_text(text: str) -> None:
    end = 0
    for found in full_dates(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@given(st.text(max_size=40))
def test_any_file_name_has_a_day_of_the_calendar_or_none(name: str) -> None:
    iso = date_in_name(name)
    assert iso is None or len(iso) == 10
