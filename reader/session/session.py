"""Everything a person can do with a folder of articles, as methods; no screen, no arguments.

Both front ends go through here. Methods are called from one thread (``recognition`` excepted, which
workers call); events of the writer may come from its own thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.operations import codebook, linking, passages, records, suggestions
from reader.articles.library import Library
from reader.errors import ChangeConflictError
from reader.model import Annotation, Link
from reader.session.ledger import Ledger
from reader.session.tended import Tended
from reader.session.values import Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.annotations.changes import Change
    from reader.annotations.operations.base import Edits, Stamp
    from reader.annotations.store import Store
    from reader.annotations.writer import SaveStatus
    from reader.model import Article, Claim, Mention, Progress, Span
    from reader.session.values import Event


OTHERS_NAMED = 3
"""Other annotators that a notice names."""


class Session(Tended):
    """An opened folder with the annotations of one person: reading, marking, undo, saving.

    Every method that writes makes one change, which one undo takes back. It raises StoreReadOnlyError
    where nothing can be saved, ChangeConflictError where another window was quicker, and UsageError
    where the passage, tag or link makes no sense; then nothing has changed.
    """

    def __init__(self, library: Library, store: Store, *, background: bool = False, engine: str = "") -> None:
        super().__init__(library, Ledger(store, background=background), engine)

    @classmethod
    def open(
        cls,
        paths: Sequence[Path],
        *,
        store: Path | None = None,
        annotator: str | None = None,
        background: bool = False,
        engine: str = "",
        looking: bool = False,
    ) -> Session:
        """Open the articles below *paths* with the annotations of *annotator*.

        *engine* finds the names in the place of our own recogniser (``recognition.engines``). A session that
        is only *looking* writes nothing at all, not even what opening a damaged store would mend.
        Raises ArticleError or StoreError, each naming the file, or RecognitionError where there is no such
        engine.
        """
        from reader.annotations.disk import Disk, LookingDisk
        from reader.annotations.file_store import FileStore
        from reader.annotator import login_name
        from reader.paths import find_store

        if engine:
            from reader.recognition.engines import expect

            expect(engine)
        folder = find_store(paths, store)
        library = Library(paths, apart=folder)
        chosen = FileStore(folder, annotator or login_name(), LookingDisk() if looking else Disk())
        return cls(library, chosen, background=background, engine=engine)

    @property
    def annotator(self) -> str:
        """Whose annotations these are."""
        return self._ledger.store.annotator

    @property
    def store_folder(self) -> Path | None:
        """Where they are kept."""
        return self._ledger.store.folder

    @property
    def notices(self) -> tuple[str, ...]:
        """What opening found: files passed over, a store recovered or read-only; plain sentences."""
        return (*self.folder_notices, *self.store_notices)

    @property
    def folder_notices(self) -> tuple[str, ...]:
        """Which files were passed over, and why."""
        return self._library.notes

    @property
    def store_notices(self) -> tuple[str, ...]:
        """What was found, mended or set aside when the store was opened."""
        return self._ledger.store.notices

    def others_notice(self) -> str:
        """That the store also has what others marked, and how to see it; empty where it has not."""
        from reader.annotations.others import others_in

        others = others_in(self.store_folder, self.annotator) if self.store_folder else ()
        if not others:
            return ""
        named = ", ".join(others[:OTHERS_NAMED]) + (" and others" if len(others) > OTHERS_NAMED else "")
        whom = others[0] if len(others) == 1 else "NAME"
        return f"Here as {self.annotator}. This store also has the work of {named}: --as {whom} shows it."

    def has_begun(self) -> bool:
        """Whether this annotator has marked or decided anything here."""
        return bool(self._state.annotations or self._state.links or self._state.decisions)

    @property
    def read_only(self) -> str:
        """Why nothing can be written; empty where it can."""
        return self._ledger.store.read_only or ""

    # --- passages

    def tag(self, article: str, span: Span, tags: Iterable[str]) -> Annotation:
        """Tag a passage; one that is annotated already gets the tags added."""
        text = self.article(article)
        self._stand_on((Passage(article, span),))
        change = self._commit(passages.tag(self._state, text, span, tags, self._stamp()), text)
        return self._annotation_on(text, span, change)

    def annotate(self, article: str, span: Span, note: str, tags: Iterable[str] = ()) -> Annotation:
        """A note on a passage, annotated already or not, and tags that are added to those it has."""
        text = self.article(article)
        self._stand_on((Passage(article, span),))
        edits = passages.annotate_with_note(self._state, text, span, note, self._stamp(), tags)
        return self._annotation_on(text, span, self._commit(edits, text))

    def tag_all(self, places: Sequence[Passage], tags: Iterable[str]) -> Change | None:
        """Tag many passages, across articles, as one change."""
        texts = {place.article: self.article(place.article) for place in places}
        self._stand_on(places)
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

    # --- suggestions and reference dates

    def accept(self, article: str, mentions: Sequence[Mention]) -> Change | None:
        """Keep recognised mentions as annotations."""
        return self.accept_all({article: mentions})

    def reject(self, article: str, mentions: Sequence[Mention]) -> Change | None:
        """Drop recognised mentions."""
        return self.reject_all({article: mentions})

    def accept_all(self, mentions: Mapping[str, Sequence[Mention]]) -> Change | None:
        """Keep recognised mentions of many articles as annotations, as one change."""
        found = [(self.article(id), some) for id, some in mentions.items() if some]
        self._stand_on(Passage(text.id, mention.span) for text, some in found for mention in some)
        edits = suggestions.accept(self._state, found, self._stamp())
        return self._commit(edits, *(text for text, _ in found))

    def reject_all(self, mentions: Mapping[str, Sequence[Mention]]) -> Change | None:
        """Drop recognised mentions of many articles, as one change."""
        found = [(self.article(id), some) for id, some in mentions.items() if some]
        edits = suggestions.reject(self._state, found, self._stamp())
        return self._commit(edits, *(text for text, _ in found))

    def relabel(self, article: str, mention: Mention, label: str) -> Change | None:
        """Keep a recognised mention as an annotation under another label."""
        text = self.article(article)
        self._stand_on((Passage(article, mention.span),))
        return self._commit(suggestions.relabel(self._state, text, mention, label, self._stamp()), text)

    def set_source(self, article: str, claim: Claim, source: str) -> Change | None:
        """Correct who vouches for a claim; empty: its author, or somebody who is not named."""
        text = self.article(article)
        return self._commit(suggestions.set_source(self._state, text, claim, source, self._stamp()), text)

    def set_reference(self, article: str, date: str | None) -> Change | None:
        """Correct an article's reference date (``YYYY-MM-DD``); None returns to the one found."""
        return self._commit(suggestions.set_reference(self._state, article, date, self._stamp()))

    # --- links

    def link_passages(self, source: Passage, target: Passage, relation: str, note: str = "") -> Link:
        """Link two passages; an end that is not annotated yet becomes an annotation without tags."""
        ends = [(self.article(end.article), end.span) for end in (source, target)]
        self._stand_on((source, target))
        edits = linking.link(self._state, ends[0], ends[1], relation, note, self._stamp())
        change = self._commit(edits, ends[0][0], ends[1][0])
        made = [e.after for e in change.edits if isinstance(e.after, Link)] if change else []
        if not made:
            raise ChangeConflictError("An end of the link was deleted meanwhile, in another window.")
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

    # --- the codebook

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

    # --- articles

    def set_progress(self, article: str, progress: Progress, *, undoable: bool = True) -> Change | None:
        """Mark an article as unread, in progress or done."""
        if self.record(article).progress is progress:
            return None
        return self._commit(records.set_progress(self._state, article, progress), undoable=undoable)

    def set_read_to_end(self, article: str) -> Change | None:
        """Note that the last sentence of an article was reached; no undo touches it."""
        if self.record(article).read_to_end:
            return None
        return self._commit(records.set_read_to_end(self._state, article), undoable=False)

    def set_position(self, article: str, position: int) -> Change | None:
        """Remember where reading stopped; no undo touches it."""
        text = self.article(article)
        record = self.record(article)
        if (record.position, record.sha256) == (position, text.sha256):
            return None
        return self._commit(records.set_position(self._state, text, position), undoable=False)

    # --- undo, saving

    def undo(self) -> Change | None:
        """Take back the last change; None where there is none."""
        return self._ledger.undo()

    def redo(self) -> Change | None:
        """Do the last undone change again; None where there is none."""
        return self._ledger.redo()

    @property
    def save_status(self) -> SaveStatus:
        """Whether everything is on disk."""
        return self._ledger.status

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have *listener* called with every event, from whichever thread it arises in."""
        self._ledger.subscribe(listener)

    def receive(self, changes: Iterable[Change]) -> None:
        """Take in what a ForeignChanges event brought."""
        self._ledger.receive(changes)

    def flush(self, timeout: float | None = None) -> SaveStatus:
        """Wait until everything is on disk, at most *timeout* seconds."""
        return self._ledger.flush(timeout)

    def close(self) -> None:
        """Save, compact and let go of the store."""
        self._ledger.close()

    def _annotation_on(self, article: Article, span: Span, change: Change | None) -> Annotation:
        """What *change* made of the passage, or what stood there already where it was no change."""
        for edit in change.edits if change else ():
            if isinstance(edit.after, Annotation):
                return edit.after
        found = passages.annotation_on(self._state, article.id, span, article.sha256)
        assert found is not None, "a committed annotation is in the state"
        return found

    def _commit(self, edits: Edits, *texts: Article, undoable: bool = True) -> Change | None:
        return self._ledger.commit(edits, *texts, undoable=undoable)

    def _stamp(self) -> Stamp:
        return self._ledger.stamp()
