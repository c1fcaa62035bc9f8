"""Checks on the fields of a record from outside; whatever fails says why in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from reader.annotations.operations.base import tag_name
from reader.errors import FormatError, UsageError
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    E = TypeVar("E", bound=Enum)

LONGEST_TEXT = 1 << 20
"""Characters of a quote or a note."""
LONGEST_NAME = 500
"""Characters of an id, a relation, a person's name."""
LONGEST_CONTEXT = 1000
MOST_TAGS = 1000
LARGEST_OFFSET = 1 << 28


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one record, each taken out by what it must be.

    Every method raises FormatError saying which field is wrong and how.
    """

    record: Mapping[str, object]

    def text(self, name: str, default: str | None = None, longest: int = LONGEST_TEXT) -> str:
        value = self.record.get(name, default)
        if not isinstance(value, str):
            raise FormatError(f"“{name}” is missing" if value is None else f"“{name}” must be text")
        if len(value) > longest:
            raise FormatError(f"“{name}” is longer than {longest} characters")
        if _surrogates().search(value):
            raise FormatError(f"“{name}” holds half a character (a lone surrogate)")
        return value

    def name(self, name: str, default: str | None = None) -> str:
        """Text on one line, not empty, without control characters."""
        value = self.text(name, default, LONGEST_NAME)
        if not value.strip() or not value.isprintable():
            raise FormatError(f"“{name}” must be a name on one line")
        return value

    def article(self, name: str = "article") -> str:
        """The id of an article: a path that stays inside the opened folder."""
        value = self.record.get(name)
        if not isinstance(value, str) or not value:
            raise FormatError(f"“{name}” is missing")
        parts = value.split("/")
        outside = value.startswith("/") or ".." in parts or "." in parts or "" in parts
        if outside or "\\" in value or "\0" in value or re.match(r"[A-Za-z]:", value):
            raise FormatError(f"“{name}” is no path inside a folder of articles")
        if len(value) > LONGEST_CONTEXT:
            raise FormatError(f"“{name}” is longer than {LONGEST_CONTEXT} characters")
        return value

    def span(self) -> Span:
        start, end = self.number("start"), self.number("end")
        if start >= end:
            raise FormatError("“start” must lie before “end”")
        return Span(start, end)

    def number(self, name: str, default: int | None = None, most: int = LARGEST_OFFSET) -> int:
        value = self.record.get(name, default)
        if value is None:
            raise FormatError(f"“{name}” is missing")
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise FormatError(f"“{name}” must be a whole number from 0 to {most}")
        return value

    def score(self, name: str) -> float | None:
        """A number from 0 to 1, or None where there is none."""
        value = self.record.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise FormatError(f"“{name}” must be a number from 0 to 1")
        return float(value)

    def time(self, name: str, default: str) -> str:
        value = self.text(name, default, LONGEST_NAME)
        if not _time().fullmatch(value):
            raise FormatError(f"“{name}” is no time such as 2025-10-16T09:30:00Z")
        return value

    def sha256(self, name: str) -> str:
        value = self.text(name, "", LONGEST_NAME)
        if value and not re.fullmatch(r"[0-9a-f]{64}", value):
            raise FormatError(f"“{name}” is no SHA-256 in hexadecimal")
        return value

    def tags(self, name: str = "tags") -> tuple[str, ...]:
        value = self.record.get(name, [])
        if not isinstance(value, list) or len(value) > MOST_TAGS:
            raise FormatError(f"“{name}” must be a list of at most {MOST_TAGS} tags")
        return tuple(dict.fromkeys(_tag(tag) for tag in value))

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        value = self.record.get(name)
        if value is None and default is not None:
            return default
        known = {member.value: member for member in kind}
        if not isinstance(value, str) or value not in known:
            raise FormatError(f"“{name}” must be one of {', '.join(known)}")
        return known[value]

    def record_of(self, name: str) -> Fields:
        value = self.record.get(name)
        if not isinstance(value, dict):
            raise FormatError(f"“{name}” is missing" if value is None else f"“{name}” must be an object")
        return Fields(value)


def _tag(value: object) -> str:
    if not isinstance(value, str):
        raise FormatError("a tag must be text")
    try:
        return tag_name(value)
    except UsageError as error:
        raise FormatError(error.message.rstrip(".")) from error


@cache
def _surrogates() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
    )
