"""The values everything speaks in: articles, spans, mentions, annotations, links.

Frozen and slotted; no file, no screen, no clock. Every offset is a Unicode code
point into ``Article.text``, half-open: ``text[span.start:span.end] == quote``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from reader.errors import SpanError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"There is no passage from {self.start} to {self.end}.")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is a value even when it is empty."""
        return True

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words it stands for in *text*.

        Raises SpanError where it reaches beyond the text.
        """
        if self.end > len(text):
            raise SpanError(f"The passage {self.start} to {self.end} reaches beyond a text of {len(text)}.")
        return text[self.start : self.end]


# --- articles ---------------------------------------------------------------


class ReferenceOrigin(Enum):
    """How an article's reference date was found, strongest first."""

    USER = "user"
    HEADER = "header"
    FILE_NAME = "file name"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class ReferenceDate:
    """The day against which *hier* or *la semaine suivante* are read."""

    date: str
    """ISO 8601, to the day: ``2025-10-16``."""
    origin: ReferenceOrigin
    span: Span | None = None
    """Where the text says it, if it does."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article that was found but not yet read."""

    id: str
    """Path relative to the opened folder, with ``/``; several roots prefix the root's name."""
    path: Path


@dataclass(frozen=True, slots=True)
class Article:
    """One decoded article. The file itself is never written."""

    id: str
    path: Path
    text: str
    sha256: str
    """Of the text in UTF-8, hexadecimal."""
    title: str
    """First heading or first words; never empty."""
    headings: tuple[Span, ...] = ()
    """Lines that are headings, without their line ends, in text order."""
    reference: ReferenceDate | None = None
    language: str = "und"
    """BCP 47 primary tag: ``fr``, ``en``, …, or ``und``."""
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    """What the reader should know about the file, in plain words (a fallback encoding, say)."""


# --- mentions ---------------------------------------------------------------


class MentionKind(Enum):
    """The three families of mention; each can be shown or hidden."""

    ENTITY = "entity"
    DATE = "date"
    CLAIM = "claim"


class EntityLabel(Enum):
    """The four labels of CoNLL-2003."""

    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"
    MISC = "MISC"


class TimexKind(Enum):
    """TIMEX3's types, and RANGE for an explicit two-ended interval."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"
    RANGE = "RANGE"


class ClaimStatus(Enum):
    """How a claim is vouched for."""

    QUOTE = "quote"
    INDIRECT = "indirect"
    CONDITIONAL = "conditional"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as it stands in the text."""

    span: Span
    text: str
    label: EntityLabel
    name: str
    """Canonical name: ``Donald Trump`` for ``Trump``."""
    score: float = 1.0
    """Confidence from 0 to 1."""
    recogniser: str = ""

    @property
    def kind(self) -> MentionKind:
        return MentionKind.ENTITY

    @property
    def tag(self) -> str:
        """The tag it gets when it is accepted."""
        return self.label.value


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression with its TIMEX3 value."""

    span: Span
    text: str
    type: TimexKind
    value: str
    """TIMEX3 (``2025-10-17``, ``PT2H30M``); empty where the text leaves it open; ``start/end`` of a RANGE."""
    mod: str | None = None
    """TIMEX3 modifier: APPROX, START, MID, END, BEFORE, AFTER, MORE_THAN, LESS_THAN."""
    anchor: Span | None = None
    """The expression of the text it is reckoned from, if any."""
    reference: str | None = None
    """The ISO date it was reckoned against, if any."""
    reason: str = ""
    """How the value was reached, for a person: ``the day after 16 octobre 2025 (line 1)``."""
    score: float = 1.0
    recogniser: str = ""

    @property
    def kind(self) -> MentionKind:
        return MentionKind.DATE

    @property
    def tag(self) -> str:
        return self.type.value


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that somebody vouches for, or that the author marks as unsure."""

    span: Span
    text: str
    status: ClaimStatus
    source: str | None
    """Canonical name of who says it; None where it is withheld or is the author."""
    cue: Span | None = None
    """The words that show it."""
    score: float = 1.0
    recogniser: str = ""

    @property
    def kind(self) -> MentionKind:
        return MentionKind.CLAIM

    @property
    def tag(self) -> str:
        return self.status.value


