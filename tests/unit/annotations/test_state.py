from __future__ import annotations

import itertools

import pytest

from reader.annotations.changes import Change, Edit, Table, added, removed, replaced
from reader.annotations.history import History
from reader.annotations.state import State
from reader.errors import ChangeConflictError
from reader.model import Annotation, Link, Span, Tag


def annotation(id: str, start: int = 0, article: str = "a.txt") -> Annotation:
    return Annotation(id, article, "0", Span(start, start + 3), "mot", "", "", (), "", "eve", "t", "t")


def link(id: str, source: str, target: str) -> Link:
    return Link(id, "updates", source, target, "", "eve", "t", "t")


def change(*edits: Edit, id: str = "c-1", undoes: str | None = None, redoes: str | None = None) -> Change:
    return Change(id, "a change", edits, "t", "eve", undoes=undoes, redoes=redoes)


def test_annotations_of_an_article_come_by_start_and_longer_first() -> None:
    longer = Annotation("a-3", "a.txt", "0", Span(5, 12), "un mot!", "", "", (), "", "eve", "t", "t")
    state = State()
    state.apply(
        change(*(added(Table.ANNOTATIONS, a) for a in (annotation("a-1", 5), annotation("a-2", 1), longer)))
    )
    assert [a.id for a in state.annotations_of("a.txt")] == ["a-2", "a-3", "a-1"]
    assert state.annotations_of("b.txt") == ()


def test_the_rows_of_an_article_are_put_in_order_once_until_one_of_them_changes() -> None:
    state = State([(Table.ANNOTATIONS, annotation("a-1")), (Table.ANNOTATIONS, annotation("a-2", 4))])
    before = state.annotations_of("a.txt")
    state.apply(change(added(Table.ANNOTATIONS, annotation("b-1", article="b.txt"))))
    assert state.annotations_of("a.txt") is before
    state.apply(change(added(Table.ANNOTATIONS, annotation("a-3", 9, article="a.txt"))))
    assert [a.id for a in state.annotations_of("a.txt")] == ["a-1", "a-2", "a-3"]
    assert state.decisions_of("a.txt") is state.decisions_of("a.txt")


def test_links_are_found_from_both_ends_and_forgotten_when_removed() -> None:
    made = link("l-1", "a-1", "a-2")
    state = State([(Table.LINKS, made)])
    assert state.links_of("a-1") == state.links_of("a-2") == (made,)
    state.apply(change(removed(Table.LINKS, made)))
    assert state.links_of("a-1") == state.links_of("a-2") == ()


def test_moving_an_annotation_to_another_article_moves_it_in_the_index() -> None:
    before, after = annotation("a-1"), annotation("a-1", article="b.txt")
    state = State([(Table.ANNOTATIONS, before)])
    state.apply(change(replaced(Table.ANNOTATIONS, before, after)))
    assert state.annotations_of("a.txt") == ()
    assert state.annotations_of("b.txt") == (after,)
    assert state.annotated_articles() == {"b.txt"}


def test_the_inverse_edits_give_the_state_before() -> None:
    state = State([(Table.ANNOTATIONS, annotation("a-1")), (Table.TAGS, Tag("rumeur", 1))])
    before = state.copy()
    made = change(
        removed(Table.ANNOTATIONS, annotation("a-1")),
        replaced(Table.TAGS, Tag("rumeur", 1), Tag("rumeur", 2)),
        added(Table.ANNOTATIONS, annotation("a-2", 4)),
    )
    state.apply(made)
    assert state != before
    state.apply(change(*made.inverse_edits()))
    assert state == before


def test_an_edit_that_no_longer_fits_is_refused_by_name() -> None:
    state = State([(Table.TAGS, Tag("rumeur", 2))])
    with pytest.raises(ChangeConflictError, match="a colour"):
        state.expect([replaced(Table.TAGS, Tag("rumeur", 1), Tag("rumeur", 3))], "a colour")


def test_two_edits_of_one_row_in_one_change_are_expected_one_after_the_other() -> None:
    state = State([(Table.TAGS, Tag("rumeur", 1))])
    steps = [Tag("rumeur", n) for n in (1, 2, 3)]
    edits = [replaced(Table.TAGS, old, new) for old, new in itertools.pairwise(steps)]
    state.expect(edits, "two steps")


def test_a_row_of_the_wrong_kind_or_key_cannot_be_edited() -> None:
    with pytest.raises(TypeError):
        Edit(Table.LINKS, "a-1", None, annotation("a-1"))
    with pytest.raises(ValueError, match="a-1"):
        Edit(Table.ANNOTATIONS, "a-2", None, annotation("a-1"))


def test_history_undoes_last_first_and_redoes_until_something_new_happens() -> None:
    history = History()
    first, second = change(id="c-1"), change(id="c-2")
    history.record(first)
    history.record(second)
    assert history.undoable() is second
    history.record(change(id="c-3", undoes="c-2"))
    assert (history.undoable(), history.redoable()) == (first, second)
    history.record(change(id="c-4", redoes="c-2"))
    assert (history.undoable(), history.redoable()) == (second, None)
    history.record(change(id="c-5", undoes="c-2"))
    history.record(change(id="c-6"))
    assert history.redoable() is None
    assert history.undoable() == change(id="c-6")


def test_what_is_not_undoable_leaves_the_history_alone() -> None:
    history = History()
    history.record(change(id="c-1"))
    history.record(Change("c-2", "position", (), "t", "eve", undoable=False))
    assert history.undoable() == change(id="c-1")


def test_annotations_are_found_by_their_exact_place() -> None:
    first, second = annotation("a-1", 5), annotation("a-2", 5)
    state = State([(Table.ANNOTATIONS, first), (Table.ANNOTATIONS, second)])
    assert state.annotations_on("a.txt", Span(5, 8)) == (first, second)
    assert state.annotations_on("a.txt", Span(5, 9)) == state.annotations_on("b.txt", Span(5, 8)) == ()
    state.apply(change(removed(Table.ANNOTATIONS, first)))
    assert state.annotations_on("a.txt", Span(5, 8)) == (second,)
