"""Who is who across articles: groups the entities of a folder by canonical name.

Takes what recognition found, article by article, and a person's own decisions; knows no store and
no screen. A short name of one article joins a full name of another only where one fits: first a
full name that some article itself uses it for, then the only person of that surname, then
the only long form of those initials. What merely stands for another thing (a
capital for its government) is never joined, unless a person says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.model import EntityLabel
from reader.recognition.entities.names import fuller_acronym, fuller_person, is_shouted, key_tokens, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.model import Entity


class Key(NamedTuple):
    """What one name is told from another by."""

    person: bool
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, place, organisation or thing, with every mention of it."""

    name: str
    """The spelling that is used most, of the fullest form."""
    label: EntityLabel
    """The label most of its mentions have."""
    mentions: Mapping[str, Sequence[Entity]]
    """Article id to the mentions there, in text order; articles in the order they were given."""
    names: tuple[str, ...]
    """The names it has in its articles, each of which can be split off, most used first."""

    @property
    def count(self) -> int:
        """How many mentions there are in all."""
        return sum(len(entities) for entities in self.mentions.values())

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways it is written, most used first."""
        counts = Counter(tidy(entity.text) for entities in self.mentions.values() for entity in entities)
        return tuple(form for form, _ in counts.most_common())


@dataclass(slots=True)
class _Uses:
    """Every mention by one name."""

    articles: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[Key] = field(default_factory=Counter)
    """Other forms that articles themselves use for the name."""


class Identities:
    """The identities of a folder; one article can change without the others being read again."""

    def __init__(
        self,
        entities: Mapping[str, Sequence[Entity]] | None = None,
        decisions: Mapping[tuple[bool, str], str] | None = None,
    ) -> None:
        """*decisions*: a name, and whether it is a person's, to the name it is to be grouped under.

        A name given itself stays by itself.
        """
        self._uses: dict[Key, _Uses] = {}
        self._keys_in: dict[str, tuple[Key, ...]] = {}
        self._found: dict[str, tuple[Entity, ...]] = {}
        self._places: dict[str, int] = {}
        self._decided: dict[Key, Key] = {}
        self._chosen: dict[Key, str] = {}
        self._ends: dict[Key, Key] | None = None
        self._members: dict[Key, list[Key]] = {}
        self._made: dict[Key, Identity] = {}
        self.decide(decisions or {})
        for article, found in (entities or {}).items():
            self.update(article, found)

    def update(self, article: str, entities: Iterable[Entity]) -> None:
        """Puts the *entities* of one *article* in the place of those it had; none: takes it out."""
        found = tuple(entities)
        if found == self._found.get(article, ()):
            return
        self._take_out(article)
        if found:
            self._put_in(article, found)
        self._ends = None

    def decide(self, decisions: Mapping[tuple[bool, str], str]) -> None:
        """Groups anew by other *decisions*."""
        decided = {
            Key(person, tokens_of(name)): Key(person, tokens_of(value))
            for (person, name), value in decisions.items()
        }
        chosen = {Key(person, tokens_of(value)): value for (person, _), value in decisions.items()}
        if (decided, chosen) != (self._decided, self._chosen):
            self._decided, self._chosen = decided, chosen
            self._ends = None

    @property
    def groups(self) -> tuple[Identity, ...]:
        """Every identity, the most mentioned first, then by name."""
        self._group()
        return tuple(
            sorted(
                map(self._identity, self._members), key=lambda one: (-one.count, one.name, one.label.value)
            )
        )

    def named(self, name: str, *, person: bool | None = None) -> Identity | None:
        """The identity that mentions of canonical *name* belong to; of two kinds the more mentioned one."""
        ends, tokens = self._group(), tokens_of(name)
        found = []
        for key in (Key(kind, tokens) for kind in (True, False) if person in (None, kind)):
            end = ends.get(key, self._decided.get(key, key))
            if end in self._members:
                found.append(self._identity(end))
        return max(found, key=lambda one: (one.name == name, one.count), default=None)

    def of(self, entity: Entity) -> Identity | None:
        """The identity that one *entity* of any article belongs to."""
        end = self._group().get(_key(entity.label, entity.name))
        return self._identity(end) if end is not None else None

    # --- what is mentioned

    def _put_in(self, article: str, found: tuple[Entity, ...]) -> None:
        by_key: dict[Key, list[Entity]] = defaultdict(list)
        for entity in found:
            by_key[_key(entity.label, entity.name)].append(entity)
        for key, entities in by_key.items():
            uses = self._uses.setdefault(key, _Uses())
            uses.articles[article] = tuple(sorted(entities, key=lambda entity: entity.span))
            uses.names.update(entity.name for entity in entities)
            uses.forms.update(_forms(key, entities))
        self._found[article] = found
        self._places.setdefault(article, len(self._places))
        self._keys_in[article] = tuple(by_key)

    def _take_out(self, article: str) -> None:
        self._found.pop(article, None)
        for key in self._keys_in.pop(article, ()):
            uses = self._uses[key]
            entities = uses.articles.pop(article)
            uses.names -= Counter(entity.name for entity in entities)
            uses.forms -= Counter(_forms(key, entities))
            if not uses.articles:
                del self._uses[key]

    # --- who is who

    def _group(self) -> dict[Key, Key]:
        """Each name to the one it is grouped under; worked out once after each change."""
        if self._ends is None:
            self._made = {}
            self._ends = self._joined()
            self._members = defaultdict(list)
            for key, end in self._ends.items():
                self._members[end].append(key)
        return self._ends

    def _joined(self) -> dict[Key, Key]:
        together: dict[Key, list[_Uses]] = defaultdict(list)
        for key, uses in self._uses.items():
            together[self._decided.get(key, key)].append(uses)
        joins = _targets(together, {*self._decided, *self._decided.values()})
        return {key: joins[self._decided.get(key, key)] for key in self._uses}

    def _identity(self, end: Key) -> Identity:
        made = self._made.get(end)
        if made is None:
            made = self._made[end] = self._make(end)
        return made

    def _make(self, end: Key) -> Identity:
        members = self._members[end]
        parts: dict[str, list[Entity]] = defaultdict(list)
        for key in members:
            for article, entities in self._uses[key].articles.items():
                parts[article].extend(entities)
        labels = Counter(entity.label for entities in parts.values() for entity in entities)
        label = min(labels, key=lambda one: (-labels[one], one.value))
        main = [self._uses[key] for key in members if self._decided.get(key, key) == end]
        used = sorted((-self._uses[key].names.total(), _best_name([self._uses[key]])) for key in members)
        return Identity(
            self._chosen.get(end) or _best_name(main),
            label,
            {
                article: tuple(sorted(parts[article], key=lambda entity: entity.span))
                for article in sorted(parts, key=self._places.__getitem__)
            },
            tuple(name for _, name in used),
        )


def identities(
    entities: Mapping[str, Sequence[Entity]], decisions: Mapping[tuple[bool, str], str] | None = None
) -> tuple[Identity, ...]:
    """The identities among the *entities* of each article, the most mentioned first."""
    return Identities(entities, decisions).groups


def tokens_of(name: str) -> tuple[str, ...]:
    """What tells *name* from other names; a name without letters is told by its signs."""
    return key_tokens(name) or (name,)


def _key(label: EntityLabel, name: str) -> Key:
    return Key(label is EntityLabel.PER, tokens_of(name))


def _forms(key: Key, entities: Iterable[Entity]) -> list[Key]:
    forms = [_key(entity.label, entity.text) for entity in entities]
    return [form for form in forms if form != key]


def _targets(together: Mapping[Key, Sequence[_Uses]], decided: set[Key]) -> dict[Key, Key]:
    """Each key to the key whose group it joins, mostly itself."""
    names = {key: _best_name(uses) for key, uses in together.items()}
    spoken_for: dict[Key, set[Key]] = defaultdict(set)
    for key, every in together.items():
        for uses in every:
            for form in uses.forms:
                if form != key:
                    spoken_for[form].add(key)
    by_surname = _joiner(fuller_person, [name for key, name in names.items() if key.person])
    by_initials = _joiner(fuller_acronym, [name for key, name in names.items() if not key.person])
    targets: dict[Key, Key] = {}
    for key, name in names.items():
        target = key
        if key not in decided:
            claimed = spoken_for.get(key, set())
            if len(claimed) == 1:
                target = next(iter(claimed))
            elif not claimed:
                longer = (by_surname if key.person else by_initials)(name)
                target = Key(key.person, tokens_of(longer)) if longer else key
        targets[key] = target if target in together else key
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


def _best_name(every: Sequence[_Uses]) -> str:
    counts: Counter[str] = Counter()
    for uses in every:
        counts.update(uses.names)
    return min(counts, key=lambda name: (is_shouted(name), -counts[name], "-" not in name, name))
