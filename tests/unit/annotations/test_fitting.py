"""Undo goes across what was written down without a person's doing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.annotations.changes import Edit, Table, added, removed, replaced
from reader.annotations.fitting import fitted
from reader.annotations.state import State
from reader.errors import ChangeConflictError
from reader.model import AnchorState, Annotation, ArticleRecord, Progress, Span
from tests.unit.annotations.kit import annotation

ROW = annotation(1)
MOVED = replace(
    ROW, span=Span(ROW.span.start + 5, ROW.span.end + 5), article_sha256="f" * 64, anchor=AnchorState.MOVED
)


def after(edit: Edit, state: State) -> Annotation | None:
    (made,) = fitted([edit], state)
    state.expect([made], "undo")
    assert made.after is None or isinstance(made.after, Annotation)
    return made.after


def test_a_row_that_moved_is_removed_where_it_is() -> None:
    assert after(removed(Table.ANNOTATIONS, ROW), State([(Table.ANNOTATIONS, MOVED)])) is None


def test_what_was_said_is_taken_back_and_the_place_stays() -> None:
    noted = replace(MOVED, note="oui")
    edit = replaced(Table.ANNOTATIONS, replace(ROW, note="oui"), ROW)
    assert after(edit, State([(Table.ANNOTATIONS, noted)])) == MOVED


def test_a_place_that_was_said_by_hand_is_taken_back_too() -> None:
    wider = replace(ROW, span=Span(0, len(ROW.quote)), modified="später")
    edit = replaced(Table.ANNOTATIONS, wider, ROW)
    moved = replace(wider, span=MOVED.span, article_sha256="f" * 64)
    assert after(edit, State([(Table.ANNOTATIONS, moved)])) == ROW


def test_what_a_person_changed_since_is_still_in_the_way() -> None:
    state = State([(Table.ANNOTATIONS, replace(MOVED, tags=("autre",)))])
    (made,) = fitted([removed(Table.ANNOTATIONS, ROW)], state)
    with pytest.raises(ChangeConflictError):
        state.expect([made], "undo")


def test_a_row_that_is_not_there_is_added_as_it_was() -> None:
    assert after(added(Table.ANNOTATIONS, ROW), State()) == ROW


def test_a_reading_position_never_stops_an_undo_and_stays() -> None:
    done = ArticleRecord("a.txt", Progress.DONE, 10, "a")
    edit = replaced(Table.ARTICLES, done, replace(done, progress=Progress.IN_PROGRESS))
    now = replace(done, position=70, sha256="b", read_to_end=True)
    (made,) = fitted([edit], State([(Table.ARTICLES, now)]))
    assert made == replaced(Table.ARTICLES, now, replace(now, progress=Progress.IN_PROGRESS))


def test_edits_of_one_row_follow_each_other() -> None:
    first = replaced(Table.ANNOTATIONS, ROW, replace(ROW, note="un"))
    second = replaced(Table.ANNOTATIONS, replace(ROW, note="un"), replace(ROW, note="deux"))
    state = State([(Table.ANNOTATIONS, MOVED)])
    made = fitted([first, second], state)
    state.expect(made, "redo")
    assert made[1].after == replace(MOVED, note="deux")
