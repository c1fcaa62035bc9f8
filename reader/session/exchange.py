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
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from reader.annotations.changes import Change
    from reader.formats.data import ArticleFacts, ExportData, Part
    from reader.formats.plan import ImportPlan, Incoming
    from reader.model import Article, Recognition
    from reader.session.names_only import NamesOnly

    Heard: TypeAlias = Callable[[str, Sequence[str]], object]
    """Is told the id of an article, and what went wrong there."""


MOST_HELD = 100_000
"""Mentions that are held while the names of a folder are learnt; the articles beyond are recognised twice."""
MENTION_COSTS = 500
"""Characters of text that are held as dearly as one mention."""


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

    def as_known(
        self,
        heard: Heard | None = None,
        *,
        lightly: bool = False,
    ) -> Iterator[tuple[Article, Recognition]]:
        """What was recognised, by the names of the whole folder and with what people corrected.

        Rejected mentions are among it: a decision says so, and training learns from both. All articles are
        recognised before the first is named, as any may say who it is; *heard* is called after each, with
        what went wrong. *lightly*: of a large folder only the names are held, and the session is good for
        nothing else afterwards.
        """
        from reader.session.names_only import NamesOnly

        heard, names = heard or _unheard, NamesOnly(self._grouping()) if lightly else None
        name_of = self._name_of if names is None else names.name_of
        for id in self._learn_names(heard, names):
            try:
                known = self._as_known(id, name_of)
            except ArticleError as error:
                heard(id, (error.message,))  # it was let go, and vanished meanwhile
                continue
            yield known
            if lightly:
                self.let_go(id)

    def _learn_names(self, heard: Heard, names: NamesOnly | None) -> list[str]:
        """Recognise every article; the ids of those that can be read. With *names*, little else is held."""
        read, held = list[str](), 0
        for ref in self.articles:
            try:
                found = self.recognition(ref.id)
            except ArticleError as error:
                heard(ref.id, (error.message,))
                continue
            read.append(ref.id)
            if names is not None:
                held += len(found.mentions) + len(self.article(ref.id).text) // MENTION_COSTS
                names.add(m for m in self.mentions(ref.id) if isinstance(m, Entity))
                if held > MOST_HELD:
                    self.let_go(ref.id)
            heard(ref.id, found.problems)
        return read

    def _as_known(self, id: str, name_of: Callable[[Entity], str]) -> tuple[Article, Recognition]:
        article, found = self.article(id), self.recognition(id)
        suggested = [suggestion.mention for suggestion in self.suggestions(id)]
        decided = {mention.span: mention for mention in suggested if isinstance(mention, Entity)}
        sources = {(m.span, m.status): m.source for m in suggested if isinstance(m, Claim)}
        entities = (decided.get(entity.span, entity) for entity in found.entities)
        claims = (replace(c, source=sources.get((c.span, c.status), c.source)) for c in found.claims)
        named = tuple(replace(entity, name=name_of(entity)) for entity in entities)
        return article, replace(found, entities=named, claims=tuple(claims))

    def _name_of(self, entity: Entity) -> str:
        identity = self.identity_of(entity)
        return entity.name if identity is None else identity.name

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


def _unheard(id: str, problems: Sequence[str]) -> None:
    """Nobody asks."""


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
