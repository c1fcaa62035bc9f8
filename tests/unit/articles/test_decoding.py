from __future__ import annotations

import codecs

import pytest

from reader.articles.decoding import MAX_BYTES, MAX_LINES, decode
from reader.errors import ArticleUnreadableError

FRENCH = "L’œuvre coûte 3 €."


def test_utf_8_is_read_strictly_and_without_a_note() -> None:
    decoded = decode(FRENCH.encode())
    assert decoded.text == FRENCH
    assert decoded.encoding == "utf-8"
    assert decoded.note is None


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_says_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + FRENCH.encode(encoding))
    assert decoded.text == FRENCH
    assert decoded.encoding == encoding
    assert decoded.note is None


def test_a_mark_inside_the_text_stays() -> None:
    assert decode("a\ufeffb".encode()).text == "a\ufeffb"


def test_what_is_not_utf_8_is_windows_1252_and_says_so() -> None:
    decoded = decode(FRENCH.encode("cp1252"))
    assert decoded.text == FRENCH
    assert decoded.encoding == "cp1252"
    assert decoded.note is not None
    assert "Windows-1252" in decoded.note


def test_bytes_that_windows_1252_leaves_open_are_latin_1_and_counted() -> None:
    decoded = decode(b"\xe9\x81\x8d\x8f\x90\x9d")
    assert decoded.text == "é\x81\x8d\x8f\x90\x9d"
    assert decoded.note is not None
    assert "5" in decoded.note


def test_every_byte_but_nul_is_read_somehow() -> None:
    data = bytes(range(1, 256))
    text = decode(data).text
    assert len(text) == 255
    assert "\r" not in text


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    assert decode(b"a\r\nb\rc\n\r\nd\x0c\x0be\xc2\x85").text == "a\nb\nc\n\nd\x0c\x0be\x85"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""
    assert decode(codecs.BOM_UTF8).text == ""


def test_damaged_text_after_a_mark_is_shown_and_noted() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"a\xffb")
    assert decoded.text == "a\ufffdb"
    assert decoded.note is not None
    assert "damaged" in decoded.note


@pytest.mark.parametrize("data", [b"a\0b", "été".encode("utf-16-le"), codecs.BOM_UTF16_LE + b"a\0\0\0"])
def test_binary_data_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(ArticleUnreadableError, match=r"NUL bytes.*UTF-8"):
        decode(data)


def test_too_large_files_and_too_many_lines_are_refused() -> None:
    with pytest.raises(ArticleUnreadableError, match="articles of up to 17 MB"):
        decode(bytes(MAX_BYTES + 1))
    with pytest.raises(ArticleUnreadableError, match="lines"):
        decode(b"\n" * (MAX_LINES + 1))
