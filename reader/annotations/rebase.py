"""A change made on rows that somebody else has changed since: what it comes to now.

Two windows may edit one annotation before each sees the other. Only what a change itself
altered is carried over, field by field, so that neither loses the other's work.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table, removed
from reader.model import Annotation, Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.changes import Change, Row
    from reader.annotations.state import State

_SAID = {Annotation: ("note", "tags"), Link: ("note", "relation")}
"""What a person said: an edit of it brings back a row that was deleted elsewhere meanwhile."""


def rebase(change: Change, state: State) -> Change:
    """*change* as it has to be written on *state*; itself where nothing came between."""
    if all(_current(state, edit) == edit.before for edit in change.edits) and not _loose_ends(change, state):
        return change
    seen: dict[tuple[Table, str], Row | None] = {}
    edits = []
    for edit in change.edits:
        place = (edit.table, edit.key)
        current = seen.get(place, _current(state, edit))
        moved = _moved(edit, current)
        if moved is not None:
            edits.append(moved)
            seen[place] = moved.after
    rebased = replace(change, edits=tuple(edits))
    loose = _loose_ends(rebased, state)
    kept = tuple(edit for edit in edits if edit.key not in loose or edit.after is None)
    gone = tuple(removed(Table.LINKS, link) for key in sorted(loose) if (link := state.links.get(key)))
    return replace(change, edits=gone + kept)


def as_told(wanted: Change, written: Change, state: State) -> Change:
    """*written* with what it takes to bring a screen level on which *wanted* was applied."""
    if wanted is written:
        return written
    there = rows_of([written])
    dropped = [edit for edit in wanted.edits if (edit.table, edit.key) not in there]
    back = (Edit(edit.table, edit.key, edit.after, state.table(edit.table).get(edit.key)) for edit in dropped)
    return replace(written, edits=(*written.edits, *back))


def rows_of(changes: Iterable[Change]) -> set[tuple[Table, str]]:
    """Which rows *changes* speak of."""
    return {(edit.table, edit.key) for change in changes for edit in change.edits}


def _current(state: State, edit: Edit) -> Row | None:
    return state.table(edit.table).get(edit.key)


def _moved(edit: Edit, current: Row | None) -> Edit | None:
    """*edit* for a row that is *current* now; None where there is nothing left to do."""
    if current == edit.before:
        return edit
    if current == edit.after:
        return None
    if edit.after is None:
        return Edit(edit.table, edit.key, current, None)
    if current is None:
        return Edit(edit.table, edit.key, None, edit.after) if _speaks(edit) else None
    if edit.before is None:
        return None if edit.table is Table.TAGS else Edit(edit.table, edit.key, current, edit.after)
    return Edit(edit.table, edit.key, current, _merged(edit.before, edit.after, current))


def _speaks(edit: Edit) -> bool:
    """Whether *edit* holds words of a person that would be lost without its row."""
    if edit.before is None:
        return True
    said = _SAID.get(type(edit.before), ())
    return any(getattr(edit.before, name) != getattr(edit.after, name) for name in said)


def _merged(before: Row, after: Row, current: Row) -> Row:
    """*current* with what changed from *before* to *after*."""
    altered = {
        entry.name: getattr(after, entry.name)
        for entry in fields(after)
        if getattr(before, entry.name) != getattr(after, entry.name)
    }
    if isinstance(before, Annotation) and isinstance(after, Annotation) and isinstance(current, Annotation):
        if "tags" in altered:
            altered["tags"] = _merged_tags(before.tags, after.tags, current.tags)
        if altered.keys() & {"span", "quote", "prefix", "suffix", "article", "article_sha256"}:
            place = ("span", "quote", "prefix", "suffix", "article", "article_sha256", "anchor")
            altered |= {name: getattr(after, name) for name in place}  # a place is one thing
    return replace(current, **altered)


def _merged_tags(
    before: tuple[str, ...], after: tuple[str, ...], current: tuple[str, ...]
) -> tuple[str, ...]:
    kept = [tag for tag in current if tag in after or tag not in before]
    return (*kept, *(tag for tag in after if tag not in before and tag not in kept))


def _loose_ends(change: Change, state: State) -> set[str]:
    """Keys of links that would be left without one of their ends."""
    after = {(edit.table, edit.key): edit.after for edit in change.edits}

    def is_there(annotation: str) -> bool:
        place = (Table.ANNOTATIONS, annotation)
        return after[place] is not None if place in after else annotation in state.annotations

    loose = set()
    for (table, key), row in after.items():
        if isinstance(row, Link) and not (is_there(row.source) and is_there(row.target)):
            loose.add(key)
        if table is Table.ANNOTATIONS and row is None:
            ties = state.links_of(key)
            loose |= {link.id for link in ties if after.get((Table.LINKS, link.id), link) is not None}
    return loose
