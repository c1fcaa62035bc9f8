"""Who is who across articles: groups the entities of a folder by canonical name.

Takes what recognition found, article by article, and a person's own decisions; knows no store and
no screen. A short name of one article joins a full name of another only where one fits: first a
full name that some article itself uses it for, then the only person of that surname, then
the only long form of those initials. What merely stands for another thing (a
capital for its government) is never joined.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import EntityLabel
from reader.recognition.entities.names import fuller_acronym, fuller_person, key_tokens, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.model import Entity, Span

Key = tuple[bool, tuple[str, ...]]
"""Whether it is a person, and the key tokens of the name: what one name is told from another by."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, place, organisation or thing, with every mention of it."""

    name: str
    """The spelling that is used most, of the fullest form."""
    label: EntityLabel
    """The label most of its mentions have."""
    mentions: Mapping[str, Sequence[Entity]]
    """Article id to the mentions there, in text order; articles in the order they were given."""

    @property
    def count(self) -> int:
        """How many mentions there are in all."""
        return sum(len(entities) for entities in self.mentions.values())

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways it is written, most used first."""
        counts = Counter(tidy(entity.text) for entities in self.mentions.values() for entity in entities)
        return tuple(form for form, _ in counts.most_common())


class Identities:
    """The identities of a folder; one article can change without the others being read again."""

    def __init__(
        self,
        entities: Mapping[str, Sequence[Entity]] | None = None,
        decisions: Mapping[str, str] | None = None,
    ) -> None:
        """*decisions*: name to the name it is to be grouped under; a name given itself stays by itself."""
        self._entities: dict[str, tuple[Entity, ...]] = {}
        self._decisions: dict[str, str] = dict(decisions or {})
        self._groups: tuple[Identity, ...] | None = None
        self._by_name: dict[str, Identity] = {}
        self._by_mention: dict[tuple[str, Span], Identity] = {}
        for article, found in (entities or {}).items():
            self.update(article, found)

    def update(self, article: str, entities: Iterable[Entity]) -> None:
        """Puts the *entities* of one *article* in the place of those it had; none: takes it out."""
        found = tuple(entities)
        if found == self._entities.get(article, ()):
            return
        if found:
            self._entities[article] = found
        else:
            del self._entities[article]
        self._groups = None

    def decide(self, decisions: Mapping[str, str]) -> None:
        """Groups anew by other *decisions*."""
        if dict(decisions) != self._decisions:
            self._decisions = dict(decisions)
            self._groups = None

    @property
    def groups(self) -> tuple[Identity, ...]:
        """Every identity, the most mentioned first, then by name."""
        if self._groups is None:
            self._groups = self._grouped()
            self._index(self._groups)
        return self._groups

    def named(self, name: str) -> Identity | None:
        """The identity that mentions of canonical *name* belong to; of two kinds the more mentioned one."""
        return self._by_name.get(name) if self.groups else None

    def of(self, article: str, entity: Entity) -> Identity | None:
        """The identity that one *entity* of *article* belongs to."""
        return self._by_mention.get((article, entity.span)) if self.groups else None

    def _index(self, groups: Sequence[Identity]) -> None:
        self._by_name, self._by_mention = {}, {}
        for group in groups:
            for article, entities in group.mentions.items():
                for entity in entities:
                    self._by_mention[article, entity.span] = group
                    self._by_name.setdefault(entity.name, group)
        for group in reversed(groups):
            self._by_name[group.name] = group

    def _grouped(self) -> tuple[Identity, ...]:
        uses: dict[Key, list[tuple[str, Entity]]] = defaultdict(list)
        for article, entities in self._entities.items():
            for entity in entities:
                uses[_key(entity.label, self._decisions.get(entity.name, entity.name))].append(
                    (article, entity)
                )
        own = {key_tokens(name) for name in (*self._decisions, *self._decisions.values())}
        joined: dict[Key, list[tuple[str, Entity]]] = defaultdict(list)
        for key, target in _targets(uses, own).items():
            joined[target] += uses[key]
        decided = {key_tokens(name): name for name in self._decisions.values()}
        groups = [
            _identity(members, decided.get(key[1]) or _best_name(uses[key]))
            for key, members in joined.items()
        ]
        order = {article: at for at, article in enumerate(self._entities)}
        return tuple(
            sorted(
                (_ordered(group, order) for group in groups),
                key=lambda group: (-group.count, group.name, group.label.value),
            )
        )


def identities(
    entities: Mapping[str, Sequence[Entity]], decisions: Mapping[str, str] | None = None
) -> tuple[Identity, ...]:
    """The identities among the *entities* of each article, the most mentioned first."""
    return Identities(entities, decisions).groups


def _key(label: EntityLabel, name: str) -> Key:
    return label is EntityLabel.PER, key_tokens(name)


def _targets(
    uses: Mapping[Key, Sequence[tuple[str, Entity]]], decided: set[tuple[str, ...]]
) -> dict[Key, Key]:
    """Each key to the key whose group it joins, mostly itself."""
    names = {key: _best_name(members) for key, members in uses.items()}
    spoken_for: dict[Key, set[Key]] = defaultdict(set)
    for key, members in uses.items():
        for _, entity in members:
            form = _key(entity.label, entity.text)
            if form != key:
                spoken_for[form].add(key)
    by_surname = _joiner(fuller_person, [name for key, name in names.items() if key[0]])
    by_initials = _joiner(fuller_acronym, [name for key, name in names.items() if not key[0]])
    targets: dict[Key, Key] = {}
    for key, name in names.items():
        target = key
        if key[1] not in decided:
            claimed = spoken_for.get(key, set())
            if len(claimed) == 1:
                target = next(iter(claimed))
            elif not claimed:
                longer = (by_surname if key[0] else by_initials)(name)
                target = (key[0], key_tokens(longer)) if longer else key
        targets[key] = target if target in uses else key
    return {key: _end(key, targets) for key in targets}


def _joiner(
    make: Callable[[Iterable[str]], Callable[[str], str | None]], names: list[str]
) -> Callable[[str], str | None]:
    return make(sorted(names))


def _end(key: Key, targets: Mapping[Key, Key]) -> Key:
    """Where a chain of joins ends; one that turns in a circle ends where it began."""
    seen = {key}
    at = key
    while targets[at] != at:
        at = targets[at]
        if at in seen:
            return key
        seen.add(at)
    return at


def _best_name(members: Sequence[tuple[str, Entity]]) -> str:
    counts = Counter(entity.name for _, entity in members)
    return min(counts, key=lambda name: (-counts[name], "-" not in name, name))


def _identity(members: Sequence[tuple[str, Entity]], name: str) -> Identity:
    labels = Counter(entity.label for _, entity in members)
    label = min(labels, key=lambda one: (-labels[one], one.value))
    by_article: dict[str, list[Entity]] = defaultdict(list)
    for article, entity in members:
        by_article[article].append(entity)
    return Identity(name, label, by_article)


def _ordered(group: Identity, order: Mapping[str, int]) -> Identity:
    mentions = {
        article: tuple(sorted(group.mentions[article], key=lambda entity: entity.span))
        for article in sorted(group.mentions, key=order.__getitem__)
    }
    return Identity(group.name, group.label, mentions)
