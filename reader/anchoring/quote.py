"""Finds a passage by its quote, context and old place alone, where the annotated text was not kept.

The quote with its context is aligned with the most promising places of the text (semi-global, affine
gaps). Two rules keep a passage off its look-alikes: no number or name of the quote may have become another
one, and a short quote, which may stand anywhere, counts only beside its context.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.anchoring.alignment import gap_pairs
from reader.anchoring.tokens import is_word, tokenise
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.anchoring.tokens import Tokens

CANDIDATES = 6
"""Places looked at closely."""
SPEAKS_FOR_ITSELF = 150
"""Worth (see ``_worth``) from which on a quote needs no context: about seven words."""
END = 600
"""Characters of a long quote's ends that are aligned."""
ONE_SIDE, BOTH_SIDES = 0.8, 0.6
"""How much of the context on one side, or else in all, a shorter quote needs."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """Prefix, quote and suffix as tokens in one row."""

    keys: tuple[str, ...]
    first: int
    """Where the quote begins."""
    last: int
    """Behind the quote's last token."""
    telling: frozenset[int]
    """The numbers and names."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A place where the quote may be."""

    score: float
    share: float
    span: Span


def by_quote(quote: str, prefix: str, suffix: str, start: int, text: str) -> tuple[Span | None, float]:
    """Where *quote* most probably is in *text*, and which share of it is there (0 to 1).

    *start* is where it stood; of places that are equally good the nearest wins.
    """
    if len(quote) > 3 * END:
        return _by_ends(quote, prefix, suffix, start, text)
    sought = _sought(quote, prefix, suffix)
    tokens = tokenise(text)
    if sought.first == sought.last or not len(tokens):
        return None, 0.0
    weighed = (_weighed(sought, tokens, text, place) for place in _candidates(sought, tokens, start))
    found = [each for each in weighed if each is not None]
    if not found:
        return None, 0.0
    best = max(found, key=lambda each: each.score - min(abs(each.span.start - start), 4000) / 8000)
    return best.span, best.share


def _by_ends(quote: str, prefix: str, suffix: str, start: int, text: str) -> tuple[Span | None, float]:
    """A long quote by its two ends: aligning all of it would take the square of its length."""
    head, head_share = by_quote(quote[:END], prefix, quote[END : END + 32], start, text)
    behind = start + len(quote) - END
    tail, tail_share = by_quote(quote[-END:], quote[-END - 32 : -END], suffix, behind, text)
    if head is None or tail is None or not len(quote) / 2 <= tail.end - head.start <= len(quote) * 2:
        return None, 0.0
    return Span(head.start, tail.end), min(head_share, tail_share)


def _sought(quote: str, prefix: str, suffix: str) -> _Sought:
    before, middle, after = ([*_telling(part)] for part in (prefix, quote, suffix))
    # The outermost token of a context is mostly cut in two.
    row = [*before[1:], *middle, *after[:-1]]
    first = len(before[1:])
    telling = (i for i, (_, is_telling) in enumerate(row) if is_telling)
    return _Sought(tuple(key for key, _ in row), first, first + len(middle), frozenset(telling))


def _telling(text: str) -> Iterator[tuple[str, bool]]:
    """The token keys of *text*, and whether each is telling."""
    tokens = tokenise(text)
    for key, start in zip(tokens.keys, tokens.starts, strict=True):
        yield key, _is_telling(text, start, key)


def _is_telling(text: str, start: int, key: str) -> bool:
    """Whether the token at *start* is a number or looks like a name."""
    return key.isdecimal() or (text[start].isupper() and len(key) > 2)


