"""Keeping what was marked with its words while articles change on the disk: edited, renamed, deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.operations import passages, records
from reader.annotations.standing import is_sure
from reader.errors import ArticleError, UsageError
from reader.model import AnchorState
from reader.session.naming import Naming
from reader.session.values import DiskNews

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.annotations.backups import Backup
    from reader.annotations.changes import Change
    from reader.articles.library import Library
    from reader.model import Annotation, Article, Span
    from reader.session.ledger import Ledger
    from reader.session.renaming import Renaming
    from reader.session.values import Passage


class Tended(Naming):
    """Looks after the annotations of articles that do not stay as they were."""

    def __init__(self, library: Library, ledger: Ledger, engine: str = "") -> None:
        super().__init__(library, ledger, engine)
        self._disk_problem = ""
        self._renames: dict[str, str] = {}
        """Old and new ids of what was followed, so that one taken back stays taken back."""
        self._unclear: set[str] = set()
        """Articles of which it was said that it is not clear what became of them."""

    # --- the disk

    def look_at_disk(self) -> DiskNews:
        """What changed in the opened folders since the last look; for a thread of its own.

        Nothing comes of it before ``take_in``. Files that did not change are not read.
        """
        looked = self._library.look()
        news = self._news_of(looked.problem)
        if not looked.problem:
            known, trouble = self._library.known, self._library.trouble
            before = {id: article for id in looked.read if (article := known(id)) is not None}
            added = tuple(ref.id for ref in looked.added)
            news = DiskNews(
                changed=tuple(
                    id
                    for id, article in looked.read.items()
                    if (id not in added and id not in before)
                    or (id in before and (before[id].sha256 != article.sha256 or trouble(id)))
                ),
                added=added,
                removed=looked.removed,
                unreadable=tuple(id for id in looked.failed if known(id) is not None and not trouble(id)),
                before=before,
                looked=looked,
            )
            self._align(news)
        if not news:
            self._library.take(looked)  # times alone, which nobody sees
        return news

    def take_in(self, news: DiskNews) -> tuple[str, ...]:
        """Bring the session up to date with *news*; sentences about articles that were renamed."""
        if news.looked is None:
            return ()
        self._library.take(news.looked)
        for id in (*news.changed, *news.removed, *news.added):
            self.forget_recognition(id)
        for article in news.before.values():
            self._remember(article)
        return self.follow_renames(news.removed) if news.added or news.removed else ()

    def _remember(self, before: Article) -> None:
        """Keep what points into the text of an article that was replaced: its places are in words of it."""
        if self._state.annotations_of(before.id) or self._state.decisions_of(before.id):
            self._kept_texts[before.sha256] = before.text  # it may not be on the disk yet
        record = self.record(before.id)
        after = self._library.article(before.id)
        if not record.position or record.sha256 != before.sha256 or before.sha256 == after.sha256:
            return
        if self._ledger.store.read_only is None:
            position = self.carried(before, record.position)
            self._ledger.commit(records.set_position(self._state, after, position), undoable=False)

    def carried(self, before: Article, offset: int) -> int:
        """Where what stood at *offset* of an article as it was stands in it now."""
        from reader.anchoring.offsets import carried

        return carried(offset, before.text, self._library.article(self.name_now(before.id)).text)

    def is_here(self, id: str) -> bool:
        """Whether an article is in the opened folders now."""
        return id in self._library

    def name_now(self, id: str) -> str:
        """The id of an article that may have been renamed while it was open."""
        while id not in self._library and self._renames.get(id, id) != id:
            id = self._renames[id]
        return id

    def _news_of(self, problem: str) -> DiskNews:
        """A folder that cannot be looked at is said once."""
        said, self._disk_problem = self._disk_problem, problem
        return DiskNews(problem=problem if problem != said else "")

    def _align(self, news: DiskNews) -> None:
        """Do the slow part of re-anchoring here, in the thread that looks: it is remembered."""
        from reader.anchoring.anchor import ALIGNMENTS, aligned

        assert news.looked is not None, "there is no news without a look"
        for id in [id for id in news.changed if id in news.before][:ALIGNMENTS]:
            aligned(news.before[id].text, news.looked.read[id].text)

    # --- passages

    def settle(self, ids: Iterable[str] | None = None) -> Change | None:
        """Write down where the annotations of *ids* (else all) stand now, as far as that is sure.

        It keeps the new text too, so that the next edit is compared with this one. No undo stops there.
        """
        from reader.annotations.operations import following

        if self._ledger.store.read_only:
            return None
        pairs: list[tuple[Annotation, Annotation]] = []
        texts: list[Article] = []
        for id in sorted(self._state.annotated_articles() if ids is None else set(ids)):
            found = [*self._sure(id)]
            if found:
                pairs += found
                texts.append(self._library.article(id))
        return self._ledger.commit(following.settled(pairs), *texts, undoable=False)

    def unsettled(self, id: str) -> int:
        """How many annotations of an article have surely moved and are not written down there."""
        return sum(1 for _ in self._sure(id))

    def _sure(self, id: str) -> Iterable[tuple[Annotation, Annotation]]:
        """Annotations as stored, and where they surely stand now, where that is elsewhere."""
        rows = self._state.annotations_of(id)
        try:
            article = self._library.article(id) if rows else None
        except ArticleError:
            return
        if article is None or self._library.trouble(id):
            return
        for row in rows:
            if row.article_sha256 == article.sha256:
                continue
            now = self._standing_in(article, row)
            if is_sure(row, now, text_kept=self._kept_text(row.article_sha256) is not None):
                yield row, now

    def stored(self, annotation: str) -> Annotation:
        """An annotation as it was last written down: with the words that were marked.

        Raises UsageError where it is gone.
        """
        row = self._state.annotations.get(annotation)
        if row is None:
            raise UsageError("That passage is not annotated any more.")
        return row

    def lost(self) -> tuple[Annotation, ...]:
        """What needs a person's eye: doubtful passages, those whose words are gone, and whose article is."""
        gone = self.gone_articles()
        wanted = (AnchorState.DOUBTFUL, AnchorState.ORPHAN)
        return tuple(a for a in self.all_annotations() if a.anchor in wanted or a.article in gone)

    def has_place(self, annotation: str) -> bool:
        """Whether an annotation stands somewhere in an article that can be read."""
        now = self.annotation(annotation)
        try:
            self._library.article(now.article)
        except ArticleError:
            return False
        return now.anchor is not AnchorState.ORPHAN

    def confirm(self, annotation: str) -> Change | None:
        """Say that an annotation stands where it was found."""
        now = self.annotation(annotation)
        if now.anchor is AnchorState.ORPHAN:
            raise UsageError("Its words are gone from the article. Select its new passage and press B.")
        if now.anchor is AnchorState.EXACT and now == self.stored(annotation):
            raise UsageError("This passage stands where it was marked; there is nothing to confirm.")
        return self.attach(annotation, now.article, now.span)

    def attach(self, annotation: str, article: str, span: Span) -> Change | None:
        """Let an annotation stand on a passage of any article; id, tags, note and links stay."""
        text = self.article(article)
        edits = passages.attach(self._state, annotation, text, span, self._ledger.stamp())
        return self._ledger.commit(edits, text)

    def _stand_on(self, places: Iterable[Passage]) -> None:
        """Write down the annotations that were found again on exactly these passages.

        Whoever does something to such a passage has seen that it stands there.
        """
        pairs, texts = [], []
        for place in places:
            rows = self._state.annotations_of(place.article)
            article = self.article(place.article) if rows else None
            for row in rows:
                if article is None or row.article_sha256 == article.sha256:
                    continue
                now = self._standing_in(article, row)
                if now.span == place.span and now.anchor is not AnchorState.ORPHAN:
                    anchor = AnchorState.EXACT if now.anchor is AnchorState.DOUBTFUL else now.anchor
                    pairs.append((row, replace(now, anchor=anchor)))
                    texts.append(article)
        if pairs:
            from reader.annotations.operations import following

            self._ledger.commit(following.settled(pairs), *texts, undoable=False)

    # --- articles

    def gone_articles(self) -> frozenset[str]:
        """Ids under which something is kept and of which there is no file any more."""
        return self._renaming().gone

    def follow_renames(self, seen: Collection[str] = ()) -> tuple[str, ...]:
        """Let what belongs to articles that were renamed or moved come along, as one change.

        They are known by their text. *seen* are ids that were here until now. Returns what was done, and
        what is not clear, one sentence each.
        """
        if self._ledger.store.read_only:
            return ()
        found, unclear = self.renames(seen)
        said = [self._renamed_words(old, new) for old, new in found]
        texts = [self._library.article(new) for _, new in found]
        if found:
            from reader.annotations.operations import following

            self._ledger.commit(following.renamed(self._state, found), *texts)
            self._renames.update(found)
            self._unclear.difference_update(old for old, _ in found)
        new = {old: words for old, words in unclear.items() if old not in self._unclear}
        self._unclear.update(new)
        return (*said, *new.values())

    def renames(self, seen: Collection[str] = ()) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
        """What ``follow_renames`` would follow (old id, new id), and what is not clear, by old id."""
        from reader.session.renaming import find_renames

        renaming = self._renaming(frozenset(seen))
        found = tuple(
            pair
            for pair in find_renames(renaming)
            if self._renames.get(pair[0]) != pair[1] and not self._undone(*pair)
        )
        return found, renaming.unclear

    def _renaming(self, seen: frozenset[str] = frozenset()) -> Renaming:
        from reader.session.renaming import Renaming  # only where something is missing, or is asked about

        return Renaming(self._state, self._library, self._ledger.store.folder, seen)

    def _renamed_words(self, old: str, new: str) -> str:
        count = len(self._state.annotations_of(old))
        with_it = f" with {count} {'annotation' if count == 1 else 'annotations'}" if count else ""
        return f"{old} is now called {new}; what you did there came along{with_it}. One undo takes it back."

    def _undone(self, old: str, new: str) -> bool:
        """Whether following this rename is what was taken back last."""
        last = self._ledger.undone()
        return last is not None and any(
            getattr(edit.before, "article", "") == old and getattr(edit.after, "article", "") == new
            for edit in last.edits
        )

    def position_in(self, id: str) -> int:
        """Where reading stopped in an article, with the words it stopped at where the text is another now."""
        record, article = self.record(id), self._library.article(id)
        position = min(record.position, len(article.text))
        if record.sha256 in ("", article.sha256):
            return position
        kept = self._kept_text(record.sha256)
        if kept is None:
            return position
        from reader.anchoring.offsets import carried

        return carried(record.position, kept, article.text)

    # --- the store

    def store_faults(self) -> tuple[str, ...]:
        """What is wrong with the files of the store as they stand, one sentence each."""
        from reader.annotations.checking import check_store

        store = self._ledger.store
        return check_store(store.folder, store.annotator) if store.folder is not None else ()

    def texts_wanting(self) -> dict[str, str]:
        """Texts that annotations were made on and that the store does not have: hash, and an article's id."""
        found: dict[str, str] = {}
        for row in self._state.annotations.values():
            if row.article_sha256 not in found and self._kept_text(row.article_sha256) is None:
                found[row.article_sha256] = row.article
        return found

    def keep_texts(self) -> int:
        """Keep those of the texts wanting that an article still has; how many that were."""
        kept = 0
        for sha256, id in self.texts_wanting().items():
            try:
                article = self._library.article(id)
            except ArticleError:
                continue
            if article.sha256 == sha256:
                self._ledger.store.keep_text(sha256, article.text)
                kept += 1
        return kept

    # --- earlier versions

    def backups(self) -> tuple[Backup, ...]:
        """The earlier versions of the store that can be brought back, newest first."""
        from reader.annotations.backups import backups_of

        store = self._ledger.store
        return backups_of(store.folder, store.annotator) if store.folder is not None else ()

    def restore(self, backup: Backup) -> Change | None:
        """Bring an earlier version back, as one change; None where everything is as it was then."""
        from reader.annotations.backups import restoring
        from reader.annotations.operations.base import Edits

        edits = Edits(f"bring back {backup.path.name}", restoring(self._state, backup))
        return self._ledger.commit(edits)
