"""Who is who in a folder of which nothing but the names is held."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING

from reader.model import Entity, EntityLabel, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.search.identity import Identities


class NamesOnly:
    """Counts how often each name is written in which way: no more is needed to tell what it stands for."""

    def __init__(self, decisions: Mapping[tuple[bool, str], str]) -> None:
        """*decisions*: as ``Identities`` takes them."""
        self._decisions = decisions
        self._counts: Counter[tuple[EntityLabel, str, str]] = Counter()

    def add(self, entities: Iterable[Entity]) -> None:
        """Take in what one article names; before the first is asked for."""
        self._counts.update((entity.label, entity.name, entity.text) for entity in entities)

    def name_of(self, entity: Entity) -> str:
        """The name that the whole folder has for what *entity* is a mention of."""
        identity = self._identities.of(entity)
        return entity.name if identity is None else identity.name

    @cached_property
    def _identities(self) -> Identities:
        from reader.search.identity import Identities

        mentions = chain.from_iterable(
            repeat(Entity(Span(0, len(text)), text, label, name), count)
            for (label, name, text), count in self._counts.items()
        )
        return Identities({"": tuple(mentions)}, self._decisions)
