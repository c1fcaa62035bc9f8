"""Changes made on rows that somebody else has changed since."""

from __future__ import annotations

from dataclasses import replace

from reader.annotations.changes import Table, added, removed, replaced
from reader.annotations.rebase import rebase
from reader.annotations.state import State
from reader.model import AnchorState, Span, Tag
from tests.unit.annotations.kit import annotation, change, deleting, link, noting, tagging


def after(*changes: object, rows: State) -> State:
    for one in changes:
        rows.apply(rebase(one, rows))  # type: ignore[arg-type]
    return rows


def with_one() -> State:
    return State([(Table.ANNOTATIONS, annotation(1))])


def test_a_change_that_nothing_came_before_stays_itself() -> None:
    note = noting(annotation(1), "oui", id="c")
    assert rebase(note, with_one()) is note


def test_a_note_and_a_tag_given_at_the_same_time_both_stay() -> None:
    rows = after(noting(annotation(1), "oui", id="c"), tagging(annotation(1), "LOC", id="d"), rows=with_one())
    assert (rows.annotations["a-1"].note, rows.annotations["a-1"].tags) == ("oui", ("PER", "LOC"))


def test_tags_given_and_taken_at_the_same_time_are_joined() -> None:
    untag = change("d", replaced(Table.ANNOTATIONS, annotation(1), annotation(1, tags=())))
    rows = after(tagging(annotation(1), "LOC", id="c"), untag, rows=with_one())
    assert rows.annotations["a-1"].tags == ("LOC",)


def test_what_another_deleted_comes_back_only_with_words_of_a_person() -> None:
    gone = deleting(annotation(1), id="c")
    anchored = replace(annotation(1), anchor=AnchorState.MOVED)
    moved = change("d", replaced(Table.ANNOTATIONS, annotation(1), anchored))
    assert not after(gone, moved, rows=with_one()).annotations
    assert after(gone, noting(annotation(1), "oui", id="e"), rows=with_one()).annotations["a-1"].note == "oui"


def test_deleting_what_another_changed_or_deleted_leaves_nothing() -> None:
    gone = deleting(annotation(1), id="c")
    assert not after(noting(annotation(1), "oui", id="d"), gone, rows=with_one()).annotations
    assert not after(gone, replace(gone, id="e"), rows=with_one()).annotations


def test_a_passage_is_moved_as_one_thing() -> None:
    mine = replace(annotation(1), span=Span(20, 25), prefix="p", suffix="s")
    other = replace(annotation(1), span=Span(30, 35), prefix="q")
    rows = after(
        change("c", replaced(Table.ANNOTATIONS, annotation(1), other)),
        change("d", replaced(Table.ANNOTATIONS, annotation(1), mine)),
        rows=with_one(),
    )
    assert rows.annotations["a-1"] == mine


def test_a_link_to_a_passage_that_was_deleted_is_not_made() -> None:
    rows = State([(Table.ANNOTATIONS, annotation(1)), (Table.ANNOTATIONS, annotation(2))])
    tie = change("d", added(Table.LINKS, link(1, 1, 2)))
    after(deleting(annotation(2), id="c"), tie, rows=rows)
    assert not rows.links


def test_deleting_a_passage_takes_along_a_link_made_meanwhile() -> None:
    rows = State([(Table.ANNOTATIONS, annotation(1)), (Table.ANNOTATIONS, annotation(2))])
    tie = change("c", added(Table.LINKS, link(1, 1, 2)))
    gone = rebase(deleting(annotation(2), id="d"), after(tie, rows=rows))
    assert removed(Table.LINKS, link(1, 1, 2)) in gone.edits
    rows.apply(gone)
    assert not rows.links
    rows.apply(replace(gone, edits=gone.inverse_edits()))
    assert rows.links
    assert "a-2" in rows.annotations


def test_a_tag_that_both_made_keeps_its_first_colour() -> None:
    rows = State()
    after(
        change("c", added(Table.TAGS, Tag("rumeur", 1))),
        change("d", added(Table.TAGS, Tag("rumeur", 2))),
        rows=rows,
    )
    assert rows.tags["rumeur"].colour == 1
