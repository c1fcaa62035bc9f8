"""States from changes, and changes from states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.changes import Change, Edit, Table
from reader.annotations.ids import new_id, now
from reader.annotations.rebase import rebase
from reader.annotations.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable


def replay(changes: Iterable[Change]) -> State:
    """What *changes* add up to, one after the other."""
    state = State()
    for change in changes:
        state.apply(change)
    return state


def merged(changes: Iterable[Change]) -> list[Change]:
    """*changes* that were made on two copies of a store, as one after the other.

    A change that stands there twice is taken once; one that did not know what stands before it
    is carried over field by field.
    """
    state = State()
    seen: set[str] = set()
    kept = []
    for change in changes:
        if change.id not in seen:
            seen.add(change.id)
            rebased = rebase(change, state)
            state.apply(rebased)
            kept.append(rebased)
    return kept


def difference(before: State, after: State, *, removing: bool = True) -> tuple[Edit, ...]:
    """The edits that lead from *before* to *after*; without *removing*, rows that are gone stay."""
    edits = []
    for table in Table:
        old, new = before.table(table), after.table(table)
        if removing:
            edits += [Edit(table, key, row, None) for key, row in old.items() if key not in new]
        edits += [Edit(table, key, old.get(key), row) for key, row in new.items() if old.get(key) != row]
    return tuple(edits)


def mending(title: str, edits: tuple[Edit, ...], annotator: str) -> Change:
    """A change that nobody made by hand: it brings the journal level with what was found."""
    return Change(new_id("c"), title, edits, now(), annotator, undoable=False)
