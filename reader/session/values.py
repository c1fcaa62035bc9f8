"""What a session tells its listeners and its askers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from reader.annotations.changes import Change
    from reader.annotations.writer import SaveStatus
    from reader.model import Decision, Mention, Progress, ReferenceDate, Span


@dataclass(frozen=True, slots=True)
class Changed:
    """The state changed; rows of these articles, or any links or tags, may look different."""

    change: Change


@dataclass(frozen=True, slots=True)
class ForeignChanges:
    """Another window wrote to the same store; hand them to ``Session.receive``."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SaveChanged:
    """What is on disk changed."""

    status: SaveStatus


Event: TypeAlias = Changed | ForeignChanges | SaveChanged


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the article list."""

    id: str
    title: str
    reference: ReferenceDate | None
    language: str
    characters: int
    progress: Progress
    annotations: int
    links: int
    mentions: int | None = None
    """None until the article was recognised."""
    problem: str = ""
    """Why it cannot be read, if so."""
    is_read: bool = True
    """Whether its file was looked into: if not, title, date and language are not known yet."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A recognised mention and what was decided about it."""

    mention: Mention
    decision: Decision | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a person's word."""
        return self.decision is None


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an article, wherever the reader is now."""

    article: str
    span: Span
