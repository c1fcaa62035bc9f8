"""Operations that keep what was marked with its words: after an article was edited, or renamed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table, added, removed, replaced
from reader.annotations.operations.base import Edits
from reader.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.annotations.state import State
    from reader.model import Annotation, ArticleRecord, Decision


def settled(pairs: Iterable[tuple[Annotation, Annotation]]) -> Edits:
    """Write down where annotations stand now: (as stored, as it is); nothing a person did changes."""
    edits = tuple(replaced(Table.ANNOTATIONS, stored, now) for stored, now in pairs if stored != now)
    return Edits(f"{counted(len(edits), 'passage')} found again", edits)


def renamed(state: State, names: Iterable[tuple[str, str]]) -> Edits:
    """Articles are called otherwise now (old id, new id): all that belongs to them comes along."""
    pairs = tuple(names)
    edits = tuple(edit for old, new in pairs for edit in _renamed(state, old, new))
    what = f"{pairs[0][0]} is now {pairs[0][1]}" if len(pairs) == 1 else f"{len(pairs)} articles renamed"
    return Edits(what, edits)


def _renamed(state: State, old: str, new: str) -> Iterator[Edit]:
    for annotation in state.annotations_of(old):
        yield replaced(Table.ANNOTATIONS, annotation, replace(annotation, article=new))
    for decision in state.decisions_of(old):
        yield removed(Table.DECISIONS, decision)
        yield added(Table.DECISIONS, replace(decision, id=_decision_id(decision, new), article=new))
    record = state.articles.get(old)
    if record is not None:
        yield removed(Table.ARTICLES, record)
        there = state.articles.get(new)
        yield Edit(Table.ARTICLES, new, there, _joined(record, there, new))


def _decision_id(decision: Decision, new: str) -> str:
    """The id under which it is looked for: it ends with that of the article."""
    head, colon, tail = decision.id.partition(f":{decision.article}")
    return f"{head}:{new}{tail}" if colon else f"{decision.id}:{new}"


def _joined(record: ArticleRecord, there: ArticleRecord | None, new: str) -> ArticleRecord:
    """What is remembered under the new id: of two, the one that was read."""
    if there is not None and there.position > record.position:
        return replace(there, progress=record.progress)
    return replace(record, id=new)
