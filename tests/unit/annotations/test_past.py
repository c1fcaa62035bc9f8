"""History read backwards from the journal is the history of all changes in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.disk import Disk
from reader.annotations.history import History
from reader.annotations.journal import Journal
from reader.annotations.past import PastHistory
from tests.unit.annotations.kit import adding

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reader.annotations.changes import Change


def changes_of(steps: list[int]) -> list[Change]:
    """Changes as a person makes them: 0 and 1 do something, 2 undoes, 3 does again, 4 cannot be undone."""
    history = History()
    made: list[Change] = []
    for number, step in enumerate(steps):
        change = adding(number)
        if step == 2 and (last := history.undoable()):
            change = replace(change, edits=last.inverse_edits(), undoes=last.id)
        elif step == 3 and (last := history.redoable()):
            change = replace(change, edits=last.edits, redoes=last.id)
        elif step == 4:
            change = replace(change, undoable=False)
        history.record(change)
        made.append(change)
    return made


def drained(history: History) -> list[str]:
    """What undoing and then redoing everything would go through."""
    passed = []
    for number in range(200):
        last = history.undoable()
        if last is None:
            break
        passed.append(last.id)
        history.record(replace(adding(1000 + number), undoes=last.id))
    for number in range(200):
        last = history.redoable()
        if last is None:
            break
        passed.append(f"again {last.id}")
        history.record(replace(adding(2000 + number), redoes=last.id))
    return passed


@settings(max_examples=150, deadline=None)
@given(
    steps=st.lists(st.sampled_from([0, 1, 2, 2, 3, 4]), max_size=30),
    more=st.lists(st.sampled_from([0, 2, 3])),
)
def test_history_from_the_journal_is_that_of_all_changes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int], more: list[int]
) -> None:
    changes = changes_of(steps)
    journal = Journal(Disk(), tmp_path_factory.mktemp("j") / "j")
    journal.append(changes)
    plain, past = History(), PastHistory(journal)
    for change in changes:
        plain.record(change)
    for history in (plain, past):
        for number, step in enumerate(more):
            last = history.undoable() if step == 2 else history.redoable() if step == 3 else None
            change = adding(500 + number)
            if last is not None:
                change = replace(change, undoes=last.id) if step == 2 else replace(change, redoes=last.id)
            history.record(change)
    assert (past.undoable(), past.redoable()) == (plain.undoable(), plain.redoable())
    assert drained(past) == drained(plain)


def test_only_the_end_of_the_journal_is_read(tmp_path: Path) -> None:
    read = []

    class Watched(Journal):
        def change_at(self, index: int) -> Change:
            read.append(index)
            return super().change_at(index)

    journal = Watched(Disk(), tmp_path / "j")
    journal.append([adding(number) for number in range(500)])
    history = PastHistory(journal)
    assert history.undoable() == adding(499)
    assert set(read) == {499}


def test_a_journal_that_became_unreadable_ends_the_history(tmp_path: Path) -> None:
    journal = Journal(Disk(), tmp_path / "j")
    journal.append([adding(0), adding(1)])
    history = PastHistory(journal)
    last = history.undoable()
    assert last is not None
    (tmp_path / "j").write_bytes(b"\0" * 2000)
    history.record(replace(adding(9), undoes=last.id))
    assert history.undoable() is None
