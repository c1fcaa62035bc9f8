"""What attribution finds in a sentence: stretches somebody vouches for, and whose words a quotation holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reader.recognition.claims.conjugation import Mood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.recognition.claims.phrases.phrase import Phrase
    from reader.recognition.claims.sources.source import Source


class Manner(Enum):
    """How a stretch of the sentence is attributed."""

    CLAUSE = "clause"
    """After `que`, or an infinitive."""
    HEAD = "head"
    """Beside ``selon X``."""
    INCISE = "incise"
    """Before or around ``, a déclaré X``."""
    NOUN = "noun"
    """A reported noun: ``a annoncé le départ de…``."""
    SILENT = "silent"
    """Attributed or governed, but no claim of its own."""


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens that somebody vouches for."""

    start: int
    end: int
    manner: Manner
    source: Source | None
    cue: Phrase
    tense: Mood = Mood.PRESENT
    """Of the verb that governs it."""
    opinion: bool = False
    """Whether a verb of thinking governs it."""

    def covers(self, at: int) -> bool:
        """Whether the token at *at* stands inside."""
        return self.start <= at < self.end

    @property
    def size(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation's speaker."""

    token: int
    """The place of the quotation's token."""
    source: Source | None
    cue: Phrase | None
    sure: bool = True
    """Whether the sentence itself says so."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """All that one sentence attributes."""

    regions: tuple[Region, ...]
    words: tuple[Words, ...]


def innermost(at: int, regions: Iterable[Region]) -> Region | None:
    """The smallest of *regions* around the token at *at*; the later one of equals."""
    best: Region | None = None
    for region in regions:
        if region.covers(at) and (best is None or region.size <= best.size):
            best = region
    return best
