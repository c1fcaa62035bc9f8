"""Whatever happens to the files, what is marked slices its text and undo goes through."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.errors import UsageError
from reader.model import AnchorState, Span
from reader.session import Session
from tests.articles import CANCELLED, SUMMIT, folder

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = [
    "Anna Kovacs a démissionné. ",
    "La rencontre aura lieu à Vienne. ",
    "Pál Orbán n’a rien dit. ",
    "Le 9 mars 2024, tout a changé. ",
]


class Desk:
    """A session, its store, and the folder it reads."""

    def __init__(self, root: Path) -> None:
        self.articles = folder(root)
        self.store = MemoryStore()
        self.session = Session(Library([self.articles]), self.store)
        self.session.reading_order()
        self.names = 0

    def look(self) -> None:
        self.session.take_in(self.session.look_at_disk())

    def texts(self) -> dict[str, str]:
        return {ref.id: self.session.article(ref.id).text for ref in self.session.articles}


def tag(desk: Desk, data: st.DataObject) -> None:
    texts = {id: text for id, text in desk.texts().items() if text}
    if not texts:
        return
    id = data.draw(st.sampled_from(sorted(texts)))
    start = data.draw(st.integers(0, len(texts[id]) - 1))
    end = data.draw(st.integers(start + 1, min(len(texts[id]), start + 50)))
    desk.session.tag(id, Span(start, end), [data.draw(st.sampled_from(["a", "b"]))])


def edit(desk: Desk, data: st.DataObject) -> None:
    files = sorted(desk.articles.glob("*.txt"))
    if not files:
        return
    path = data.draw(st.sampled_from(files))
    text = path.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(len(text), at + 80)))
    path.write_text(text[:at] + data.draw(st.sampled_from(["", *SENTENCES])) + text[end:], encoding="utf-8")
    os.utime(path, (desk.names, desk.names))
    desk.names += 1


def look(desk: Desk, data: st.DataObject) -> None:  # noqa: ARG001
    desk.look()


def settle(desk: Desk, data: st.DataObject) -> None:  # noqa: ARG001
    desk.session.settle()


def confirm(desk: Desk, data: st.DataObject) -> None:
    found = desk.session.lost()
    if found:
        desk.session.confirm(data.draw(st.sampled_from(found)).id)


def note(desk: Desk, data: st.DataObject) -> None:
    found = desk.session.all_annotations()
    if found:
        desk.session.set_note(
            data.draw(st.sampled_from(found)).id, data.draw(st.sampled_from(["", "x", "y"]))
        )


def rename(desk: Desk, data: st.DataObject) -> None:
    files = sorted(desk.articles.glob("*.txt"))
    if files:
        desk.names += 1
        path = data.draw(st.sampled_from(files))
        path.rename(path.with_name(f"nom-{desk.names}.txt"))


def delete(desk: Desk, data: st.DataObject) -> None:
    files = sorted(desk.articles.glob("*.txt"))
    if len(files) > 1:
        data.draw(st.sampled_from(files)).unlink()


def read_on(desk: Desk, data: st.DataObject) -> None:
    texts = desk.texts()
    if texts:
        id = data.draw(st.sampled_from(sorted(texts)))
        desk.session.set_position(id, data.draw(st.integers(0, len(texts[id]))))


def undo(desk: Desk, data: st.DataObject) -> None:  # noqa: ARG001
    desk.session.undo()


def redo(desk: Desk, data: st.DataObject) -> None:  # noqa: ARG001
    desk.session.redo()


OPERATIONS = [tag, tag, edit, look, look, settle, confirm, note, rename, delete, read_on, undo, redo]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_marked_slices_its_text_and_no_undo_is_refused(data: st.DataObject) -> None:
    with opened() as desk:
        for operation in data.draw(st.lists(st.sampled_from(OPERATIONS), max_size=25)):
            try:
                operation(desk, data)
            except UsageError:
                continue
            expect_whole(desk)
        desk.look()
        desk.session.settle()
        expect_whole(desk)
        while desk.session.undo() is not None:
            expect_whole(desk)
        assert desk.session.all_annotations() == ()


def expect_whole(desk: Desk) -> None:
    """Every row slices the text it names; whatever has a place slices the article as it is."""
    session, texts = desk.session, desk.texts()
    for annotation in session.all_annotations():
        stored = session.stored(annotation.id)
        kept = desk.store.kept_text(stored.article_sha256)
        assert kept is not None
        assert stored.span.of(kept) == stored.quote
        if annotation.article in texts and annotation.anchor is not AnchorState.ORPHAN:
            assert annotation.span.of(texts[annotation.article]) == annotation.quote


@contextmanager
def opened() -> Iterator[Desk]:
    with TemporaryDirectory() as root:
        desk = Desk(Path(root))
        yield desk
        desk.session.close()


def test_the_texts_are_those_of_the_folder() -> None:
    with opened() as desk:
        assert sorted(desk.texts().values()) == sorted([SUMMIT, CANCELLED])
