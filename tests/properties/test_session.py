"""Whatever a person does, undo gives back what was before, and quotes are slices."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.changes import Change, added
from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.errors import UsageError
from reader.model import Claim, Entity, EntityLabel, Span
from reader.session import Changed, Passage, Session
from tests.articles import CANCELLED, SUMMIT, folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXTS = {"annonce.txt": SUMMIT, "annulation.txt": CANCELLED}
ids = st.sampled_from(sorted(TEXTS))
names = st.sampled_from(["source", "date", "to check", "PER", "été"])
relations = st.sampled_from(["updates", "contradicts", "my own"])


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    id = draw(ids)
    start = draw(st.integers(0, len(TEXTS[id]) - 1))
    return Passage(id, Span(start, draw(st.integers(start + 1, min(len(TEXTS[id]), start + 60)))))


def tag(session: Session, data: st.DataObject) -> None:
    passage = data.draw(passages())
    session.tag(passage.article, passage.span, data.draw(st.lists(names, min_size=1)))


def accept_or_reject(session: Session, data: st.DataObject) -> None:
    passage = data.draw(passages())
    text = passage.span.of(TEXTS[passage.article])
    mention = Entity(passage.span, text, data.draw(st.sampled_from(EntityLabel)), text, 0.5, "rules")
    operation = data.draw(st.sampled_from([session.accept, session.reject]))
    operation(passage.article, [mention])


def link(session: Session, data: st.DataObject) -> None:
    session.link_passages(data.draw(passages()), data.draw(passages()), data.draw(relations))


def edit_annotation(session: Session, data: st.DataObject) -> None:
    annotations = session.all_annotations()
    if not annotations:
        return
    chosen = data.draw(st.sampled_from(annotations))
    text = TEXTS[chosen.article]
    operations: list[Callable[[], object]] = [
        lambda: session.set_tags(chosen.id, data.draw(st.lists(names))),
        lambda: session.set_note(chosen.id, data.draw(st.text(max_size=8))),
        lambda: session.move_borders(chosen.id, Span(chosen.span.start, min(len(text), chosen.span.end + 1))),
        lambda: session.delete([chosen.id]),
    ]
    data.draw(st.sampled_from(operations))()


def edit_link(session: Session, data: st.DataObject) -> None:
    links = session.links()
    if not links:
        return
    chosen = data.draw(st.sampled_from(links))
    if data.draw(st.booleans()):
        session.delete_link(chosen.id)
    else:
        session.edit_link(chosen.id, relation=data.draw(relations), reverse=data.draw(st.booleans()))


def edit_codebook(session: Session, data: st.DataObject) -> None:
    tags = session.tags()
    if not tags:
        return
    chosen = data.draw(st.sampled_from(tags)).name
    operations: list[Callable[[], object]] = [
        lambda: session.rename_tag(chosen, data.draw(names)),
        lambda: session.delete_tag(chosen),
        lambda: session.set_favourite(chosen, data.draw(st.integers(1, 9))),
        lambda: session.describe_tag(chosen, data.draw(st.text(max_size=5))),
    ]
    data.draw(st.sampled_from(operations))()


def correct_date(session: Session, data: st.DataObject) -> None:
    session.set_reference(data.draw(ids), data.draw(st.sampled_from([None, "2024-03-03", "2024-03-09"])))


def name_identities(session: Session, data: st.DataObject) -> None:
    everyone = session.identities()
    if not everyone:
        return
    one, other = (data.draw(st.sampled_from(everyone)) for _ in range(2))
    operations: list[Callable[[], object]] = [
        lambda: session.merge(one, other, data.draw(st.sampled_from(["", "Anna", "Vienne"]))),
        lambda: session.rename(one, data.draw(st.sampled_from(["Anna", "Vienne", "Union"]))),
        lambda: session.split(one, data.draw(st.sampled_from(one.names))),
        lambda: session.relabel_all(one, data.draw(st.sampled_from(EntityLabel))),
        lambda: session.reject_name(one),
        lambda: session.accept_all(one.mentions),
        lambda: session.reject_all(one.mentions),
    ]
    data.draw(st.sampled_from(operations))()


def decide_recognised(session: Session, data: st.DataObject) -> None:
    id = data.draw(ids)
    waiting = [s.mention for s in session.suggestions(id) if s.is_open]
    if waiting:
        some = data.draw(st.lists(st.sampled_from(waiting), unique=True))
        data.draw(st.sampled_from([session.accept, session.reject]))(id, some)


def correct_source(session: Session, data: st.DataObject) -> None:
    id = data.draw(ids)
    claims = [m for m in session.mentions(id) if isinstance(m, Claim)]
    if claims:
        session.set_source(id, data.draw(st.sampled_from(claims)), data.draw(st.sampled_from(["", "Anna"])))


OPERATIONS = [
    tag,
    accept_or_reject,
    link,
    edit_annotation,
    edit_link,
    edit_codebook,
    correct_date,
    name_identities,
    decide_recognised,
    correct_source,
]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_as_many_undos_as_changes_give_an_equal_state_and_redos_the_later_one(data: st.DataObject) -> None:
    with opened() as session:
        changes: list[Changed] = []
        session.subscribe(lambda event: changes.append(event) if isinstance(event, Changed) else None)
        before = session.snapshot()
        for operation in data.draw(st.lists(st.sampled_from(OPERATIONS), max_size=12)):
            try:
                operation(session, data)
            except UsageError:
                continue  # a refused operation changes nothing, which the comparison below shows
        after, number = session.snapshot(), len(changes)
        for _ in range(number):
            assert session.undo() is not None
        assert session.undo() is None
        assert session.snapshot() == before
        for _ in range(number):
            assert session.redo() is not None
        assert session.snapshot() == after


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_quote_is_the_slice_of_its_article_and_every_link_has_both_ends(data: st.DataObject) -> None:
    with opened() as session:
        for operation in data.draw(st.lists(st.sampled_from(OPERATIONS), max_size=12)):
            try:
                operation(session, data)
            except UsageError:
                continue
        annotations = {a.id: a for a in session.all_annotations()}
        for a in annotations.values():
            assert a.span.of(TEXTS[a.article]) == a.quote
            assert TEXTS[a.article][: a.span.start].endswith(a.prefix)
            assert TEXTS[a.article][a.span.end :].startswith(a.suffix)
        for made in session.links():
            assert {made.source, made.target} <= annotations.keys()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_identities_kept_up_to_date_are_those_of_a_session_opened_anew(data: st.DataObject) -> None:
    with opened() as session:
        before = session.identities()
        for operation in data.draw(st.lists(st.sampled_from(OPERATIONS), max_size=8)):
            try:
                operation(session, data)
            except UsageError:
                continue
            session.identities()
        store = MemoryStore()
        store.append([Change("c-1", "all", tuple(added(*row) for row in session.snapshot().rows()), "", "")])
        anew = Session(session._library, store)  # noqa: SLF001 - the same articles
        for id in TEXTS:
            anew.recognition(id)
            session.recognition(id)
        assert anew.identities() == session.identities()
        while session.undo():
            pass
        for id in TEXTS:
            session.recognition(id)
        assert session.identities() == before


@contextmanager
def opened() -> Iterator[Session]:
    with TemporaryDirectory() as root:
        session = Session(Library([folder(Path(root))]), MemoryStore())
        for id in TEXTS:
            session.recognition(id)
        yield session
        session.close()
