"""Articles, what was recognised in them, and what a person decided about that."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from reader.annotations.operations import identities, suggestions
from reader.annotations.standing import decision_standing
from reader.errors import ArticleError
from reader.model import (
    ArticleRecord,
    Progress,
    ReferenceDate,
    ReferenceOrigin,
)
from reader.session.suggested import Suggested
from reader.session.values import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    from reader.annotations.state import State
    from reader.articles.library import Library
    from reader.model import Annotation, Article, ArticleRef, Decision, Mention, Recognition, Span
    from reader.recognition.remembering import Remembering
    from reader.session.ledger import Ledger
    from reader.session.values import Suggestion

    _Seen: TypeAlias = tuple[str, str, Span | None]
    """What recognition depends on: the text, the reference date and where that stands."""


TEXTS_REMEMBERED = 8


class Reading:
    """Questions about the opened articles; nothing is changed here."""

    def __init__(self, library: Library, ledger: Ledger, engine: str = "") -> None:
        self._library = library
        self._ledger = ledger
        self._engine = engine
        self._recognised: dict[str, tuple[_Seen, Recognition]] = {}
        self._suggested: dict[str, Suggested] = {}
        """Suggestions by article."""
        self._kept_texts: dict[str, str] = {}
        self._keeping = Lock()
        self._callings: tuple[tuple[Decision, ...], dict[tuple[bool, tuple[str, ...]], Decision]] = ((), {})
        """What was decided about names in the whole folder: the rows, and the same by name."""

    @property
    def _state(self) -> State:
        return self._ledger.state

    @property
    def articles(self) -> tuple[ArticleRef, ...]:
        """All articles by id."""
        return self._library.refs

    def article(self, id: str) -> Article:
        """The article with the reference date the reader chose, if one was chosen.

        Raises ArticleError where it cannot be read.
        """
        article = self._library.article(id)
        chosen = self._state.decisions.get(suggestions.reference_id(id))
        if chosen is None:
            return article
        return replace(article, reference=ReferenceDate(chosen.value, ReferenceOrigin.USER))

    def summary(self, id: str, *, counting: bool = True) -> Summary:
        """What the list says of an article, *counting* its mentions; one that cannot be read says why."""
        annotations = self._state.annotations_of(id)
        links = self._links_at(annotations)
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
            self._mentions_counted(article) if counting else None,
            self._library.trouble(id),
            read_to_end=self.record(id).read_to_end,
        )

    def summary_so_far(self, id: str) -> Summary:
        """What can be said of an article without waiting for the disk, nor counting its mentions."""
        if self._library.has_read(id):
            return self.summary(id, counting=False)
        annotations = self._state.annotations_of(id)
        links = self._links_at(annotations)
        record, title = self.record(id), id.rsplit("/", 1)[-1]
        return Summary(
            id,
            title,
            None,
            "und",
            0,
            record.progress,
            len(annotations),
            len(links),
            is_read=False,
            read_to_end=record.read_to_end,
        )

    def _links_at(self, annotations: Iterable[Annotation]) -> frozenset[str]:
        """Ids of the links that begin or end at any of *annotations*."""
        linked = self._state.linked()
        ends = (annotation.id for annotation in annotations if annotation.id in linked)
        return frozenset(link.id for id in ends for link in self._state.links_of(id))

    def reading_order(self) -> tuple[str, ...]:
        """Article ids by reference date, then id; undated ones last. Reads every article once."""
        return tuple(sorted((ref.id for ref in self.articles), key=self._reading_key))

    def record(self, id: str) -> ArticleRecord:
        """How far an article was read."""
        return self._state.articles.get(id) or ArticleRecord(id)

    def forget_text(self, id: str) -> None:
        """Read the article's file anew at the next call: it changed on disk."""
        self._library.forget(id)

    def let_go(self, id: str) -> None:
        """Hold nothing of an article: it is read and recognised again when it is asked for again."""
        self._library.forget(id)
        self._recognised.pop(id, None)
        self._suggested.pop(id, None)

    def recognition(self, id: str) -> Recognition:
        """Everything recognised in an article; slow the first time, safe to call from workers."""
        article = self.article(id)
        key = _recognition_key(article)
        known = self._recognised.get(id)
        if known is None or known[0] != key:
            known = (key, self.recognise(article))
            self._recognised[id] = known
        return known[1]

    def recognise(self, article: Article) -> Recognition:
        """Everything recognised in any *article* by the engine of this session; remembered between runs."""
        return self._remembering(article)

    @cached_property
    def _remembering(self) -> Remembering:
        from reader.recognition.remembering import Remembering

        return Remembering(self._engine)

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
        article, rows, callings = (
            self._library.article(id),
            self._state.decisions_of(id),
            self._callings_now(),
        )
        known = self._suggested.get(id)
        now = known.after(rows) if known and known.is_of(article, recognition, callings) else None
        if now is None:
            now = Suggested.made(article, recognition, rows, callings, self._stands)
        self._suggested[id] = now
        return now.shown

    def mentions(self, id: str) -> tuple[Mention, ...]:
        """The mentions that were not rejected, with the labels the reader gave them."""
        return tuple(suggestion.mention for suggestion in self.suggestions(id))

    def known_mentions(self) -> Iterable[tuple[str, Mention]]:
        """All mentions recognised so far, over all articles in id order."""
        for id, suggestion in self.known_suggestions():
            yield id, suggestion.mention

    def known_suggestions(self) -> Iterable[tuple[str, Suggestion]]:
        """The same, with what was decided."""
        for ref in self.articles:
            if ref.id in self._recognised:
                try:
                    found = self.suggestions(ref.id)
                except ArticleError:
                    continue  # it vanished meanwhile
                for suggestion in found:
                    yield ref.id, suggestion

    def _stands(self, row: Decision, article: Article) -> Decision | None:
        """Where a decision about an older text stands in *article* now."""
        return decision_standing(row, article, self.kept_text(row.article_sha256))

    def kept_text(self, sha256: str) -> str | None:
        """A text that was annotated once; the last few are remembered."""
        text = self._kept_texts.get(sha256)
        if text is None:
            text = self._ledger.store.kept_text(sha256)
            if text is not None:
                self._remember_text(sha256, text)
        return text

    def _remember_text(self, sha256: str, text: str) -> None:
        """Have a text at hand in the place of the one remembered longest; any thread may."""
        with self._keeping:
            while len(self._kept_texts) >= TEXTS_REMEMBERED:
                self._kept_texts.pop(next(iter(self._kept_texts)))
            self._kept_texts[sha256] = text

    def _callings_now(self) -> Mapping[tuple[bool, tuple[str, ...]], Decision]:
        """What was decided about names in the whole folder; the same object until that changes."""
        rows = self._state.decisions_of("")
        known_rows, callings = self._callings
        if rows is not known_rows:
            found = {
                identities.name_of(row).key: row for row in rows if row.action not in identities.GROUPING
            }
            callings = callings if found == callings else found
            self._callings = (rows, callings)
        return callings

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


def _recognition_key(article: Article) -> _Seen:
    reference = article.reference
    return (article.sha256, reference.date if reference else "", reference.span if reference else None)
