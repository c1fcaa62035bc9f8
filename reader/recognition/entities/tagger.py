"""Labels the tokens of a text with a linear-chain CRF, in plain Python and fast.

The weights of everything that depends on one word are added up once per word and place
(here, one or two to the left or right), those of three neighbouring classes once per triple. All
the labels' weights stand side by side in one long integer, 16 bits each, so that one addition
adds them all. Viterbi runs in whole numbers, and only from a token where a name may
begin to the token where *outside* has won again.
"""

from __future__ import annotations

from itertools import pairwise
from math import exp
from operator import add
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.casing import recase
from reader.recognition.entities.consistency import agree, split_lists, without_address
from reader.recognition.entities.context_features import context_attributes
from reader.recognition.entities.features import Word, class_attributes
from reader.recognition.entities.modelfile import CLASSES, LABELS
from reader.recognition.entities.tokens import PARAGRAPH, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.recognition.entities.modelfile import Model

Vector = tuple[int, ...]
"""A whole number for each label, in the order of ``LABELS``: O, E-*, S-*, B-*, I-*."""

SINGLE, BEGIN, INSIDE = 5, 9, 13
"""The first S-*, B-* and I-*; the first E-* is 1. After a label below ``BEGIN`` no name is open."""
LANES = Struct(f"<{len(LABELS)}H2x")
BIAS = sum(1 << (16 * lane + 15) for lane in range(len(LABELS) + 1))
"""Added before unpacking, because a lane may be negative and a 16-bit field may not."""
NEVER = -(1 << 40)

LEAD_OPEN = 6.0
"""So far ahead (in log odds) of a name that has begun, *outside* has won."""
LEAD_CLOSED = 1.5
"""The same for a name that ends here: it has yet to pay for coming back outside."""
DOUBT = 3.0
"""A name that won by less may be overruled by the rest of the article."""
SLOPE, SHIFT = 0.357, -0.277
LONGEST_STRETCH = 5_000
"""Tokens after which *outside* wins in any case: what goes on like that is no text and fills the memory."""
MOST_WORDS = 60_000
"""So many words are kept fused before the store of them starts anew."""


class Tagged(NamedTuple):
    """A name found in a text: offsets, label and confidence from 0 to 1."""

    start: int
    end: int
    label: str
    score: float


class Fused:
    """A word with the packed sums of its weights in each place."""

    __slots__ = ("here", "kind", "left", "left2", "right", "right2", "word")

    def __init__(self, word: Word, here: int, left: int, right: int, left2: int, right2: int) -> None:
        self.word = word
        self.kind = word.kind
        self.here = here
        self.left, self.right, self.left2, self.right2 = left, right, left2, right2
        """What the word gives to the token after it, before it, two after it, two before it."""


