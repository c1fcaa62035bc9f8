"""Undo across what nobody did by hand: passages found again elsewhere, reading positions kept.

No undo stops at such a change. Of an annotation it wrote the place alone: an edit that says nothing about
the place is carried over to where the row stands now. What is remembered of reading gives way altogether.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table
from reader.model import Annotation, ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.changes import Row
    from reader.annotations.state import State


def fitted(edits: Iterable[Edit], state: State) -> tuple[Edit, ...]:
    """*edits* as they have to be made on *state*; one whose row a person changed since stays as it is."""
    now: dict[tuple[Table, str], Row | None] = {}
    made = []
    for edit in edits:
        place = (edit.table, edit.key)
        edit = _fitted(edit, now.get(place, state.table(edit.table).get(edit.key)))
        now[place] = edit.after
        made.append(edit)
    return tuple(made)


def _fitted(edit: Edit, current: Row | None) -> Edit:
    before, after = edit.before, edit.after
    if edit.table is Table.ARTICLES:
        return Edit(edit.table, edit.key, current, _read_on(before, after, current))
    if current == before or not (isinstance(before, Annotation) and isinstance(current, Annotation)):
        return edit
    if _moved_to(before, current) != current:
        return edit
    if isinstance(after, Annotation) and _moved_to(after, before) == after:
        after = _moved_to(after, current)
    return Edit(edit.table, edit.key, current, after)


def _read_on(before: Row | None, after: Row | None, current: Row | None) -> Row | None:
    """*after*, at the position of *current* where the edit was not about that."""
    if not (
        isinstance(before, ArticleRecord)
        and isinstance(after, ArticleRecord)
        and isinstance(current, ArticleRecord)
    ):
        return after
    if (before.position, before.sha256) != (after.position, after.sha256):
        return after
    read_to_end = after.read_to_end or current.read_to_end
    return replace(after, position=current.position, sha256=current.sha256, read_to_end=read_to_end)


def _moved_to(row: Annotation, other: Annotation) -> Annotation:
    """*row* at the place of *other*, within its own article."""
    return replace(
        row,
        article_sha256=other.article_sha256,
        span=other.span,
        quote=other.quote,
        prefix=other.prefix,
        suffix=other.suffix,
        anchor=other.anchor,
    )
