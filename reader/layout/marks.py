"""Marks: stretches of a text that are shown in a way of their own, and where they come from."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.layout.stretches import Stretches
from reader.model import AnchorState, Claim, ClaimStatus, Entity, EntityLabel, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from reader.model import Annotation, Mention

SLOTS = 9
"""Colours for tags that a theme gives; further slots begin anew."""


class Role(Enum):
    """What a mark says of its passage; later ones are painted over earlier ones."""

    HEADING = 0
    QUOTE = 1
    INDIRECT = 2
    CONDITIONAL = 3
    HEDGE = 4
    CUE = 5
    """The words that show a claim."""
    PERSON = 6
    PLACE = 7
    ORGANISATION = 8
    OTHER = 9
    DATE = 10
    ANNOTATION = 11
    DOUBTFUL = 12
    """An annotation that may no longer stand at its place."""
    NOTE = 13
    """An annotation with a note; a sign in the margin only."""
    LINK = 14
    LINK_START = 15
    """The passage from which a link is being drawn."""
    HIT = 16
    CURRENT_HIT = 17

    def __init__(self, number: int) -> None:
        self.bit = 1 << number
        """Its place in a mask of roles."""


CLAIMS = (Role.QUOTE, Role.INDIRECT, Role.CONDITIONAL, Role.HEDGE)

_OF_LABEL = {
    EntityLabel.PER: Role.PERSON,
    EntityLabel.LOC: Role.PLACE,
    EntityLabel.ORG: Role.ORGANISATION,
    EntityLabel.MISC: Role.OTHER,
}
_OF_STATUS = {
    ClaimStatus.QUOTE: Role.QUOTE,
    ClaimStatus.INDIRECT: Role.INDIRECT,
    ClaimStatus.CONDITIONAL: Role.CONDITIONAL,
    ClaimStatus.HEDGE: Role.HEDGE,
}


class Mark(NamedTuple):
    """One role of one passage."""

    span: Span
    role: Role
    id: str = ""
    """Of the annotation, where it is one."""
    slot: int = 0
    """The colour of the annotation's first tag, 1 to 9; 0 for what is no annotation."""


class LastingMarks(NamedTuple):
    """The marks that stay with an article, made for a stretch of it when that is painted."""

    mentions: Callable[[Span], Iterable[Mention]]
    """What was recognised at a place."""
    cues: Stretches[Span]
    """The words that show the claims among them, which may stand apart from these."""
    annotations: Callable[[Span], Iterable[Annotation]]
    slots: Mapping[str, int]
    """The colour slot of each tag."""
    linked: Collection[str]
    """Ids of the annotations that are an end of a link."""

    def touching(self, place: Span) -> list[Mark]:
        """The marks that share a letter with *place*; with the letter there, if it is empty."""
        marks = [Mark(mention.span, role_of(mention)) for mention in self.mentions(place)]
        marks += [Mark(cue, Role.CUE) for cue in self.cues.touching(place)]
        for annotation in self.annotations(place):
            marks += _annotation_marks(annotation, self.slots, annotation.id in self.linked)
        return marks


Marks: TypeAlias = "LastingMarks | Stretches[Mark]"
"""What tells the marks of a stretch of text."""


def as_marks(marks: Iterable[Mark]) -> Marks:
    """These marks, to be asked for by stretches."""
    return Stretches(marks, _span_of)


def _span_of(mark: Mark) -> Span:
    return mark.span


def marks_of(
    mentions: Iterable[Mention] = (),
    annotations: Iterable[Annotation] = (),
    slots: Mapping[str, int] | None = None,
    linked: Collection[str] = frozenset(),
) -> list[Mark]:
    """The marks that stay with an article.

    *slots* gives the colour slot of each tag, *linked* the ids of annotations that are an end
    of a link. Orphans have no place and so no mark.
    """
    marks: list[Mark] = []
    for mention in mentions:
        marks.append(Mark(mention.span, role_of(mention)))
        if isinstance(mention, Claim) and mention.cue is not None:
            marks.append(Mark(mention.cue, Role.CUE))
    for annotation in annotations:
        marks += _annotation_marks(annotation, slots or {}, annotation.id in linked)
    return marks


def role_of(mention: Mention) -> Role:
    """The role of a recognised mention."""
    if isinstance(mention, Entity):
        return _OF_LABEL[mention.label]
    if isinstance(mention, Claim):
        return _OF_STATUS[mention.status]
    return Role.DATE


def _annotation_marks(annotation: Annotation, slots: Mapping[str, int], linked: bool) -> Iterator[Mark]:
    if annotation.anchor is AnchorState.ORPHAN:
        return
    slot = slots.get(annotation.tags[0], 1) if annotation.tags else 1
    yield Mark(annotation.span, Role.ANNOTATION, annotation.id, (max(slot, 1) - 1) % SLOTS + 1)
    if annotation.anchor is AnchorState.DOUBTFUL:
        yield Mark(annotation.span, Role.DOUBTFUL, annotation.id)
    if annotation.note:
        yield Mark(annotation.span, Role.NOTE, annotation.id)
    if linked:
        yield Mark(annotation.span, Role.LINK, annotation.id)
