"""Exports and imports of a session."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.operations import records
from reader.errors import ArticleError, UsageError
from reader.model import Annotation, Claim, Entity
from reader.session.marked import Marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.annotations.changes import Change
    from reader.formats.data import ArticleFacts, ExportData, Part
    from reader.formats.plan import ImportPlan, Incoming
    from reader.model import Article, Recognition


class Exchange(Marked):
    """What leaves a session for other programs, and what comes in from them."""

    def export_data(self, include: frozenset[Part]) -> ExportData:
        """Everything an export of *include* may say; recognition runs while it is read."""
        from reader.formats.data import RECOGNISED_PARTS, ExportData, Part

        annotations = self.all_annotations()
        marked = {annotation.article for annotation in annotations}
        wanted = [ref.id for ref in self.articles if Part.ARTICLES in include or ref.id in marked]
        return ExportData(
            include,
            articles=tuple(self._facts(wanted)),
            tags=self.tags(),
            annotations=annotations,
            links=self.links(),
            decisions=self.decisions(),
            recognised=self.as_known() if include & RECOGNISED_PARTS else (),
        )

    def _facts(self, ids: Iterable[str]) -> Iterator[ArticleFacts]:
        from reader.articles.whole_title import whole_title
        from reader.formats.data import ArticleFacts

        for summary in map(self.summary, ids):
            if not summary.problem:
                article = self.article(summary.id)
                yield ArticleFacts(
                    summary.id,
                    article.sha256,
                    summary.title,
                    summary.reference.date if summary.reference else None,
                    summary.language,
                    summary.characters,
                    summary.progress,
                    whole_title(article),
                )

    def as_known(self) -> Iterator[tuple[Article, Recognition]]:
        """What was recognised, by the names of the whole folder and with what people corrected.

        Rejected mentions are among it: a decision says so, and training learns from both.
        """
        read = [ref.id for ref in self.articles if self._is_read(ref.id)]
        for id in read:
            self.recognition(id)  # all, before the first is named: any article may say who it is
        for id in read:
            article, found = self.article(id), self.recognition(id)
            decided = {
                s.mention.span: s.mention for s in self.suggestions(id) if isinstance(s.mention, Entity)
            }
            entities = (decided.get(entity.span, entity) for entity in found.entities)
            claims = tuple(m for m in self.mentions(id) if isinstance(m, Claim))
            sources = {(claim.span, claim.status): claim.source for claim in claims}
            yield (
                article,
                replace(
                    found,
                    entities=tuple(self._named(entity) for entity in entities),
                    claims=tuple(
                        replace(c, source=sources.get((c.span, c.status), c.source)) for c in found.claims
                    ),
                ),
            )

    def _named(self, entity: Entity) -> Entity:
        identity = self.identity_of(entity)
        return entity if identity is None else replace(entity, name=identity.name)

    def _is_read(self, id: str) -> bool:
        try:
            self.article(id)
        except ArticleError:
            return False
        return True

    def export_folder(self) -> Path:
        """A folder for exports where none is taken for an article: the current one, else near the store."""
        store = self._ledger.store.folder
        near = (Path.cwd(), *(store.parents if store else ()), Path.home())
        taken = [root.folder.resolve() for root in self._library.roots] + ([store.resolve()] if store else [])
        apart = (folder for folder in near if not any(folder.resolve().is_relative_to(one) for one in taken))
        return next(apart, Path.home())

    def check_target(self, target: Path) -> None:
        """See that an export to *target* writes over no article and nothing of the store.

        Raises UsageError saying which it would be.
        """
        place = target.resolve()
        if any(ref.path.resolve() == place for ref in self.articles):
            raise UsageError(f"{target} is one of the articles. Choose another file.")
        store = self._ledger.store.folder
        if store is not None and place.is_relative_to(store.resolve()):
            raise UsageError(f"{target} lies inside the store of annotations. Choose another folder.")

    def plan_import(self, incoming: Incoming, tell: Callable[[], None] = lambda: None) -> ImportPlan:
        """What an import would do here, row by row, *tell* called after each; nothing is changed."""
        from reader.formats.plan import plan_import

        return plan_import(incoming, self._state, _Shelf(self), tell)

    def apply_import(self, plan: ImportPlan, title: str) -> Change | None:
        """Bring in what *plan* says, as one change."""
        edits = records.brought_in(self._state, title, plan.rows)
        touched = {row.article for _, row in plan.rows if isinstance(row, Annotation)}
        return self._ledger.commit(edits, *(self.article(id) for id in sorted(touched)))


class _Shelf:
    """The session's articles, as an import asks for them."""

    def __init__(self, session: Exchange) -> None:
        self._session = session

    def article(self, id: str) -> Article | None:
        try:
            return self._session.article(id)
        except ArticleError:
            return None

    def article_with(self, sha256: str) -> Article | None:
        return self._by_text.get(sha256)

    @cached_property
    def _by_text(self) -> dict[str, Article]:
        """The articles by the digest of their text, the first of several alike; reads every one once."""
        articles = [self.article(ref.id) for ref in reversed(self._session.articles)]
        return {article.sha256: article for article in articles if article is not None}
