"""What a recogniser is; nothing here recognises anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Article, Claim, Entity, Mention


class Recogniser(Protocol):
    """A pure function of an article, with a name and a version for whoever keeps its results."""

    @property
    def name(self) -> str:
        """Short and lasting: it stands in exports as the origin of a mention."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same text could give other mentions."""
        ...

    def __call__(self, article: Article) -> Iterable[Mention]:
        """The mentions in *article*, in any order, overlaps unresolved."""
        ...


class ClaimSource(Protocol):
    """A recogniser that reads who says what, and so wants to know who is named."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def __call__(self, article: Article, entities: Sequence[Entity] = ()) -> Iterable[Claim]:
        """The claims in *article*, given its *entities* with their canonical names."""
        ...
