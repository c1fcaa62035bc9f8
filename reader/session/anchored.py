"""Keeping what was marked with its words while the texts around it change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.operations import passages
from reader.annotations.standing import is_sure
from reader.errors import ArticleError, UsageError
from reader.model import AnchorState
from reader.session.followed import Followed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.changes import Change
    from reader.model import Annotation, Article, Span
    from reader.session.values import Passage


class Anchored(Followed):
    """Says where annotations stand in a text that is another now, and writes down what is sure."""

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
            if is_sure(row, now, text_kept=self.kept_text(row.article_sha256) is not None):
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

    def carried(self, before: Article, offset: int) -> int:
        """Where what stood at *offset* of an article as it was stands in it now."""
        from reader.anchoring.offsets import carried

        return carried(offset, before.text, self._library.article(self.name_now(before.id)).text)

    def position_in(self, id: str) -> int:
        """Where reading stopped in an article, with the words it stopped at where the text is another now."""
        record, article = self.record(id), self._library.article(id)
        position = min(record.position, len(article.text))
        if record.sha256 in ("", article.sha256):
            return position
        kept = self.kept_text(record.sha256)
        if kept is None:
            return position
        from reader.anchoring.offsets import carried

        return carried(record.position, kept, article.text)
