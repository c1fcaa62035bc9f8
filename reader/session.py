"""Everything a person can do with a folder of articles, as methods; no screen, no arguments.

Both front ends go through here. The session owns the document: articles, what was recognised in
them, and the state of the annotations. Writing is: operation → ``Change`` → ``State`` → writer.
Methods are called from one thread (``recognition`` excepted, which workers call); events of the
writer may come from its own thread and are handed to listeners as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from reader.annotations.changes import Change, Table
from reader.annotations.ids import new_id, now
from reader.annotations.operations import codebook, linking, passages, records, suggestions
from reader.annotations.operations.base import Stamp
from reader.annotations.standing import standing
from reader.annotations.writer import BackgroundWriter, DirectWriter, SaveState, SaveStatus
from reader.articles.library import Library
from reader.errors import ArticleError, StoreReadOnlyError, UsageError
from reader.model import (
    Annotation,
    Article,
    ArticleRecord,
    Decision,
    DecisionAction,
    Entity,
    EntityLabel,
    Link,
    Mention,
    Progress,
    Recognition,
    ReferenceDate,
    ReferenceOrigin,
    Span,
    Tag,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from reader.annotations.changes import Edit
    from reader.annotations.operations.base import Edits
    from reader.annotations.state import State
    from reader.annotations.store import Store
    from reader.model import ArticleRef


@dataclass(frozen=True, slots=True)
class Changed:
    """The state changed; rows of these articles, or any links or tags, may look different."""

    change: Change


@dataclass(frozen=True, slots=True)
class ForeignChanges:
    """Another window wrote to the same store; hand them to ``Session.receive``."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SaveChanged:
    """What is on disk changed."""

    status: SaveStatus


