"""Markdown: front matter, ``#`` headings and underlined ones."""

from __future__ import annotations

from reader.articles.headers import read_header
from reader.articles.headings import markdown_headings, plain_markdown
from reader.articles.outline import Kind, Outline


def outline(text: str) -> Outline:
    """What a Markdown text says of itself."""
    header = read_header(text)
    headings = markdown_headings(text, header.end)
    return Outline(header.end, header.title, header.date, header.language, headings)


KIND = Kind("Markdown", (".md",), outline, plain_markdown)
