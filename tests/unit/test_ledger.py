"""A change that is written at once: as one step, as it was really written, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.file_store import FileStore
from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.errors import ChangeConflictError, StoreWriteError
from reader.session import Changed, Passage, Session
from tests.articles import CANCELLED, SUMMIT, folder, span_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotations.changes import Change

FIRST, SECOND = "annonce.txt", "annulation.txt"
HERE = span_of(SUMMIT, "Vienne")


class Full(MemoryStore):
    """A store whose disk is full when told to be."""

    is_full = False

    def append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        if self.is_full:
            raise StoreWriteError("The disk is full.")
        return super().append(changes)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return folder(tmp_path)


def window(articles: Path) -> Session:
    """One more session over the same files."""
    return Session(Library([articles]), FileStore(articles.parent / "annotations", "alice"))


def test_what_could_not_be_written_was_never_done(articles: Path) -> None:
    store = Full()
    session = Session(Library([articles]), store)
    made = session.tag(FIRST, HERE, ["place"])
    told: list[object] = []
    session.subscribe(told.append)
    store.is_full = True
    for act in (
        lambda: session.annotate(FIRST, HERE, "à vérifier", ["x"]),
        lambda: session.delete([made.id]),
        session.undo,
    ):
        with pytest.raises(StoreWriteError):
            act()
    assert session.annotations(FIRST) == (made,)
    assert [tag.name for tag in session.tags()] == ["place"]
    assert told == []
    store.is_full = False
    undone = session.undo()
    assert undone is not None
    assert (undone.title, session.annotations(FIRST)) == ("tag “place” on “Vienne”", ())


def test_what_another_window_wrote_before_is_taken_in_with_the_next_change(articles: Path) -> None:
    one, two = window(articles), window(articles)
    one.tag(SECOND, span_of(CANCELLED, "Vienne"), ["place"])
    told: list[object] = []
    two.subscribe(told.append)
    two.tag(FIRST, HERE, ["place"])
    assert [a.article for a in two.all_annotations()] == [FIRST, SECOND]
    assert len({event.change.id for event in told if isinstance(event, Changed)}) == 2
    assert two.all_annotations() == window(articles).all_annotations()


def test_a_passage_is_given_back_as_it_was_really_written(articles: Path) -> None:
    window(articles).tag(FIRST, HERE, ["place"])
    one, two = window(articles), window(articles)
    one.annotate(FIRST, HERE, "vu")
    written = two.tag(FIRST, HERE, ["summit"])
    assert (written.tags, written.note) == (("place", "summit"), "vu")
    assert window(articles).annotations(FIRST) == (written,)


def test_a_passage_whose_borders_were_moved_meanwhile_is_tagged_where_it_stands(articles: Path) -> None:
    made = window(articles).tag(FIRST, HERE, ["place"])
    one, two = window(articles), window(articles)
    one.move_borders(made.id, span_of(SUMMIT, "à Vienne"))
    assert (two.tag(FIRST, HERE, ["summit"]).quote) == "à Vienne"


def test_a_link_to_a_passage_that_was_deleted_meanwhile_is_refused_in_words(articles: Path) -> None:
    made = window(articles).tag(FIRST, HERE, ["place"])
    one, two = window(articles), window(articles)
    one.delete([made.id])
    with pytest.raises(ChangeConflictError, match="deleted meanwhile"):
        two.link_passages(Passage(FIRST, HERE), Passage(SECOND, span_of(CANCELLED, "Vienne")), "same-event")
    assert two.links() == window(articles).links() == ()


def test_a_note_and_its_tags_are_one_change(articles: Path) -> None:
    session = Session(Library([articles]), MemoryStore())
    made = session.annotate(FIRST, HERE, "à vérifier", ["place", "summit"])
    assert (made.note, made.tags) == ("à vérifier", ("place", "summit"))
    assert [tag.name for tag in session.tags()] == ["place", "summit"]
    again = session.annotate(FIRST, HERE, "vu", ["summit", "late"])
    assert (again.id, again.note, again.tags) == (made.id, "vu", ("place", "summit", "late"))
    session.undo()
    assert session.annotations(FIRST) == (made,)
    session.undo()
    assert (session.annotations(FIRST), session.tags()) == ((), ())


def test_an_undo_and_a_redo_are_called_what_they_take_back(articles: Path) -> None:
    session = Session(Library([articles]), MemoryStore())
    session.tag(FIRST, HERE, ["note: to check"])
    undone, again = session.undo(), session.redo()
    assert undone is not None
    assert again is not None
    assert undone.title == again.title == "tag “note: to check” on “Vienne”"
    assert (undone.undoes, again.redoes) == (again.redoes, undone.undoes)
