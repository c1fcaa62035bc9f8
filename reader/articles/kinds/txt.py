"""Plain text: headings are short lines between blank ones."""

from __future__ import annotations

from reader.articles.headers import read_header
from reader.articles.headings import plain_headings
from reader.articles.outline import Kind, Outline


def outline(text: str) -> Outline:
    """What a plain text says of itself."""
    header = read_header(text)
    headings = plain_headings(text, header.end)
    return Outline(header.end, header.title, header.date, header.language, headings)


KIND = Kind("plain text", (".txt",), outline)
