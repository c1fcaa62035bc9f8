"""Exports and imports of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.operations import records
from reader.errors import ArticleError
from reader.model import Annotation
from reader.session.marked import Marked

if TYPE_CHECKING:
    from reader.annotations.changes import Change
    from reader.formats.data import ExportData, Part
    from reader.formats.plan import ImportPlan, Incoming
    from reader.model import Article


class Exchange(Marked):
    """What leaves a session for other programs, and what comes in from them."""

    def export_data(self, include: frozenset[Part]) -> ExportData:
        """Everything an export of *include* may say; recognition runs while it is read."""
        from reader.formats.data import RECOGNISED_PARTS, ArticleFacts, ExportData, Part

        annotations = self.all_annotations()
        readable = [s for s in map(self.summary, (ref.id for ref in self.articles)) if not s.problem]
        facts = (
            ArticleFacts(
                s.id,
                self.article(s.id).sha256,
                s.title,
                s.reference.date if s.reference else None,
                s.language,
                s.characters,
                s.progress,
            )
            for s in readable
        )
        recognised = ((self.article(s.id), self.recognition(s.id)) for s in readable)
        return ExportData(
            include,
            articles=tuple(facts) if Part.ARTICLES in include else (),
            tags=self.tags(),
            annotations=annotations,
            links=self.links(),
            decisions=self.decisions(),
            recognised=recognised if include & RECOGNISED_PARTS else (),
        )

    def plan_import(self, incoming: Incoming) -> ImportPlan:
        """What an import would do here, row by row; nothing is changed."""
        from reader.formats.plan import plan_import

        return plan_import(incoming, self._state, _Shelf(self))

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
        articles = (self.article(ref.id) for ref in self._session.articles)
        return next((a for a in articles if a is not None and a.sha256 == sha256), None)
