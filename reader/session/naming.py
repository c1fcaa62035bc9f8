"""What people say about names in the whole folder: who is one, who is not, what they are, which are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.changes import Table
from reader.annotations.operations import identities, suggestions
from reader.annotations.operations.base import Edits
from reader.annotations.operations.identities import Name
from reader.errors import ArticleError, UsageError
from reader.model import DecisionAction, EntityLabel, MentionKind
from reader.session.exchange import Exchange
from reader.session.values import Dropped, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotations.changes import Change, Edit
    from reader.annotations.operations.base import Stamp
    from reader.model import Decision
    from reader.search.identity import Identity


class Naming(Exchange):
    """Changes of identities; each is one change, holds for the whole folder at once, and is undone as one."""

    def merge(self, one: Identity, into: Identity, known_as: str = "") -> Change | None:
        """Know two identities as one, by the name of the second or by another; *one* takes its label."""
        names = {*self.decided_names(one)}
        if names == {*self.decided_names(into)}:
            raise UsageError(f"“{one.name}” is one already.")
        state, stamp = self._state, self._ledger.stamp()
        known = [
            Name(into.label, name.name) for name in (*self.decided_names(into), *self.decided_names(one))
        ]
        edits = identities.merge(state, known, known_as or into.name, stamp)
        if (one.label is EntityLabel.PER) is not (into.label is EntityLabel.PER):
            edits = edits._replace(edits=(*self._called(one, into.label, stamp), *edits.edits))
        return self._ledger.commit(edits)

    def rename(self, identity: Identity, known_as: str) -> Change | None:
        """Know an identity by another name."""
        edits = identities.merge(self._state, self.decided_names(identity), known_as, self._ledger.stamp())
        return self._ledger.commit(edits._replace(title=f"rename “{identity.name}” to “{known_as}”"))

    def split(self, identity: Identity, name: str) -> Change | None:
        """Let *name* of an identity be somebody or something by itself again."""
        names = self.decided_names(identity)
        key = Name(identity.label, name).key
        apart = [each for each in names if each.key == key]
        rest = [each for each in names if each.key != key]
        if not apart or not rest:
            raise UsageError(f"“{identity.name}” has no other name to split “{name}” from.")
        leads = Name(identity.label, identity.name).key == key
        rest_name = rest[0].name if leads else identity.name
        bound = rest if leads or len(identities.distinct(rest)) > 1 else ()
        return self._ledger.commit(
            identities.split(self._state, apart, bound, rest_name, self._ledger.stamp())
        )

    def relabel_all(self, identity: Identity, label: EntityLabel) -> Change | None:
        """Let every mention of an identity, here and in articles to come, bear *label*."""
        stamp = self._ledger.stamp()
        edits = self._called(identity, label, stamp)
        changes_kind = (identity.label is EntityLabel.PER) is not (label is EntityLabel.PER)
        if changes_kind and len(identity.names) > 1:
            names = (Name(label, name.name) for name in self.decided_names(identity))
            edits += identities.grouped_edits(self._state, names, identity.name, stamp)
        return self._ledger.commit(
            Edits(f"relabel “{identity.name}” as {label.value} everywhere", tuple(edits))
        )

    def reject_name(self, identity: Identity) -> Change | None:
        """Drop every mention of an identity, here and in articles to come; what was kept one by one stays."""
        names = self.recognised_names(identity)
        return self._ledger.commit(identities.reject(self._state, names, identity.name, self._ledger.stamp()))

    def dropped(self) -> tuple[Dropped, ...]:
        """What was dropped and is not proposed any more: names by name, then mentions by place."""
        names: dict[tuple[str, str], list[Decision]] = {}
        for row in self._state.decisions_of(""):
            if row.action is DecisionAction.REJECTED:
                names.setdefault((row.created, row.creator), []).append(row)
        everywhere = [_dropped_name(rows) for rows in names.values()]
        single = [
            Dropped((row.id,), (now.quote,), now.kind, now.label, Passage(now.article, now.span))
            for row in self._state.decisions.values()
            if row.article and row.action is DecisionAction.REJECTED and row.article in self._library
            if (now := self._there_now(row)).span is not None and now.kind is not None
        ]
        return (
            *sorted(everywhere, key=lambda each: each.words),
            *sorted(
                single, key=lambda each: (each.passage.article, each.passage.span) if each.passage else ()
            ),
        )

    def take_back(self, dropped: Dropped) -> Change | None:
        """Let what was dropped be proposed again."""
        return self._ledger.commit(suggestions.take_back(self._state, dropped.ids))

    def _there_now(self, row: Decision) -> Decision:
        try:
            return self._decision_now(row)
        except ArticleError:
            return row

    def _called(self, identity: Identity, label: EntityLabel, stamp: Stamp) -> list[Edit]:
        edits = identities.call(self._state, self.recognised_names(identity), label, stamp)
        kept = [
            edit
            for article, mentions in self.kept_one_by_one(identity)
            for edit in identities.call_kept(self._state, article, mentions, label, stamp)
        ]
        if any(edit.table is Table.ANNOTATIONS for edit in kept):
            edits += identities.label_tag(self._state, label)
        return edits + kept


def _dropped_name(rows: Sequence[Decision]) -> Dropped:
    """The spellings of one identity, dropped by one change."""
    words = sorted((row.quote for row in rows), key=lambda name: (-len(name), name))
    return Dropped(tuple(row.id for row in rows), tuple(words), MentionKind.ENTITY, rows[0].label)
