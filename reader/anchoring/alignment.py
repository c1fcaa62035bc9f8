"""Which token of an older text is which token of a newer one.

Common ends are matched first, then runs that occur once on either side and rise together
(patience diff, Bram Cohen), then the gaps between them by affine-gap alignment (Gotoh 1982), which
prefers one long insertion to many short ones and so keeps a passage in one piece. What neither
side has claimed by then is matched as moved. No token is ever claimed twice.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.anchoring.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST_GAP = 60_000
"""Cells of one alignment table; a larger gap is left to the search for moved runs."""
SHINGLES = (5, 3, 2)
"""Lengths of the runs that serve as landmarks, longest first."""
SHORTEST_MOVE = 3
"""Tokens of the shortest run that is taken as moved."""

OPEN, EXTEND, OTHER = -2.0, -0.25, -1.5
"""Scores: a gap's first token, each further one, two tokens that are not alike."""


@dataclass(slots=True)
class Alignment:
    """For each older token the newer one it became, or None; and the other way round."""

    to: list[int | None]
    back: list[int | None]

    def pair(self, old: int, new: int) -> None:
        self.to[old], self.back[new] = new, old


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Match the token keys *old* with *new*."""
    alignment = Alignment([None] * len(old), [None] * len(new))
    _match(old, new, (0, len(old), 0, len(new)), alignment)
    _match_moved(old, new, alignment)
    return alignment


_Box = tuple[int, int, int, int]
"""Start and end in the older tokens, start and end in the newer ones."""


def _match(old: Sequence[str], new: Sequence[str], box: _Box, alignment: Alignment) -> None:
    work = [box]
    while work:
        box = _trimmed(old, new, work.pop(), alignment)
        a, b, c, d = box
        if a == b or c == d:
            continue
        landmarks = _landmarks(old, new, box)
        if landmarks:
            work += _between(landmarks, box)
            for i, j, length in landmarks:
                for step in range(length):
                    alignment.pair(i + step, j + step)
        elif (b - a) * (d - c) <= LARGEST_GAP:
            _match_gap(old, new, box, alignment)


def _trimmed(old: Sequence[str], new: Sequence[str], box: _Box, alignment: Alignment) -> _Box:
    """*box* without the common ends, which are matched."""
    a, b, c, d = box
    while a < b and c < d and old[a] == new[c]:
        alignment.pair(a, c)
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        alignment.pair(b, d)
    return a, b, c, d


def _between(landmarks: Sequence[tuple[int, int, int]], box: _Box) -> Iterator[_Box]:
    """The boxes before, between and after *landmarks*."""
    a, b, c, d = box
    for i, j, length in landmarks:
        yield a, i, c, j
        a, c = i + length, j + length
    yield a, b, c, d


def _landmarks(old: Sequence[str], new: Sequence[str], box: _Box) -> list[tuple[int, int, int]]:
    """Runs that occur once on either side of *box*, rising on both; (old, new, length), apart."""
    a, b, c, d = box
    for size in SHINGLES:
        once_old, once_new = _once(old, a, b, size), _once(new, c, d, size)
        pairs = sorted((i, once_new[run]) for run, i in once_old.items() if run in once_new)
        if pairs:
            return _joined(_rising(pairs), size)
    return []


def _once(keys: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """Where the runs of *size* begin that occur just once."""
    found: dict[tuple[str, ...], int] = {}
    twice = set()
    for place in range(start, end - size + 1):
        run = tuple(keys[place : place + size])
        if run in found:
            twice.add(run)
        found[run] = place
    for run in twice:
        del found[run]
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of *pairs* that rises in its second member too."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        slot = bisect_left(tails, j)
        before.append(places[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [j]
        places[slot : slot + 1] = [index]
    chain = []
    index = places[-1]
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _joined(pairs: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int, int]]:
    """Overlapping runs on one diagonal as one; what overlaps across diagonals is cut short."""
    joined: list[tuple[int, int, int]] = []
    for i, j in pairs:
        if joined:
            start_i, start_j, length = joined[-1]
            if i - start_i == j - start_j and i <= start_i + length:
                joined[-1] = (start_i, start_j, i - start_i + size)
                continue
            over = max(start_i + length - i, start_j + length - j)
            if over >= size:
                continue
            if over > 0:
                joined.append((i + over, j + over, size - over))
                continue
        joined.append((i, j, size))
    return joined


def _match_gap(old: Sequence[str], new: Sequence[str], box: _Box, alignment: Alignment) -> None:
    a, b, c, d = box
    for i, j in gap_pairs(old[a:b], new[c:d]):
        alignment.pair(a + i, c + j)


def gap_pairs(old: Sequence[str], new: Sequence[str], *, free: bool = False) -> list[tuple[int, int]]:
    """The pairs of the best affine-gap alignment that are equal or alike.

    With *free*, tokens of *new* before the first and after the last pair cost nothing (semi-global).
    """
    n, m = len(old), len(new)
    low = float("-inf")
    edge = 0.0 if free else OPEN
    step = 0.0 if free else EXTEND
    best = [0.0] + [edge + step * k for k in range(m)]
    up = [low] * (m + 1)
    trace: list[bytearray] = []
    for i in range(1, n + 1):
        token = old[i - 1]
        diagonal = best[0]
        best[0] = OPEN + EXTEND * (i - 1)
        left = low
        row = bytearray(m + 1)
        for j in range(1, m + 1):
            opened, extended = best[j] + OPEN, up[j] + EXTEND
            way = 0
            if extended > opened:
                above, way = extended, 4
            else:
                above = opened
            up[j] = above
            opened, extended = best[j - 1] + OPEN, left + EXTEND
            if extended > opened:
                left = extended
                way |= 8
            else:
                left = opened
            other = new[j - 1]
            score = diagonal + (_weight(token) if token == other else _likeness(token, other))
            diagonal = best[j]
            if score >= above and score >= left:
                best[j] = score
            elif above >= left:
                best[j] = above
                way |= 1
            else:
                best[j] = left
                way |= 2
            row[j] = way
        trace.append(row)
    end = max(range(m + 1), key=best.__getitem__) if free else m
    return _traced(old, new, trace, end)


def _traced(
    old: Sequence[str], new: Sequence[str], trace: Sequence[bytearray], end: int
) -> list[tuple[int, int]]:
    pairs = []
    i, j, mode = len(old), end, 0
    while i > 0 and j > 0:
        way = trace[i - 1][j]
        mode = mode or way & 3
        if mode == 0:
            i, j = i - 1, j - 1
            score = _weight(old[i]) if old[i] == new[j] else _likeness(old[i], new[j])
            if score > 0:
                pairs.append((i, j))
        elif mode == 1:
            mode = 1 if way & 4 else 0
            i -= 1
        else:
            mode = 2 if way & 8 else 0
            j -= 1
    return pairs[::-1]


def _weight(key: str) -> float:
    return 2.0 if is_word(key) else 0.75


@lru_cache(maxsize=200_000)
def _likeness(one: str, other: str) -> float:
    """More than 0 for two spellings of a word, by the longest common ends."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 3 or len(longer) > 2 * len(shorter) or not (is_word(one) and is_word(other)):
        return OTHER
    head = 0
    while head < len(shorter) and shorter[head] == longer[head]:
        head += 1
    tail = 0
    while tail < len(shorter) - head and shorter[-1 - tail] == longer[-1 - tail]:
        tail += 1
    return 1.0 if (head + tail) / len(longer) >= 0.6 else OTHER


