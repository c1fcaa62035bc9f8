"""Operations on annotated passages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table, added, removed, replaced
from reader.annotations.ids import new_id
from reader.annotations.operations.base import (
    Edits,
    Stamp,
    annotation_of,
    filled,
    listed,
    rewritten,
    shortened,
    tag_names,
)
from reader.annotations.operations.codebook import new_tags
from reader.annotations.standing import placed
from reader.errors import UsageError
from reader.model import HAND, AnchorState, Annotation
from reader.text.counting import counted
from reader.text.quoting import context

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotations.state import State
    from reader.model import Article, Span


def annotation_on(state: State, article: str, span: Span, sha256: str = "") -> Annotation | None:
    """The annotation on exactly *span*, if there is one; of the text *sha256* alone, where that is given.

    A row that was stored on an older text speaks of other words there.
    """
    rows = state.annotations_on(article, span)
    return next((a for a in rows if sha256 in ("", a.article_sha256)), None)


def tag(
    state: State, article: Article, span: Span, tags: Iterable[str], stamp: Stamp, origin: str = HAND
) -> Edits:
    """Tag one passage; one that is annotated already gets the tags added."""
    names = tag_names(tags)
    edits = (*new_tags(state, names), *annotate(state, article, span, names, stamp, origin))
    return Edits(f"tag {listed(names)} on “{shortened(span.of(article.text))}”", edits)


def tag_all(
    state: State, article_spans: Sequence[tuple[Article, Span]], tags: Iterable[str], stamp: Stamp
) -> Edits:
    """Tag many passages, across articles, as one change."""
    names = tag_names(tags)
    edits = list(new_tags(state, names))
    for article, span in article_spans:
        edits += annotate(state, article, span, names, stamp, HAND)
    return Edits(f"tag {listed(names)} on {counted(len(article_spans), 'passage')}", tuple(edits))


def set_tags(state: State, id: str, tags: Iterable[str], stamp: Stamp) -> Edits:
    """Give an annotation exactly these tags; note and id stay."""
    annotation, names = annotation_of(state, id), tag_names(tags)
    if names == annotation.tags:
        return Edits("tags", ())
    edits = (*new_tags(state, names), rewritten(annotation, stamp, tags=names))
    what = listed(names) if names else "no tag"
    return Edits(f"{what} on “{shortened(annotation.quote)}”", edits)


def set_note(state: State, id: str, note: str, stamp: Stamp) -> Edits:
    """Set an annotation's note; tags and id stay."""
    annotation = annotation_of(state, id)
    if note == annotation.note:
        return Edits("note", ())
    what = "note on" if note else "no note on"
    return Edits(f"{what} “{shortened(annotation.quote)}”", (rewritten(annotation, stamp, note=note),))


def annotate_with_note(
    state: State, article: Article, span: Span, note: str, stamp: Stamp, tags: Iterable[str] = ()
) -> Edits:
    """A note on a passage, annotated already or not, and tags that are added to those it has."""
    names = tag_names(tags)
    existing = annotation_on(state, article.id, span, article.sha256)
    if existing is None:
        row = added(Table.ANNOTATIONS, new_annotation(article, span, names, stamp, HAND, note))
        return Edits(_noted(names, span.of(article.text)), (*new_tags(state, names), row))
    if not set(names) - set(existing.tags):
        return set_note(state, existing.id, note, stamp)
    both = tuple(dict.fromkeys((*existing.tags, *names)))
    row = rewritten(existing, stamp, note=note, tags=both)
    return Edits(_noted(names, existing.quote), (*new_tags(state, names), row))


def _noted(names: tuple[str, ...], quote: str) -> str:
    return f"note{f' and {listed(names)}' if names else ''} on “{shortened(quote)}”"


def move_borders(state: State, id: str, article: Article, span: Span, stamp: Stamp) -> Edits:
    """Let an annotation stand on *span*; id, tags, note and links stay."""
    annotation = annotation_of(state, id)
    if annotation.article != article.id:
        raise UsageError("The borders of a passage can only be moved within its article.")
    after = _stood(annotation, article, span, stamp)
    return Edits(f"borders of “{shortened(annotation.quote)}”", (after,))


def attach(state: State, id: str, article: Article, span: Span, stamp: Stamp) -> Edits:
    """Let an annotation stand on *span* of any article, because a person says so."""
    annotation = annotation_of(state, id)
    after = _stood(annotation, article, span, stamp)
    old, new = shortened(annotation.quote, 24), shortened(span.of(article.text), 24)
    return Edits(f"“{old}” stands on “{new}”" if old != new else f"“{old}” confirmed", (after,))


def _stood(annotation: Annotation, article: Article, span: Span, stamp: Stamp) -> Edit:
    after = placed(annotation, article, filled(span), AnchorState.EXACT)
    return replaced(Table.ANNOTATIONS, annotation, replace(after, modified=stamp.time))


def delete(state: State, ids: Sequence[str]) -> Edits:
    """Delete annotations and the links that begin or end there."""
    annotations = [annotation_of(state, id) for id in dict.fromkeys(ids)]
    links = {link.id: link for a in annotations for link in state.links_of(a.id)}
    edits = [removed(Table.LINKS, link) for link in links.values()]
    edits += [removed(Table.ANNOTATIONS, annotation) for annotation in annotations]
    what = f"“{shortened(annotations[0].quote)}”" if len(annotations) == 1 else f"{len(annotations)} passages"
    extra = f" with {counted(len(links), 'link')}" if links else ""
    return Edits(f"delete {what}{extra}", tuple(edits))


def new_annotation(
    article: Article, span: Span, tags: tuple[str, ...], stamp: Stamp, origin: str = HAND, note: str = ""
) -> Annotation:
    """A fresh annotation of *span* with its quote and context."""
    prefix, suffix = context(article.text, filled(span))
    return Annotation(
        id=new_id("a"),
        article=article.id,
        article_sha256=article.sha256,
        span=span,
        quote=span.of(article.text),
        prefix=prefix,
        suffix=suffix,
        tags=tags,
        note=note,
        creator=stamp.creator,
        created=stamp.time,
        modified=stamp.time,
        origin=origin,
    )


def annotate(
    state: State, article: Article, span: Span, names: tuple[str, ...], stamp: Stamp, origin: str
) -> tuple[Edit, ...]:
    existing = annotation_on(state, article.id, span, article.sha256)
    if existing is None:
        return (added(Table.ANNOTATIONS, new_annotation(article, span, names, stamp, origin)),)
    tags = tuple(dict.fromkeys((*existing.tags, *names)))
    return () if tags == existing.tags else (rewritten(existing, stamp, tags=tags),)
