"""A verb with its auxiliary as a place in a sentence, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from reader.recognition.claims.conjugation import Mood

_FINITE = (Mood.PRESENT, Mood.PAST, Mood.FUTURE, Mood.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliary, as places in the sentence's tokens."""

    start: int
    """The auxiliary, or the verb itself; clitics are left outside."""
    end: int
    """After its last word."""
    lemma: str
    classes: frozenset[str]
    tense: Mood
    """That of the finite part: PAST for a compound past too."""
    negated: bool = False
    passive: bool = False
    bare: bool = False
    """A participle without any auxiliary: ``qualifié de``."""
    inverted: int = -1
    """The place of ``-t-il``, if the subject stands there."""
    ahead: bool = False
    """Whether it is still to come: ``devrait annoncer``, ``va préciser``."""

    @property
    def finite(self) -> bool:
        return self.tense in _FINITE and not self.bare