def _match_moved(old: Sequence[str], new: Sequence[str], alignment: Alignment) -> None:
    """Match unclaimed runs with unclaimed runs elsewhere, the longest first."""
    for size in (8, SHORTEST_MOVE):
        places = _unclaimed_runs(new, alignment.back, size)
        found = []
        for run, starts in _unclaimed_runs(old, alignment.to, size).items():
            if len(starts) == 1 and len(places.get(run, ())) == 1:
                found.append((starts[0], places[run][0]))
        for i, j in found:
            _claim(old, new, i, j, alignment)


def _unclaimed_runs(
    keys: Sequence[str], claims: Sequence[int | None], size: int
) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    free = 0
    for place, claim in enumerate(claims):
        free = free + 1 if claim is None else 0
        if free >= size:
            run = tuple(keys[place - size + 1 : place + 1])
            if any(map(is_word, run)):
                found.setdefault(run, []).append(place - size + 1)
    return found


def _claim(old: Sequence[str], new: Sequence[str], i: int, j: int, alignment: Alignment) -> None:
    """Match the unclaimed run around *i* and *j* as far as it goes."""
    to, back = alignment.to, alignment.back
    if to[i] is not None or back[j] is not None:
        return
    first, start = i, j
    while first > 0 and start > 0 and old[first - 1] == new[start - 1]:
        if to[first - 1] is not None or back[start - 1] is not None:
            break
        first, start = first - 1, start - 1
    while first < len(old) and start < len(new) and old[first] == new[start]:
        if to[first] is not None or back[start] is not None:
            break
        alignment.pair(first, start)
        first, start = first + 1, start + 1