def _candidates(sought: _Sought, tokens: Tokens, start: int) -> list[int]:
    """Places (token indexes) where the quote may begin, the most promising first."""
    wanted: dict[str, list[int]] = {}
    for offset, key in enumerate(sought.keys):
        if is_word(key):
            wanted.setdefault(key, []).append(offset - sought.first)
    votes: dict[int, float] = {}
    common: dict[str, int] = {}
    for key in tokens.keys:
        if key in wanted:
            common[key] = common.get(key, 0) + 1
    for place, key in enumerate(tokens.keys):
        if key in wanted and len(wanted[key]) <= 8:
            for offset in wanted[key]:
                origin = place - offset
                votes[origin] = votes.get(origin, 0.0) + len(key) / (1 + common[key]) ** 0.5
    return _best_apart(votes, tokens, start, max(2, (sought.last - sought.first) // 4))


def _best_apart(votes: dict[int, float], tokens: Tokens, start: int, width: int) -> list[int]:
    def near(origin: int) -> int:
        return abs(tokens.starts[min(max(origin, 0), len(tokens) - 1)] - start)

    chosen: list[int] = []
    taken: set[int] = set()
    for origin in sorted(votes, key=lambda o: (-votes[o], near(o))):
        if origin // width in taken:
            continue
        taken.update((origin // width - 1, origin // width, origin // width + 1))
        chosen.append(origin)
        if len(chosen) == CANDIDATES:
            break
    return chosen


def _weighed(sought: _Sought, tokens: Tokens, text: str, origin: int) -> _Found | None:
    """The quote aligned around *origin*; None where that is a look-alike, or too little of it."""
    room = max(12, len(sought.keys) // 3)
    low = max(0, origin - sought.first - room)
    high = min(len(tokens), origin - sought.first + len(sought.keys) + room)
    if high <= low:
        return None
    pairs = {i: low + j for i, j in gap_pairs(sought.keys, tokens.keys[low:high], free=True)}
    inside = [i for i in pairs if sought.first <= i < sought.last]
    if not inside:
        return None
    first, last = _borders(sought, pairs, inside)
    if _is_lookalike(sought, pairs, inside, tokens, text):
        return None
    worth = _worth(sought.keys, range(sought.first, sought.last))
    share = _worth(sought.keys, inside) / worth
    sides = range(sought.first), range(sought.last, len(sought.keys))
    whole = [_worth(sought.keys, side) for side in sides]
    there = [_worth(sought.keys, [i for i in side if i in pairs]) for side in sides]
    if worth < SPEAKS_FOR_ITSELF and not _is_supported(whole, there):
        return None
    return _Found(10 * share + sum(there) / 10, share, Span(tokens.starts[first], tokens.ends[last]))


def _is_supported(whole: Sequence[int], there: Sequence[int]) -> bool:
    """Whether enough of the context is there; a quote without any supports itself."""
    if not sum(whole):
        return True
    one_side = any(
        part and part / all_of_it >= ONE_SIDE for part, all_of_it in zip(there, whole, strict=True)
    )
    return one_side or sum(there) / sum(whole) >= BOTH_SIDES


def _is_lookalike(
    sought: _Sought, pairs: dict[int, int], inside: Sequence[int], tokens: Tokens, text: str
) -> bool:
    """Whether a number or name of the quote has become another one."""
    for i in sought.telling.difference(pairs):
        before = max((k for k in pairs if k < i), default=None)
        behind = min((k for k in pairs if k > i), default=None)
        low = pairs[before] + 1 if before is not None else pairs[inside[0]]
        high = pairs[behind] if behind is not None else pairs[inside[-1]] + 1
        between = range(low, min(high, low + 8))
        if any(_is_telling(text, tokens.starts[j], tokens.keys[j]) for j in between):
            return True
    return False


def _borders(sought: _Sought, pairs: dict[int, int], inside: Sequence[int]) -> tuple[int, int]:
    """First and last token of the quote, reaching out to the matched context where its ends changed."""
    first, last = pairs[inside[0]], pairs[inside[-1]]
    if inside[0] > sought.first and sought.first - 1 in pairs:
        first = pairs[sought.first - 1] + 1
    if inside[-1] < sought.last - 1 and sought.last in pairs:
        last = pairs[sought.last] - 1
    return first, last


def _worth(keys: Sequence[str], places: Sequence[int]) -> int:
    """How much tokens weigh: a word by its letters, a sign hardly."""
    return sum(len(keys[i]) * 4 if is_word(keys[i]) else 1 for i in places)
