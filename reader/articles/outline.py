"""What a file says of itself by the rules of its kind: title, date, language, headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Span
    from reader.text.full_dates import FullDate


class Outline(NamedTuple):
    """The explicit facts; empty where the file does not state them."""

    body: int = 0
    """Offset where the article begins, after its header."""
    title: str = ""
    date: FullDate | None = None
    language: str = ""
    headings: tuple[Span, ...] = ()


class Kind(NamedTuple):
    """A kind of article file."""

    name: str
    """For a person: ``plain text``."""
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    outline: Callable[[str], Outline]
    plain: Callable[[str], str] = str
    """A line without the marks of this kind, for titles."""
