"""What was recognised in the open article, as far as it is shown: of the kinds wanted, and sure enough."""

from __future__ import annotations

from itertools import chain, compress
from typing import TYPE_CHECKING

from reader.layout.stretches import Stretches
from reader.model import Claim, MentionKind
from reader.text.sequences import parting

if TYPE_CHECKING:
    from reader.model import Mention, Span
    from reader.session import Suggestion

SURE = 0.5
"""Suggestions scored lower stay hidden until asked for."""
_OFF, _UNSURE, _SURE = range(3)
"""Whether a suggestion is shown: its kind is not, it is not sure enough, it is."""


class Shown:
    """Suggestions in text order; where few of them change, little is done."""

    __slots__ = (
        "_chosen_for", "_known", "_stand", "_standings", "cues", "doubtful", "hidden", "kinds", "suggestions",
    )  # fmt: skip

    def __init__(self) -> None:
        self.kinds = set(MentionKind)
        self.doubtful = False
        """Whether suggestions with a low score are shown."""
        self.suggestions: tuple[Suggestion, ...] = ()
        self.hidden = 0
        """How many are kept back as doubtful."""
        self.cues: Stretches[Span] = Stretches((), _itself)
        """The words that show the claims."""
        self._known: tuple[Suggestion, ...] = ()
        """What the session suggests, as it was last taken up; the session gives the same until it changes."""
        self._chosen_for: tuple[frozenset[MentionKind], bool] = (frozenset(), False)
        self._standings: list[int] = []
        """Of each suggestion that is known, whether it is shown."""
        self._stand: Stretches[Suggestion] = Stretches((), _place_of)

    def take_up(self, known: tuple[Suggestion, ...]) -> None:
        """Show of the suggestions *known* those that are wanted by now."""
        wanted = (frozenset(self.kinds), self.doubtful)
        if known is not self._known or wanted != self._chosen_for:
            self._choose(known, wanted)

    def _choose(self, known: tuple[Suggestion, ...], wanted: tuple[frozenset[MentionKind], bool]) -> None:
        """Choose what is shown of the suggestions *known*; those that are the same as before stay chosen."""
        before = self._known if wanted == self._chosen_for else ()
        differ = parting(before, known)
        self._known, self._chosen_for = known, wanted
        self._standings[differ.start : differ.old_end if before else None] = [
            self._standing_of(suggestion) for suggestion in known[differ.start : differ.new_end]
        ]
        self.hidden = self._standings.count(_UNSURE)
        shown = {_SURE, _UNSURE} if self.doubtful else {_SURE}
        self.suggestions = tuple(compress(known, map(shown.__contains__, self._standings)))
        self._stand = self._stand.now(self.suggestions)
        differing = (*before[differ.start : differ.old_end], *known[differ.start : differ.new_end])
        if not before or any(isinstance(suggestion.mention, Claim) for suggestion in differing):
            claims = (s.mention for s in self.suggestions if isinstance(s.mention, Claim))
            self.cues = Stretches((claim.cue for claim in claims if claim.cue is not None), _itself)

    def _standing_of(self, suggestion: Suggestion) -> int:
        if suggestion.mention.kind not in self.kinds:
            return _OFF
        sure = suggestion.mention.score >= SURE or suggestion.decision is not None
        return _SURE if sure else _UNSURE

    def has(self, suggestion: Suggestion) -> bool:
        """Whether a suggestion of any article is sure enough to be shown now, and of a kind that is."""
        standing = self._standing_of(suggestion)
        return standing == _SURE or (standing == _UNSURE and self.doubtful)

    # --- what stands where

    def at(self, place: Span) -> tuple[Suggestion, ...]:
        """The suggestions that *place* touches, shortest first."""
        return tuple(sorted(self._stand.touching(place), key=lambda s: len(s.mention.span)))

    def mentions_at(self, place: Span) -> list[Mention]:
        """The mentions that *place* touches, in text order."""
        return [suggestion.mention for suggestion in self._stand.touching(place)]

    def mention_at(self, place: Span) -> Mention | None:
        """The shortest mention at *place*."""
        there = self.at(place)
        return there[0].mention if there else None

    def open_at(self, place: Span) -> Suggestion | None:
        """The suggestion at *place* that still waits for a word: the selected one, else the shortest."""
        there = [s for s in self.at(place) if s.is_open]
        exact = next((s for s in there if s.mention.span == place), None)
        return exact or (there[0] if there else None)

    def neighbour(self, place: Span, *, forward: bool) -> Span | None:
        """The next mention after *place*, or the one before it."""
        return self._stand.after(place) if forward else self._stand.before(place)

    def next_open(self, place: Span) -> Span | None:
        """The next mention that waits for a word; where none does after *place*, the last before it."""
        order = chain(self._stand.beyond(place), self._stand.ahead_of(place))
        return next((s.mention.span for s in order if s.is_open), None)

    @property
    def made_of(self) -> object:
        """The same object until something else is shown."""
        return self._stand


def _itself(span: Span) -> Span:
    return span


def _place_of(suggestion: Suggestion) -> Span:
    return suggestion.mention.span
