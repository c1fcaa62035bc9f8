"""Operations on links between passages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from reader.annotations.changes import Table, added, removed, replaced
from reader.annotations.ids import new_id
from reader.annotations.operations.base import Edits, Stamp, link_of, shortened, tag_name
from reader.annotations.operations.passages import annotation_on, new_annotation
from reader.errors import UsageError
from reader.model import RELATIONS, Link
from reader.text.relation_words import relation_words

if TYPE_CHECKING:
    from reader.annotations.state import State
    from reader.model import Annotation, Article, Span

    Place: TypeAlias = tuple[Article, Span]


def relations(state: State) -> tuple[str, ...]:
    """The relations every store knows, then the others in use by name."""
    own = {link.relation for link in state.links.values()}.difference(RELATIONS)
    return (*RELATIONS, *sorted(own))


def link(state: State, source: Place, target: Place, relation: str, note: str, stamp: Stamp) -> Edits:
    """Link two passages; an end that is no annotation yet becomes one without tags."""
    if (source[0].id, source[1]) == (target[0].id, target[1]):
        raise UsageError("Both ends are the same passage. Go to another one and press the link key there.")
    ends, edits = [], []
    for article, span in (source, target):
        end = annotation_on(state, article.id, span, article.sha256)
        if end is None:
            end = new_annotation(article, span, (), stamp)
            edits.append(added(Table.ANNOTATIONS, end))
        ends.append(end)
    made = new_link(ends[0], ends[1], relation, note, stamp)
    _refuse_double(state, made)
    edits.append(added(Table.LINKS, made))
    quotes = [shortened(end.quote, 24) for end in ends]
    title = f"link “{quotes[0]}” {relation_words(made.relation)} “{quotes[1]}”"
    return Edits(title, tuple(edits))


def new_link(source: Annotation, target: Annotation, relation: str, note: str, stamp: Stamp) -> Link:
    """A fresh link between two annotations."""
    return Link(
        new_id("l"), tag_name(relation), source.id, target.id, note, stamp.creator, stamp.time, stamp.time
    )


def edit_link(
    state: State,
    id: str,
    stamp: Stamp,
    *,
    relation: str | None = None,
    note: str | None = None,
    reverse: bool = False,
) -> Edits:
    """Change a link's relation, note or direction."""
    before = link_of(state, id)
    source, target = (before.target, before.source) if reverse else (before.source, before.target)
    after = replace(
        before,
        relation=before.relation if relation is None else tag_name(relation),
        note=before.note if note is None else note,
        source=source,
        target=target,
    )
    if after == before:
        return Edits("link", ())
    _refuse_double(state, after)
    after = replace(after, modified=stamp.time)
    return Edits(f"change link “{relation_words(after.relation)}”", (replaced(Table.LINKS, before, after),))


def delete_link(state: State, id: str) -> Edits:
    """Delete a link; its ends stay."""
    before = link_of(state, id)
    return Edits(f"delete link “{relation_words(before.relation)}”", (removed(Table.LINKS, before),))


def _refuse_double(state: State, made: Link) -> None:
    for other in state.links_of(made.source):
        if other.id != made.id and (other.source, other.target, other.relation) == (
            made.source,
            made.target,
            made.relation,
        ):
            raise UsageError(f"These two passages are linked as “{made.relation}” already.")
