"""What people say about names, as edits: one row for each name, whatever its spelling."""

from __future__ import annotations

import pytest

from reader.annotations.changes import Change, Table
from reader.annotations.operations import identities
from reader.annotations.operations.base import Edits, Stamp
from reader.annotations.operations.codebook import new_tags
from reader.annotations.operations.identities import Name
from reader.annotations.rows import from_row, to_row
from reader.annotations.state import State
from reader.errors import UsageError
from reader.model import Decision, DecisionAction, EntityLabel

STAMP = Stamp("ana", "2024-03-03T10:00:00Z")
PER, LOC, ORG = EntityLabel.PER, EntityLabel.LOC, EntityLabel.ORG


def applied(state: State, edits: Edits) -> list[tuple[str, str, str]]:
    state.expect(edits.edits, edits.title)
    state.apply(Change("c-1", edits.title, edits.edits, "", ""))
    return [(d.action.value, d.quote, d.value) for d in state.decisions_of("")]


def test_merging_files_one_row_for_each_name_and_none_twice() -> None:
    state = State()
    names = [Name(ORG, "Maison-Blanche"), Name(ORG, "Maison Blanche"), Name(LOC, "Washington")]
    rows = applied(state, identities.merge(state, names, "  Maison   Blanche ", STAMP))
    assert rows == [
        ("merged", "Maison-Blanche", "Maison Blanche"),
        ("merged", "Washington", "Maison Blanche"),
    ]
    assert identities.merge(state, names, "Maison Blanche", STAMP).edits == ()


def test_a_person_and_a_place_of_one_name_are_filed_apart() -> None:
    state = State()
    applied(state, identities.reject(state, [Name(PER, "Washington")], "Washington", STAMP))
    rows = applied(state, identities.reject(state, [Name(LOC, "Washington")], "Washington", STAMP))
    assert len(rows) == 2


def test_splitting_takes_the_place_of_merging() -> None:
    state = State()
    a, b, c = Name(LOC, "A"), Name(LOC, "B"), Name(LOC, "C")
    applied(state, identities.merge(state, [a, b, c], "A", STAMP))
    rows = applied(state, identities.split(state, [a], [b, c], "B", STAMP))
    assert rows == [("split", "A", "A"), ("merged", "B", "B"), ("merged", "C", "B")]


def test_calling_a_name_what_it_was_recognised_as_takes_the_decision_away() -> None:
    state = State()
    name = [Name(ORG, "Vienne")]
    assert applied(state, Edits("x", tuple(identities.call(state, name, LOC, STAMP)))) == [
        ("relabelled", "Vienne", "LOC")
    ]
    assert applied(state, Edits("x", tuple(identities.call(state, name, ORG, STAMP)))) == []


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[2J", "x" * 201])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        identities.merge(State(), [Name(PER, "Ann")], name, STAMP)


@pytest.mark.parametrize("quote", ["Ann", "™", "a\x1b]0;x\x07", "x" * 3000, "\ud800"])
def test_a_row_of_any_recognised_name_round_trips_and_has_an_id_that_can_be_read(quote: str) -> None:
    state = State()
    edits = identities.reject(state, [Name(PER, quote)], quote, STAMP)
    (edit,) = edits.edits
    row = edit.after
    assert isinstance(row, Decision)
    assert row.id.isprintable()
    assert from_row(Table.DECISIONS, to_row(row)) == row
    assert row.id == identities.filed_under(row)


def test_a_store_of_before_has_only_the_actions_of_before_and_stays_readable() -> None:
    row = {
        "id": "entity:0-3:a.txt", "article": "a.txt", "action": "accepted", "start": 0, "end": 3,
        "quote": "Ann", "kind": "entity", "label": "PER", "value": "PER", "creator": "ana", "created": "",
    }  # fmt: skip
    decision = from_row(Table.DECISIONS, row)
    assert isinstance(decision, Decision)
    assert decision.action is DecisionAction.ACCEPTED
    assert to_row(decision) == row


def test_new_tags_take_a_free_key_only_where_they_may() -> None:
    made = [edit.after for edit in new_tags(State(), ["PER", "LOC"], keyed=False)]
    assert [(tag.name, tag.colour, tag.favourite) for tag in made if tag is not None] == [  # type: ignore[union-attr]
        ("PER", 1, None),
        ("LOC", 2, None),
    ]