class Tagger:
    """The decoder of one model. Keeps what it works out about words; safe to call again and again."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._roles = model.roles
        self._packed: dict[int, int] = {}
        self._words: dict[str, Fused] = {}
        self._triples: dict[tuple[str, str, str], int] = {}
        self._context: dict[str, int] = {}
        rows = self._rows = [[round(weight / model.scale) for weight in row] for row in model.transitions]
        columns = [tuple(row[b] for row in rows) for b in range(len(LABELS))]
        self._into = [column[:BEGIN] for column in columns]
        self._starts = self._into[SINGLE:INSIDE]
        self._from_outside = tuple(rows[0])
        self._open = [
            (
                b,
                BEGIN + (b - 1) % 4,
                INSIDE + (b - 1) % 4,
                rows[BEGIN + (b - 1) % 4][b],
                rows[INSIDE + (b - 1) % 4][b],
            )
            for b in (*range(1, SINGLE), *range(INSIDE, len(LABELS)))
        ]
        """For each E-* and I-*: the label, the B-* and I-* before it, and the weights from them."""
        self._lead_open = round(LEAD_OPEN / model.scale)
        self._lead_closed = round(LEAD_CLOSED / model.scale)
        self._doubt = round(DOUBT / model.scale)
        self._floor = rows[0][0] - max(rows[0][SINGLE:INSIDE]) - self._lead_open
        """A token that gains less than this over *outside* by any S-* or B-* begins no name."""

    def tag(self, text: str) -> list[Tagged]:
        """The names in *text*, in order, none overlapping."""
        tokens, starts = tokenise(text)
        scale = self._model.scale
        return [
            Tagged(
                starts[first], starts[last] + len(tokens[last]), CLASSES[label], confidence(margin * scale)
            )
            for first, last, label, margin in self.decode(recase(tokens, self._model.lexicon))
        ]

    def decode(self, tokens: Sequence[str]) -> list[tuple[int, int, int, int]]:
        """First and last token, label and margin of each name."""
        fused = self._fuse(tokens)
        words = [one.word for one in fused]
        context = context_attributes(words, self._model.lexicon)
        edge = self._fused(PARAGRAPH)
        found: list[tuple[int, int, int, int]] = []
        stretch: list[Vector] = []
        scores: list[Vector] = []
        triples, floor, unpack = self._triples, self._floor, LANES.unpack
        before2 = before = edge
        for at, (one, after, after2) in enumerate(
            zip(fused, [*fused[1:], edge], [*fused[2:], edge, edge], strict=False)
        ):
            key = (before.kind, one.kind, after.kind)
            triple = triples.get(key)
            if triple is None:
                triple = self._triple(key)
            packed = one.here + before.left + after.right + before2.left2 + after2.right2 + triple
            before2, before = before, one
            if at in context:
                packed += self._sum_context(context[at])
            vector = unpack(packed.to_bytes(36, "little"))
            if stretch:
                current = self._step(scores[-1], vector)
            elif max(vector[SINGLE:INSIDE]) - vector[0] < floor:
                continue
            else:
                current = (vector[0] + self._from_outside[0], *[NEVER] * 4)
                current += tuple(map(add, vector[SINGLE:INSIDE], self._from_outside[SINGLE:INSIDE]))
                current += (NEVER,) * 4
            stretch.append(vector)
            scores.append(current)
            outside = current[0]
            if (
                outside - max(current[1:BEGIN]) > self._lead_closed
                and outside - max(current[BEGIN:]) > self._lead_open
            ) or len(stretch) >= LONGEST_STRETCH:
                self._trace(stretch, scores, at, 0, found)
                stretch, scores = [], []
        if stretch:
            closing = list(map(add, scores[-1], self._into[0]))
            self._trace(stretch, scores, len(fused) - 1, closing.index(max(closing)), found)
        found = without_address(words, split_lists(words, found, self._listed))
        return agree(words, found, self._doubt)

    def _listed(self, token: str) -> int | None:
        """The label of the first list of whole names that *token* stands on."""
        lexicon = self._model.lexicon
        tables = lexicon.names.get(token, ())
        return next(
            (CLASSES.index(lexicon.labels[table]) for table in tables if table in lexicon.labels), None
        )

    # --- fusing -------------------------------------------------------------

    def _fuse(self, tokens: Sequence[str]) -> list[Fused]:
        known = self._words
        if len(known) > MOST_WORDS:
            known.clear()
            self._triples.clear()
        return [known.get(token) or self._fused(token) for token in tokens]

    def _fused(self, token: str) -> Fused:
        word = Word(token, self._model.lexicon)
        fused = self._words[token] = Fused(
            word,
            self._sum("0", word.current) + BIAS,
            self._sum("-1", word.near),
            self._sum("+1", word.near),
            self._sum("-2", word.far),
            self._sum("+2", word.far),
        )
        return fused

    def _triple(self, key: tuple[str, str, str]) -> int:
        packed = self._triples[key] = self._sum("t", class_attributes(*key))
        return packed

    def _sum_context(self, attributes: Iterable[str]) -> int:
        known = self._context
        if len(known) > MOST_WORDS:
            known.clear()
        total = 0
        for attribute in attributes:
            packed = known.get(attribute)
            if packed is None:
                packed = known[attribute] = self._sum("d", (attribute,))
            total += packed
        return total

    def _sum(self, role: str, attributes: Iterable[str]) -> int:
        """The weights of *attributes* in *role*, packed."""
        total = 0
        numbers, known = self._roles[role], self._packed
        for attribute in attributes:
            number = numbers.get(attribute)
            if number is not None:
                packed = known.get(number)
                total += self._pack(number) if packed is None else packed
        return total

    def _pack(self, number: int) -> int:
        """The weights of one attribute, packed."""
        labels, weights, offsets = self._model.labels, self._model.weights, self._model.offsets
        packed = 0
        for at in range(offsets[number], offsets[number + 1]):
            packed += weights[at] << (labels[at] << 4)
        self._packed[number] = packed
        return packed

    # --- decoding -----------------------------------------------------------

    def _step(self, current: Vector, vector: Vector) -> Vector:
        """The best score of a path to each label, given those at the token before."""
        outside = current[0]
        if outside - max(current[1:BEGIN]) > self._lead_closed:
            row = self._from_outside
            to_outside = outside + row[0]
            starts = [outside + out for out in row[SINGLE:INSIDE]]
        else:
            closed = current[:BEGIN]
            to_outside = max(map(add, closed, self._into[0]))
            starts = [max(map(add, closed, into)) for into in self._starts]
        within = []
        for state, begin, inside, from_begin, from_inside in self._open:
            open_begin, open_inside = current[begin] + from_begin, current[inside] + from_inside
            if open_inside > open_begin:
                open_begin = open_inside
            within.append(open_begin + vector[state])
        return (to_outside + vector[0], *within[:4], *map(add, starts, vector[SINGLE:INSIDE]), *within[4:])

    def _trace(
        self,
        stretch: list[Vector],
        scores: list[Vector],
        last: int,
        state: int,
        found: list[tuple[int, int, int, int]],
    ) -> None:
        """Adds the names on the best path through the *stretch* that ends at token *last* in *state*."""
        path = [state]
        for current in scores[-2::-1]:
            if state == 0 or SINGLE <= state < INSIDE:
                reached = list(map(add, current, self._into[state]))
                state = reached.index(max(reached))
            else:
                _, begin, inside, from_begin, from_inside = self._open[
                    state - 1 if state < SINGLE else state - 9
                ]
                state = begin if current[begin] + from_begin >= current[inside] + from_inside else inside
            path.append(state)
        path.reverse()
        first = last - len(stretch) + 1
        opened = 0
        for at, state in enumerate(path):
            if BEGIN <= state < INSIDE:
                opened = at
            elif 0 < state < BEGIN:
                start = at if state >= SINGLE else opened
                label = (state - 1) % 4
                found.append(
                    (first + start, first + at, label, self._margin(stretch, path, start, at, label))
                )

    def _margin(self, stretch: list[Vector], path: list[int], start: int, end: int, label: int) -> int:
        """By how much a name beats its own tokens as no name, or as a name of another label."""
        left = path[start - 1] if start else 0
        right = path[end + 1] if end + 1 < len(path) else 0
        name = path[start : end + 1]
        rivals = [[0] * len(name)]
        rivals += ([state - label + other for state in name] for other in range(4) if other != label)
        scores = [self._score(stretch, left, states, right, start) for states in (name, *rivals)]
        return scores[0] - max(scores[1:])

    def _score(self, stretch: list[Vector], left: int, states: list[int], right: int, start: int) -> int:
        rows = self._rows
        score = sum([rows[a][b] for a, b in pairwise((left, *states, right))])
        return score + sum([vector[state] for vector, state in zip(stretch[start:], states, strict=False)])


def confidence(margin: float) -> float:
    """The share of names won by *margin* (in log odds) that are right, fitted on held-out articles."""
    return round(1.0 / (1.0 + exp(-min(30.0, max(-30.0, SLOPE * margin + SHIFT)))), 3)
