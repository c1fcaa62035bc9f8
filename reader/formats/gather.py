"""From an opened folder to the values of an export, and from a file to the plan of an import."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from reader.annotations.changes import Table
from reader.annotations.state import State
from reader.errors import ArticleError
from reader.formats.data import DEFAULT_PARTS, RECOGNISED_PARTS, ArticleFacts, ExportData, Part
from reader.formats.plan import plan_import
from reader.model import Claim, Entity, Recognition, Timex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.formats.plan import ImportPlan, Incoming
    from reader.model import Annotation, Article, ArticleRecord, ArticleRef, Decision, Link, Mention, Tag


class Folder(Protocol):
    """What exports and imports need of an opened folder; a session is one."""

    @property
    def articles(self) -> tuple[ArticleRef, ...]: ...
    def article(self, id: str) -> Article: ...
    def record(self, id: str) -> ArticleRecord: ...
    def recognition(self, id: str) -> Recognition: ...
    def mentions(self, id: str) -> tuple[Mention, ...]: ...
    def all_annotations(self) -> tuple[Annotation, ...]: ...
    def links(self) -> tuple[Link, ...]: ...
    def tags(self) -> tuple[Tag, ...]: ...
    def decisions(self) -> tuple[Decision, ...]: ...


def export_data(
    folder: Folder, include: frozenset[Part] = DEFAULT_PARTS, only: Collection[str] | None = None
) -> ExportData:
    """Everything that *include* names; with *only*, of these articles."""
    every = folder.all_annotations()
    kept = tuple(a for a in every if only is None or a.article in only)
    ids = {a.id for a in kept}
    return ExportData(
        include,
        articles=tuple(_facts(folder, None if Part.ARTICLES in include else {a.article for a in every})),
        tags=folder.tags(),
        annotations=kept,
        links=tuple(link for link in folder.links() if link.source in ids or link.target in ids),
        decisions=tuple(d for d in folder.decisions() if only is None or d.article in only),
        recognised=_Recognised(folder) if include & RECOGNISED_PARTS else (),
        ends={a.id: a for a in every},
    )


def import_plan(folder: Folder, incoming: Incoming) -> ImportPlan:
    """What bringing *incoming* into *folder* would do."""
    return plan_import(incoming, _state(folder), _Shelf(folder))


def readable(folder: Folder, only: Collection[str] | None = None) -> Iterator[Article]:
    """The articles that can be read, by id."""
    for ref in sorted(folder.articles, key=lambda ref: ref.id):
        if only is None or ref.id in only:
            with suppress(ArticleError):
                yield folder.article(ref.id)


def _facts(folder: Folder, only: Collection[str] | None) -> Iterator[ArticleFacts]:
    for article in readable(folder, only):
        yield ArticleFacts(
            article.id,
            article.sha256,
            article.title,
            article.reference.date if article.reference else None,
            article.language,
            len(article.text),
            folder.record(article.id).progress,
        )


class _Recognised:
    """Each article with what is recognised in it, less what a person rejected; made while it is read."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def __iter__(self) -> Iterator[tuple[Article, Recognition]]:
        for article in readable(self._folder):
            problems = self._folder.recognition(article.id).problems
            mentions = self._folder.mentions(article.id)
            yield (
                article,
                Recognition(
                    tuple(m for m in mentions if isinstance(m, Entity)),
                    tuple(m for m in mentions if isinstance(m, Timex)),
                    tuple(m for m in mentions if isinstance(m, Claim)),
                    problems,
                ),
            )


class _Shelf:
    """The articles of a folder by id and by text."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._known = {ref.id for ref in folder.articles}
        self._by_text: dict[str, str] | None = None

    def article(self, id: str) -> Article | None:
        try:
            return self._folder.article(id) if id in self._known else None
        except ArticleError:
            return None

    def article_with(self, sha256: str) -> Article | None:
        if self._by_text is None:
            self._by_text = {article.sha256: article.id for article in readable(self._folder)}
        id = self._by_text.get(sha256)
        return None if id is None else self._folder.article(id)


def _state(folder: Folder) -> State:
    """The rows of *folder* where they stand now."""
    return State(
        [
            *((Table.ANNOTATIONS, row) for row in folder.all_annotations()),
            *((Table.LINKS, row) for row in folder.links()),
            *((Table.TAGS, row) for row in folder.tags()),
            *((Table.DECISIONS, row) for row in folder.decisions()),
        ]
    )
