"""Keeping up with the disk: articles that change there while they are read, and the files of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.operations import records
from reader.errors import ArticleError
from reader.session.anchored import Anchored
from reader.session.values import DiskNews

if TYPE_CHECKING:
    from reader.annotations.backups import Backup
    from reader.annotations.changes import Change
    from reader.articles.library import Library
    from reader.model import Article
    from reader.session.ledger import Ledger


class Tended(Anchored):
    """Takes up what other programs did to the articles, and looks after the store."""

    def __init__(self, library: Library, ledger: Ledger, engine: str = "") -> None:
        super().__init__(library, ledger, engine)
        self._disk_problem = ""

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
            self._remember_text(before.sha256, before.text)  # it may not be on the disk yet
        record = self.record(before.id)
        after = self._library.article(before.id)
        if not record.position or record.sha256 != before.sha256 or before.sha256 == after.sha256:
            return
        if self._ledger.store.read_only is None:
            position = self.carried(before, record.position)
            self._ledger.commit(records.set_position(self._state, after, position), undoable=False)

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
            if row.article_sha256 not in found and self.kept_text(row.article_sha256) is None:
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
