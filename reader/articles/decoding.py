"""Bytes to text: byte order mark, else strict UTF-8, else Windows-1252; line ends become LF."""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

from reader.errors import ArticleUnreadableError

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read: decoded and laid out it takes some ten times as much, with emoji in it."""
MAX_LINES = 1_000_000
"""The most lines that are read."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the longer ones before those that begin like them."""

UNDEFINED = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
"""Bytes that Windows-1252 leaves open."""


class Decoded(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str
    note: str | None = None
    """What the reader should know, in one or two plain sentences."""


def decode(data: bytes) -> Decoded:
    """The text of a file's *data*, without byte order mark, with CRLF and CR as LF, otherwise unchanged.

    Raises ArticleUnreadableError for what is not a text, or is too large.
    """
    if len(data) > MAX_BYTES:
        raise ArticleUnreadableError(too_large(len(data)))
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_with_mark(data[len(mark) :], encoding))
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return _checked(_windows(data))


def too_large(size: int) -> str:
    """Why a file of *size* bytes is refused."""
    return (
        f"It is {size / 1e6:,.0f} MB large; articles of up to {MAX_BYTES / 1e6:.0f} MB are read. "
        "Split it into smaller files."
    )


def _with_mark(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        note = (
            f"The file says that it is {name} but is damaged: what could not be read stands as “\ufffd”. "
            "Compare it with its source before you quote it."
        )
        return Decoded(text, encoding, note)


def _windows(data: bytes) -> Decoded:
    note = (
        "The file is not UTF-8 and was read as Windows-1252. "
        "If accents look wrong, save it as UTF-8 and reopen it."
    )
    unknown = len(data) - len(data.translate(None, UNDEFINED))
    if unknown:
        note += f" Bytes without a meaning in Windows-1252: {unknown}, read as Latin-1."
    return Decoded(codecs.charmap_decode(data, "strict", _windows_table())[0], "cp1252", note)


def _checked(decoded: Decoded) -> Decoded:
    if "\0" in decoded.text:
        raise ArticleUnreadableError(
            "It holds NUL bytes, so it is not a text file. Export it as plain text in UTF-8 and open that."
        )
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.count("\n")
    if lines > MAX_LINES:
        raise ArticleUnreadableError(
            f"It has {lines:,} lines; articles of up to {MAX_LINES:,} are read. Split it into smaller files."
        )
    return Decoded(text, decoded.encoding, decoded.note)


@cache
def _windows_table() -> str:
    """The character of each byte: Windows-1252, and Latin-1 where that is silent."""
    return "".join(bytes((byte,)).decode("latin-1" if byte in UNDEFINED else "cp1252") for byte in range(256))
