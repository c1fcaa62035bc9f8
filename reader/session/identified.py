"""Who is who in the opened articles, kept up to date as they are recognised and as people decide."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from reader.annotations.changes import Table
from reader.annotations.operations.identities import GROUPING, Name, name_of
from reader.errors import ArticleError, UsageError
from reader.model import DecisionAction, Entity
from reader.session.reading import Reading
from reader.session.values import Changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.articles.library import Library
    from reader.model import Article, Claim, Decision, Recognition
    from reader.search.identity import Identities, Identity
    from reader.session.ledger import Ledger
    from reader.session.values import Event

RENAMING = frozenset({DecisionAction.REJECTED, DecisionAction.RELABELLED, DecisionAction.REFERENCE})
"""What changes who is named in an article, or recognised anew; a name that is kept stays who it was."""
Item = TypeVar("Item")


@dataclass(slots=True, eq=False, repr=False)
class _News:
    """What happened since the identities were last looked at; filled from any thread."""

    articles: deque[str] = field(default_factory=deque)
    """Articles that were recognised, or about whose mentions something was decided."""
    names: deque[Name] = field(default_factory=deque)
    """Names that were called something else, or rejected, in the whole folder."""
    grouping: bool = True
    """Whether names were merged or split."""


class Identified(Reading):
    """Questions about identities; safe to ask from workers."""

    def __init__(self, library: Library, ledger: Ledger, engine: str = "") -> None:
        super().__init__(library, ledger, engine)
        self._news = _News()
        self._articles_naming: dict[tuple[bool, tuple[str, ...]], set[str]] = defaultdict(set)
        self._asking = RLock()
        ledger.subscribe(self._hear)

    @cached_property
    def _identities(self) -> Identities:
        from reader.search.identity import Identities

        return Identities()

    def recognition(self, id: str) -> Recognition:
        before = self._recognised.get(id)
        found = super().recognition(id)
        if self._recognised.get(id) is not before:
            self._news.articles.append(id)
        return found

    def forget_text(self, id: str) -> None:
        super().forget_text(id)
        self._news.articles.append(id)

    def forget_recognition(self, id: str) -> None:
        """An article is not what it was, or not there any more."""
        self._recognised.pop(id, None)
        self._news.articles.append(id)

    def keep_up(self) -> None:
        """Take up what was recognised since, so that nobody has to wait for it who asks."""
        with self._asking:
            self._up_to_date()

    def identities(self) -> tuple[Identity, ...]:
        """Everyone and everything named in the articles recognised so far, the most mentioned first."""
        with self._asking:
            return self._up_to_date().groups

    def identity_of(self, entity: Entity) -> Identity | None:
        """Whom or what a mention is of."""
        with self._asking:
            return self._up_to_date().of(entity)

    def identity(self, name: str, *, person: bool | None = None) -> Identity:
        """Who goes by *name*. Raises UsageError where nobody does."""
        with self._asking:
            found = self._up_to_date().named(name, person=person)
        if found is None:
            raise UsageError(f"Nobody and nothing is called “{name}” in these articles.")
        return found

    def source_of(self, claim: Claim) -> str | None:
        """Who vouches for a claim, by the name that the whole folder knows."""
        if claim.source is None:
            return None
        with self._asking:
            found = self._up_to_date().named(claim.source)
        return found.name if found is not None else claim.source

    def recognised_names(self, identity: Identity) -> tuple[Name, ...]:
        """The names of *identity* as they were recognised, before anything was decided."""
        return tuple(dict.fromkeys(Name(e.label, e.name) for _, e in self._as_recognised(identity)))

    def decided_names(self, identity: Identity) -> tuple[Name, ...]:
        """The names of *identity* under the labels they have now."""
        return tuple(
            dict.fromkeys(Name(e.label, e.name) for entities in identity.mentions.values() for e in entities)
        )

    def kept_one_by_one(self, identity: Identity) -> Iterator[tuple[Article, list[tuple[Entity, Decision]]]]:
        """The mentions of *identity* that were accepted or relabelled by themselves, article by article."""
        for id, entities in identity.mentions.items():
            spans = {entity.span for entity in entities}
            kept = [
                (suggestion.mention, suggestion.decision)
                for suggestion in self.suggestions(id)
                if isinstance(suggestion.mention, Entity)
                and suggestion.decision is not None
                and suggestion.mention.span in spans
            ]
            if kept:
                yield self.article(id), kept

    def _as_recognised(self, identity: Identity) -> Iterator[tuple[str, Entity]]:
        for id, entities in identity.mentions.items():
            known = self.recognised(id)
            found = {entity.span: entity for entity in known.entities} if known is not None else {}
            for entity in entities:
                yield id, found.get(entity.span, entity)

    # --- keeping up

    def _hear(self, event: Event) -> None:
        if not isinstance(event, Changed):
            return
        for edit in event.change.edits:
            if edit.table is Table.DECISIONS:
                for row in (edit.before, edit.after):
                    if row is not None:
                        self._note(row)  # type: ignore[arg-type]  # the table holds decisions

    def _note(self, row: Decision) -> None:
        if row.article:
            if row.action in RENAMING or self._callings_now():
                self._news.articles.append(row.article)
        elif row.action in GROUPING:
            self._news.grouping = True
        else:
            self._news.names.append(name_of(row))

    def _up_to_date(self) -> Identities:
        news = self._news
        if news.grouping:
            news.grouping = False
            self._identities.decide(self._grouping())
        changed = dict.fromkeys(_taken(news.articles))
        for name in _taken(news.names):
            changed.update(dict.fromkeys(self._articles_naming[name.key]))
        for id in changed:
            self._take_up(id)
        return self._identities

    def _grouping(self) -> dict[tuple[bool, str], str]:
        """What each name is to be grouped under, as people decided."""
        found = {}
        for row in self._state.decisions_of(""):
            if row.action in GROUPING:
                name = name_of(row)
                found[name.person, name.name] = row.value
        return found

    def _take_up(self, id: str) -> None:
        """Who is named in an article as it is now: nobody while it is gone, or not recognised anew yet."""
        try:
            known = self.recognised(id) if id in self._library else None
            entities = [m for m in self.mentions(id) if isinstance(m, Entity)] if known else []
        except ArticleError:
            known, entities = None, []
        for entity in known.entities if known is not None else ():
            self._articles_naming[Name(entity.label, entity.name).key].add(id)
        self._identities.update(id, entities)


def _taken(waiting: deque[Item]) -> Iterator[Item]:
    """All that waits; what another thread adds meanwhile too."""
    while waiting:
        yield waiting.popleft()
