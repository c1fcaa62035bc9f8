"""What all operations share: their result, and the words for people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.annotations.changes import Edit, Table, replaced
from reader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotations.state import State
    from reader.model import Annotation, Link, Span, Tag


TAG_LENGTH = 80


class Edits(NamedTuple):
    """Rows before and after, and what that is called."""

    title: str
    edits: tuple[Edit, ...]


class Stamp(NamedTuple):
    """Who does it, and when (RFC 3339, UTC)."""

    creator: str
    time: str


def shortened(quote: str, length: int = 40) -> str:
    """*quote* on one line, cut with … after *length* characters."""
    line = " ".join(quote.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def tag_name(raw: str) -> str:
    """A tag's name as it is kept: trimmed, inner white space single.

    Raises UsageError where nothing is left, or where it is too long or holds control characters.
    """
    name = " ".join(raw.split())
    if not name:
        raise UsageError("A tag needs a name of at least one letter.")
    if len(name) > TAG_LENGTH:
        raise UsageError(f"The tag “{shortened(name)}” is longer than {TAG_LENGTH} characters. Shorten it.")
    if not name.isprintable():
        raise UsageError("A tag's name cannot hold control characters.")
    return name


def tag_names(raw: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in the order given."""
    return tuple(dict.fromkeys(tag_name(name) for name in raw))


def annotation_of(state: State, id: str) -> Annotation:
    found = state.annotations.get(id)
    if found is None:
        raise UsageError(f"There is no annotation {id} here any more.")
    return found


def link_of(state: State, id: str) -> Link:
    found = state.links.get(id)
    if found is None:
        raise UsageError(f"There is no link {id} here any more.")
    return found


def tag_of(state: State, name: str) -> Tag:
    found = state.tags.get(name)
    if found is None:
        raise UsageError(f"There is no tag “{shortened(name)}” in the codebook.")
    return found


def filled(span: Span) -> Span:
    if span.start == span.end:
        raise UsageError("An empty passage cannot be marked. Select at least one letter.")
    return span


def rewritten(before: Annotation, stamp: Stamp, **fields: object) -> Edit:
    after = replace(before, modified=stamp.time, **fields)  # type: ignore[arg-type]
    return replaced(Table.ANNOTATIONS, before, after)


def listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
