"""Which way the verb around an expression points: news is told in the past unless a word says otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.recognition.dates.context import Tense

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Span

WINDOW = 160
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns of folded text that show the tense."""

    future: str
    past: str
    borders: str
    """What separates clauses."""


FRENCH = Cues(
    future=r"\b(?!(?:camera|opera|extra|ultra|contra|sahara|agora|aura(?= de)|caldera|mascara|tiara|para|infra|supra|sierra|terra|"
    r"guerra|era|ora|libra|cobra|zebra|flora|gera|riviera|kara|sara|dora|nora|laura|clara|zara|front|affront|moura|tora|integra)\b)"
    r"[a-z]{1,14}r(?:a|ont)\b|\b(?:doit|doivent|devrai(?:t|ent)|va|vont|prevue?s?|attendue?s?|programmee?s?|fixee?s?|annoncee? pour"
    r"|prochaine?s?|prochainement|a venir|futur|sera|seront|aura lieu|reportee?s? (?:au|a)|rendez-vous|convoquee?s?|d'ici)\b"
    r"|\b(?!(?:portrait|retrait|extrait|attrait|trait|etait|parait|apparait|disparait)\b)[a-z]{2,14}rai(?:t|ent)\b",
    past=r"\b(?:a|ont|est|sont|avait|avaient|etait|etaient|fut|furent|s'est|se sont|n'a|n'est|ayant|eu) (?:[a-z']{1,12} ){0,3}"
    r"[a-z']{2,16}(?:e|ee|es|ees|i|ie|is|it|ies|u|ue|us|ues|rt|rte|rts|ert|erte|ort)\b|\b(?:avait|avaient|etait|etaient|dernier|derniere"
    r"|fut|furent|survenue?s?|eut|hier)\b|\b[a-z]{3,14}(?:ait|aient|erent|irent)\b",
    borders=r"[,;:()«»\"“”]| (?:qui|que|qu'|mais|dont|alors que|tandis que|et) ",
)
ENGLISH = Cues(
    future=r"\b(?:will|won't|shall|'ll|going to|to be|scheduled|expected|planned|plans? to|due|set to|upcoming|next|would|should|may)\b",
    past=r"\b(?:was|were|had|did|has|have|said|told|took|went|came|made|got|ago|last)\b|\b[a-z]{2,14}ed\b",
    borders=r"[,;:()\"“”]| (?:which|who|that|but|while|and) ",
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def tense_finder(folded: str, cues: Cues) -> Callable[[Span], Tense]:
    """A function telling the tense at a span of *folded*."""

    def tense_at(span: Span) -> Tense:
        before = folded[max(0, span.start - WINDOW) : span.start]
        after = folded[span.end : span.end + WINDOW]
        cut = 0
        for end in _SENTENCE_END.finditer(before):
            cut = end.end()
        stop = _SENTENCE_END.search(after)
        return _nearest(before[cut:], after[: stop.start()] if stop else after, cues)

    return tense_at


def _nearest(before: str, after: str, cues: Cues) -> Tense:
    """The clause first, then the sentence."""
    borders = _compiled(cues.borders)
    left = max((b.end() for b in borders.finditer(before)), default=0)
    right = borders.search(after)
    clause = (before[left:], after[: right.start()] if right else after)
    for near_before, near_after in (clause, (before, after)):
        ahead = _distance(_compiled(cues.future), near_before, near_after)
        back = _distance(_compiled(cues.past), near_before, near_after)
        if ahead is not None and (back is None or ahead <= back):
            return Tense.FUTURE
        if back is not None:
            return Tense.PAST
    return Tense.UNKNOWN


def _distance(cue: re.Pattern[str], before: str, after: str) -> int | None:
    """Characters to the nearest match on either side."""
    best: int | None = None
    for match in cue.finditer(before):
        best = len(before) - match.end()
    first = cue.search(after)
    if first is not None and (best is None or first.start() < best):
        best = first.start()
    return best