Event: TypeAlias = Changed | ForeignChanges | SaveChanged


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the article list."""

    id: str
    title: str
    reference: ReferenceDate | None
    language: str
    characters: int
    progress: Progress
    annotations: int
    links: int
    mentions: int | None = None
    """None until the article was recognised."""
    problem: str = ""
    """Why it cannot be read, if so."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A recognised mention and what was decided about it."""

    mention: Mention
    decision: Decision | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a person's word."""
        return self.decision is None


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an article, wherever the reader is now."""

    article: str
    span: Span


class Session:
    """An opened folder with its annotations."""

    def __init__(self, library: Library, store: Store, *, background: bool = False) -> None:
        self._library = library
        self._store = store
        self._state, self._history = store.load()
        self._recognised: dict[str, tuple[tuple[str, str], Recognition]] = {}
        self._standing: dict[str, tuple[Annotation, str, Annotation]] = {}
        self._listeners: list[Callable[[Event], None]] = []
        self._unsaved: list[Change] = []
        self._writer = (
            BackgroundWriter(store, self._on_status, self._on_foreign) if background else DirectWriter(store)
        )

    @classmethod
    def open(
        cls,
        paths: Sequence[Path],
        *,
        store: Path | None = None,
        annotator: str | None = None,
        background: bool = False,
    ) -> Session:
        """Open the articles below *paths* with the annotations of *annotator*.

        Raises ArticleError or StoreError, each naming the file.
        """
        from reader.annotations.file_store import FileStore
        from reader.config import login_name
        from reader.paths import find_store

        folder = find_store(paths, store)
        library = Library(paths, apart=folder)
        return cls(library, FileStore(folder, annotator or login_name()), background=background)

    # --- articles

    @property
    def articles(self) -> tuple[ArticleRef, ...]:
        """All articles by id."""
        return self._library.refs

    @property
    def annotator(self) -> str:
        return self._store.annotator

    @property
    def store_folder(self) -> Path | None:
        return self._store.folder

    @property
    def notices(self) -> tuple[str, ...]:
        """What opening the store found: recovered, set aside, read-only; plain sentences."""
        return self._store.notices

    def article(self, id: str) -> Article:
        """The article with the reference date the reader chose, if one was chosen.

        Raises ArticleError where it cannot be read.
        """
        article = self._library.article(id)
        chosen = self._state.decisions.get(suggestions.reference_id(id))
        if chosen is None:
            return article
        return replace(article, reference=ReferenceDate(chosen.value, ReferenceOrigin.USER))

    def summary(self, id: str) -> Summary:
        """What the list says of an article; one that cannot be read says why."""
        annotations = self._state.annotations_of(id)
        links = {link.id for a in annotations for link in self._state.links_of(a.id)}
        try:
            article = self.article(id)
        except ArticleError as error:
            title = id.rsplit("/", 1)[-1]
            return Summary(
                id, title, None, "und", 0, Progress.UNREAD, len(annotations), len(links), None, error.message
            )
        return Summary(
            id,
            article.title,
            article.reference,
            article.language,
            len(article.text),
            self.record(id).progress,
            len(annotations),
            len(links),
            self._mentions_counted(article),
        )

    def reading_order(self) -> tuple[str, ...]:
        """Article ids by reference date, then id; undated ones last. Reads every article once."""
        return tuple(sorted((ref.id for ref in self.articles), key=self._reading_key))

    def record(self, id: str) -> ArticleRecord:
        """How far an article was read."""
        return self._state.articles.get(id) or ArticleRecord(id)

    def forget_text(self, id: str) -> None:
        """Read the article's file anew at the next call: it changed on disk."""
        self._library.forget(id)

    # --- recognition

    def recognition(self, id: str) -> Recognition:
        """Everything recognised in an article; slow the first time, safe to call from workers."""
        from reader.recognition.recognise import recognise

        article = self.article(id)
        key = _recognition_key(article)
        known = self._recognised.get(id)
        if known is None or known[0] != key:
            known = (key, recognise(article))
            self._recognised[id] = known
        return known[1]

    def recognised(self, id: str) -> Recognition | None:
        """What is known of an article without waiting."""
        known = self._recognised.get(id)
        return known[1] if known and known[0] == _recognition_key(self.article(id)) else None

    def suggestions(self, id: str) -> tuple[Suggestion, ...]:
        """The recognised mentions that were not rejected, in text order, with what was decided.

        Empty until ``recognition`` was called for the article.
        """
        recognition = self.recognised(id)
        if recognition is None:
            return ()
        decided = {d.id: d for d in self._state.decisions_of(id)}
        found = []
        for mention in recognition.mentions:
            decision = decided.get(suggestions.decision_id(id, mention))
            if decision is not None and decision.quote != mention.text:
                decision = None
            if decision is None or decision.action is not DecisionAction.REJECTED:
                found.append(Suggestion(_as_decided(mention, decision), decision))
        return tuple(found)

    def mentions(self, id: str) -> tuple[Mention, ...]:
        """The mentions that were not rejected, with the labels the reader gave them."""
        return tuple(suggestion.mention for suggestion in self.suggestions(id))

    def known_mentions(self) -> Iterable[tuple[str, Mention]]:
        """All mentions recognised so far, over all articles in id order."""
        for ref in self.articles:
            if ref.id in self._recognised:
                for mention in self.mentions(ref.id):
                    yield ref.id, mention

    # --- annotations, links, tags

    def annotations(self, id: str) -> tuple[Annotation, ...]:
        """An article's annotations where they stand now, by start, longer first."""
        rows = self._state.annotations_of(id)
        if not rows:
            return ()
        try:
            article = self._library.article(id)
        except ArticleError:
            return rows
        found = [self._standing_in(article, row) for row in rows]
        return tuple(sorted(found, key=lambda a: (a.span.start, -a.span.end, a.id)))

    def annotation(self, id: str) -> Annotation:
        """One annotation where it stands now. Raises UsageError where it is gone."""
        row = self._state.annotations.get(id)
        if row is None:
            raise UsageError("That passage is not annotated any more.")
        try:
            return self._standing_in(self._library.article(row.article), row)
        except ArticleError:
            return row

    def all_annotations(self) -> tuple[Annotation, ...]:
        """Every annotation, article by article in id order."""
        return tuple(a for id in sorted(self._state.annotated_articles()) for a in self.annotations(id))

    def links(self) -> tuple[Link, ...]:
        """Every link, ordered by where it begins."""
        places = {a.id: (a.article, a.span.start, a.id) for a in self._state.annotations.values()}
        lost = ("", 0, "")
        key = lambda link: (places.get(link.source, lost), places.get(link.target, lost), link.id)  # noqa: E731
        return tuple(sorted(self._state.links.values(), key=key))

    def link(self, id: str) -> Link:
        """One link. Raises UsageError where it is gone."""
        found = self._state.links.get(id)
        if found is None:
            raise UsageError("That link is not there any more.")
        return found

    def links_of(self, annotation: str) -> tuple[Link, ...]:
        """The links that begin or end at an annotation."""
        return self._state.links_of(annotation)

    def relations(self) -> tuple[str, ...]:
        """The known relations, then the reader's own in use."""
        return linking.relations(self._state)

    def tags(self) -> tuple[Tag, ...]:
        """The codebook: favourites by key, then the others by name."""
        return codebook.ordered(self._state)

    def tag_counts(self) -> dict[str, int]:
        """How many passages bear each tag."""
        return codebook.counts(self._state)

    def decisions(self) -> tuple[Decision, ...]:
        """Everything decided about suggestions and reference dates, by id."""
        return tuple(sorted(self._state.decisions.values(), key=lambda d: d.id))

    # --- writing: passages

    def tag(self, article: str, span: Span, tags: Iterable[str]) -> Annotation:
        """Tag a passage; one that is annotated already gets the tags added."""
        text = self.article(article)
        self._commit(passages.tag(self._state, text, span, tags, self._stamp()), text)
        return self._annotation_on(text.id, span)

    def annotate(self, article: str, span: Span, note: str) -> Annotation:
        """A note on a passage, annotated already or not."""
        text = self.article(article)
        self._commit(passages.annotate_with_note(self._state, text, span, note, self._stamp()), text)
        return self._annotation_on(text.id, span)

    def tag_all(self, places: Sequence[Passage], tags: Iterable[str]) -> Change | None:
        """Tag many passages, across articles, as one change."""
        texts = {place.article: self.article(place.article) for place in places}
        pairs = [(texts[place.article], place.span) for place in places]
        return self._commit(passages.tag_all(self._state, pairs, tags, self._stamp()), *texts.values())

    def set_tags(self, annotation: str, tags: Iterable[str]) -> Change | None:
        """Give an annotation exactly these tags."""
        return self._commit(passages.set_tags(self._state, annotation, tags, self._stamp()))

    def set_note(self, annotation: str, note: str) -> Change | None:
        """Set an annotation's note; empty removes it."""
        return self._commit(passages.set_note(self._state, annotation, note, self._stamp()))

    def move_borders(self, annotation: str, span: Span) -> Change | None:
        """Let an annotation stand on another span of its article, keeping id, tags, note, links."""
        article = self.article(self.annotation(annotation).article)
        edits = passages.move_borders(self._state, annotation, article, span, self._stamp())
        return self._commit(edits, article)

    def delete(self, annotations: Sequence[str]) -> Change | None:
        """Delete annotations with the links that end there, as one change."""
        return self._commit(passages.delete(self._state, annotations))

    # --- writing: suggestions and reference dates

    def accept(self, article: str, mentions: Sequence[Mention]) -> Change | None:
        """Keep recognised mentions as annotations."""
        text = self.article(article)
        return self._commit(suggestions.accept(self._state, text, mentions, self._stamp()), text)

    def reject(self, article: str, mentions: Sequence[Mention]) -> Change | None:
        """Drop recognised mentions."""
        text = self.article(article)
        return self._commit(suggestions.reject(self._state, text, mentions, self._stamp()))

    def relabel(self, article: str, mention: Mention, label: str) -> Change | None:
        """Keep a recognised mention as an annotation under another label."""
        text = self.article(article)
        return self._commit(suggestions.relabel(self._state, text, mention, label, self._stamp()), text)

    def set_reference(self, article: str, date: str | None) -> Change | None:
        """Correct an article's reference date (``YYYY-MM-DD``); None returns to the one found."""
        return self._commit(suggestions.set_reference(self._state, article, date, self._stamp()))

    # --- writing: links

    def link_passages(self, source: Passage, target: Passage, relation: str, note: str = "") -> Link:
        """Link two passages; an end that is not annotated yet becomes an annotation without tags."""
        ends = [(self.article(end.article), end.span) for end in (source, target)]
        edits = linking.link(self._state, ends[0], ends[1], relation, note, self._stamp())
        change = self._commit(edits, ends[0][0], ends[1][0])
        made = [e.after for e in change.edits if isinstance(e.after, Link)] if change else []
        return made[0]

    def edit_link(
        self, id: str, *, relation: str | None = None, note: str | None = None, reverse: bool = False
    ) -> Change | None:
        """Change a link's relation, note or direction."""
        edits = linking.edit_link(
            self._state, id, self._stamp(), relation=relation, note=note, reverse=reverse
        )
        return self._commit(edits)

    def delete_link(self, id: str) -> Change | None:
        """Delete a link; its ends stay."""
        return self._commit(linking.delete_link(self._state, id))

    # --- writing: the codebook

    def set_favourite(self, tag: str, number: int | None) -> Change | None:
        """Give a tag one of the keys 1 to 9, or none."""
        return self._commit(codebook.set_favourite(self._state, tag, number))

    def describe_tag(self, tag: str, description: str) -> Change | None:
        """Say in the codebook what a tag is for."""
        return self._commit(codebook.describe_tag(self._state, tag, description))

    def rename_tag(self, tag: str, new: str) -> Change | None:
        """Rename a tag everywhere; where *new* exists the two become one."""
        return self._commit(codebook.rename_tag(self._state, tag, new, self._stamp()))

    def delete_tag(self, tag: str) -> Change | None:
        """Take a tag off every passage and out of the codebook."""
        return self._commit(codebook.delete_tag(self._state, tag, self._stamp()))

    # --- writing: articles and rows from outside

    def set_progress(self, article: str, progress: Progress, *, undoable: bool = True) -> Change | None:
        """Mark an article as unread, in progress or done."""
        if self.record(article).progress is progress:
            return None
        return self._commit(records.set_progress(self._state, article, progress), undoable=undoable)

    def set_position(self, article: str, position: int) -> Change | None:
        """Remember where reading stopped; no undo touches it."""
        text = self.article(article)
        record = self.record(article)
        if (record.position, record.sha256) == (position, text.sha256):
            return None
        return self._commit(records.set_position(self._state, text, position), undoable=False)

    def bring_in(
        self, title: str, rows: Iterable[tuple[Table, Annotation | Link | Tag | Decision]]
    ) -> Change | None:
        """Put rows from outside into the state as one change; equal ones are left alone."""
        edits = records.brought_in(self._state, title, rows)
        articles = {row.article for _, row in rows if isinstance(row, Annotation)}
        known = {ref.id for ref in self.articles}
        return self._commit(edits, *(self.article(id) for id in sorted(articles & known)))

    def snapshot(self) -> State:
        """A copy of everything people decided, as it is now."""
        return self._state.copy()

    # --- undo, saving

    def undo(self) -> Change | None:
        """Take back the last change; None where there is none.

        Raises ChangeConflictError where another window changed the same rows since.
        """
        last = self._history.undoable()
        if last is None:
            return None
        return self._commit_edits(f"undo: {last.title}", last.inverse_edits(), undoes=last.id)

    def redo(self) -> Change | None:
        """Do the last undone change again; None where there is none."""
        last = self._history.redoable()
        if last is None:
            return None
        return self._commit_edits(f"redo: {last.title}", last.edits, redoes=last.id)

    @property
    def save_status(self) -> SaveStatus:
        """Whether everything is on disk."""
        if self._store.read_only:
            return SaveStatus(SaveState.READ_ONLY, self._store.read_only)
        return self._writer.status

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have *listener* called with every event, from whichever thread it arises in."""
        self._listeners.append(listener)

    def receive(self, changes: Iterable[Change]) -> None:
        """Take in what another window wrote; what was changed here and is not saved yet stays on top."""
        for change in changes:
            self._state.apply(change)
            self._history.record(change)
            self._tell(Changed(change))
        if self.save_status.state is SaveState.SAVED:
            self._unsaved.clear()
        for change in self._unsaved:
            self._state.apply(change)

    def flush(self, timeout: float | None = None) -> SaveStatus:
        """Wait until everything is on disk, at most *timeout* seconds."""
        return self._writer.flush(timeout)

    def close(self) -> None:
        """Save, compact and let go of the store."""
        self._writer.close()
        self._store.close()

    # --- inside

    def _commit(self, edits: Edits, *texts: Article, undoable: bool = True) -> Change | None:
        if not edits.edits:
            return None
        for text in texts:
            self._writer.keep_text(text.sha256, text.text)
        return self._commit_edits(edits.title, edits.edits, undoable=undoable)

    def _commit_edits(
        self,
        title: str,
        edits: tuple[Edit, ...],
        *,
        undoable: bool = True,
        undoes: str | None = None,
        redoes: str | None = None,
    ) -> Change:
        if self._store.read_only:
            raise StoreReadOnlyError(self._store.read_only)
        self._state.expect(edits, title)
        stamp = self._stamp()
        change = Change(new_id("c"), title, edits, stamp.time, stamp.creator, undoable, undoes, redoes)
        self._state.apply(change)
        self._history.record(change)
        self._note_unsaved(change)
        self._writer.submit(change)
        self._tell(Changed(change))
        return change

    def _note_unsaved(self, change: Change) -> None:
        if self._writer.status.state is SaveState.SAVED:
            self._unsaved.clear()
        self._unsaved.append(change)

    def _stamp(self) -> Stamp:
        return Stamp(self._store.annotator, now())

    def _tell(self, event: Event) -> None:
        for listener in self._listeners:
            listener(event)

    def _on_status(self, status: SaveStatus) -> None:
        self._tell(SaveChanged(status))

    def _on_foreign(self, changes: Sequence[Change]) -> None:
        self._tell(ForeignChanges(tuple(changes)))

    def _annotation_on(self, article: str, span: Span) -> Annotation:
        found = passages.annotation_on(self._state, article, span)
        assert found is not None, "a committed annotation is in the state"
        return found

    def _standing_in(self, article: Article, row: Annotation) -> Annotation:
        if row.article_sha256 == article.sha256:
            return row
        known = self._standing.get(row.id)
        if known is None or known[0] != row or known[1] != article.sha256:
            found = standing(row, article, self._store.kept_text(row.article_sha256))
            known = (row, article.sha256, found)
            self._standing[row.id] = known
        return known[2]

    def _mentions_counted(self, article: Article) -> int | None:
        known = self._recognised.get(article.id)
        if known is None or known[0] != _recognition_key(article):
            return None
        return len(self.suggestions(article.id))

    def _reading_key(self, id: str) -> tuple[bool, str, str]:
        try:
            reference = self.article(id).reference
        except ArticleError:
            reference = None
        return (reference is None, reference.date if reference else "", id)


def _recognition_key(article: Article) -> tuple[str, str]:
    return (article.sha256, article.reference.date if article.reference else "")


def _as_decided(mention: Mention, decision: Decision | None) -> Mention:
    """*mention* under the label a person gave it."""
    if decision is None or decision.action is not DecisionAction.RELABELLED:
        return mention
    labels = {label.value: label for label in EntityLabel}
    if isinstance(mention, Entity) and decision.value in labels:
        return replace(mention, label=labels[decision.value])
    return mention
