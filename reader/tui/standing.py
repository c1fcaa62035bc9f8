"""The annotations of the open article: those that stand somewhere in it, and those that lost their words."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from reader.layout.stretches import Stretches
from reader.model import AnchorState

if TYPE_CHECKING:
    from reader.model import Annotation, Span


class Standing:
    """Annotations in text order, asked by place."""

    __slots__ = ("_known", "_stand", "annotations", "lost")

    def __init__(self) -> None:
        self.annotations: tuple[Annotation, ...] = ()
        self.lost: tuple[Annotation, ...] = ()
        """Those whose words are gone from the article."""
        self._known: tuple[Annotation, ...] = ()
        self._stand: Stretches[Annotation] = Stretches((), attrgetter("span"))

    def take_up(self, known: tuple[Annotation, ...]) -> None:
        """Tell the annotations *known* apart; the session gives the same until one changes."""
        if known is self._known:
            return
        self._known = known
        self.annotations, self.lost = known, ()
        if AnchorState.ORPHAN in map(attrgetter("anchor"), known):
            self.annotations = tuple(a for a in known if a.anchor is not AnchorState.ORPHAN)
            self.lost = tuple(a for a in known if a.anchor is AnchorState.ORPHAN)
        self._stand = self._stand.now(self.annotations)

    def touching(self, place: Span) -> list[Annotation]:
        """The annotations that *place* touches, in text order."""
        return self._stand.touching(place)

    def at(self, place: Span) -> tuple[Annotation, ...]:
        """The annotations that *place* touches, shortest first."""
        return tuple(sorted(self._stand.touching(place), key=lambda a: (len(a.span), a.span.start, a.id)))

    def on(self, place: Span) -> Annotation | None:
        """The annotation on exactly *place*."""
        return next((a for a in self._stand.touching(place) if a.span == place), None)

    @property
    def made_of(self) -> object:
        """The same object until an annotation is another."""
        return self._stand