Mention: TypeAlias = Entity | Timex | Claim


# --- annotations ------------------------------------------------------------

HAND = "hand"
"""The origin of what a person marked without a suggestion."""


class AnchorState(Enum):
    """How sure we are where an annotation stands in the article as it is now."""

    EXACT = "exact"
    MOVED = "moved"
    DOUBTFUL = "doubtful"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A tagged passage, with what is needed to find it again (W3C Web Annotation selectors)."""

    id: str
    article: str
    article_sha256: str
    span: Span
    quote: str
    prefix: str
    """Up to 32 characters before the quote."""
    suffix: str
    """Up to 32 characters after the quote."""
    tags: tuple[str, ...]
    note: str
    creator: str
    created: str
    """RFC 3339, UTC."""
    modified: str
    origin: str = HAND
    """``hand``, or the name of the recogniser that proposed it."""
    anchor: AnchorState = AnchorState.EXACT

    def __post_init__(self) -> None:
        if len(self.quote) != len(self.span) or not self.quote:
            raise SpanError(f"Annotation {self.id}: its quote does not fill its span.")


@dataclass(frozen=True, slots=True)
class Link:
    """A directed relation between two annotations."""

    id: str
    relation: str
    source: str
    """Annotation id."""
    target: str
    """Annotation id."""
    note: str
    creator: str
    created: str
    modified: str

    def __post_init__(self) -> None:
        if self.source == self.target:
            raise SpanError("A passage cannot be linked with itself.")


RELATIONS = ("same-event", "updates", "contradicts", "planned-happened", "same-claim", "background")
"""The relations every store knows; people add their own."""


FAVOURITES = 9
"""Tags that a key sets: 1 to 9."""
TAG_COLOURS = 9
"""Slots for which a theme has a colour of its own."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An entry of the codebook."""

    name: str
    colour: int
    """Colour slot, from 1: the theme says which colour that is, and begins anew after ``TAG_COLOURS``."""
    favourite: int | None = None
    """The key that sets it, from 1 to ``FAVOURITES``."""
    description: str = ""


class DecisionAction(Enum):
    """What a person decided about something the program proposed."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    RELABELLED = "relabelled"
    REFERENCE = "reference"
    MERGED = "merged"
    """The name in ``quote`` is to be known as that in ``value``, in the whole folder."""
    SPLIT = "split"
    """The name in ``quote`` is nobody else's, in the whole folder."""
    SOURCE = "source"
    """``value`` says who vouches for a claim; empty: it is the author, or withheld."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word about a suggestion, a name, or an article's reference date."""

    id: str
    article: str
    """Empty where it holds for a name in the whole folder; then ``quote`` is that name."""
    action: DecisionAction
    span: Span | None = None
    quote: str = ""
    kind: MentionKind | None = None
    label: str = ""
    """The label that was proposed."""
    value: str = ""
    """The label, date, name or source that was decided instead."""
    creator: str = ""
    created: str = ""
    score: float | None = None
    """The confidence of what was proposed, from 0 to 1, where it was kept."""
    article_sha256: str = ""
    """The text it was decided on, where that was kept."""


class Progress(Enum):
    """How far an article was read."""

    UNREAD = "unread"
    IN_PROGRESS = "in progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What the store remembers of an article."""

    id: str
    progress: Progress = Progress.UNREAD
    position: int = 0
    """Offset of the reading cursor."""
    sha256: str = ""
    """The text the position points into."""
    read_to_end: bool = False
    """Whether its last sentence was reached; that it is done a person says."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything recognised in one article, in text order."""

    entities: tuple[Entity, ...] = ()
    dates: tuple[Timex, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = field(default=())
    """One plain sentence for each recogniser that failed."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All of them by start, longer first."""
        every: list[Mention] = [*self.entities, *self.dates, *self.claims]
        return tuple(sorted(every, key=lambda m: (m.span.start, -m.span.end, m.kind.value)))
