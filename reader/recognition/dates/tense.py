"""Which way the verb around an expression points: news is told in the past unless a word says otherwise."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.dates.context import Tense
from reader.recognition.dates.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Span

WINDOW = 160
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")


class Cues(NamedTuple):
    """Patterns of folded text that show the tense, and what separates clauses."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    borders: re.Pattern[str]
    since: re.Pattern[str]
    """What stands right before a point in the past."""


@cache
def cues(language: str) -> Cues:
    """The cues of a language with words of its own; its ``tense`` table."""
    table = {name: "|".join(pieces) for name, pieces in words(language).lists("tense").items()}
    future = rf"\b(?:{table['future_words']})\b"
    past = rf"\b(?:{table['past_words']})\b|\b[a-z]{{2,14}}(?:{table['past_endings']})\b"
    if table["future_endings"]:
        future += rf"|\b(?!(?:{table['not_future']})\b)[a-z]{{1,14}}(?:{table['future_endings']})\b"
    if table["past_auxiliaries"]:
        between = r"(?:[a-z']{1,12} ){0,3}[a-z']{2,16}"
        past += rf"|\b(?:{table['past_auxiliaries']}) {between}(?:{table['participle_endings']})\b"
    borders = rf"[,;:()«»\"“”]| (?:{table['borders']}) "
    since = rf"\b(?:{table['since']}) (?:[a-z']{{1,5}} ?){{0,3}}$"
    return Cues(re.compile(future), re.compile(past), re.compile(borders), re.compile(since))


def tense_finder(folded: str, language: str) -> Callable[[Span], Tense]:
    """A function telling the tense at a span of *folded*."""

    def tense_at(span: Span) -> Tense:
        before = folded[max(0, span.start - WINDOW) : span.start]
        if cues(language).since.search(before[-24:]):
            return Tense.PAST
        after = folded[span.end : span.end + WINDOW]
        cut = 0
        for end in _SENTENCE_END.finditer(before):
            cut = end.end()
        stop = _SENTENCE_END.search(after)
        return _nearest(before[cut:], after[: stop.start()] if stop else after, cues(language))

    return tense_at


def _nearest(before: str, after: str, found: Cues) -> Tense:
    """The clause first, then the sentence."""
    borders = found.borders
    left = max((b.end() for b in borders.finditer(before)), default=0)
    right = borders.search(after)
    clause = (before[left:], after[: right.start()] if right else after)
    for near_before, near_after in (clause, (before, after)):
        ahead = _distance(found.future, near_before, near_after)
        back = _distance(found.past, near_before, near_after)
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
