"""Labels the tokens of a text with a linear-chain CRF, in plain Python and fast.

The weights of everything that depends on one word are added up once per word and place
(here, one or two to the left or right), those of three neighbouring classes once per triple;
a token then costs six look-ups. Where the best any label could gain there stays below
the label *outside* by more than all transitions could make good, the token is outside for sure;
only the stretches between such tokens go through Viterbi, each by itself.
"""

from __future__ import annotations

from math import exp
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from reader.recognition.entities.features import Word, class_attributes, context_attributes
from reader.recognition.entities.modelfile import LABELS
from reader.recognition.entities.tokens import PARAGRAPH, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.recognition.entities.modelfile import Model

Vector = tuple[float, ...]

CLOSED = range(9)
"""O, B-*, S-*: labels that may follow a closed one."""
AFTER = (0, 5, 6, 7, 8, 13, 14, 15, 16)
"""O, S-*, E-*: labels after which no name is open."""
SLOPE, SHIFT = 1.0, 0.0
MOST_WORDS = 60_000
"""So many words are kept fused before the store of them starts anew."""


class Tagged(NamedTuple):
    """A name found in a text: offsets, label (index into ``CLASSES``) and confidence from 0 to 1."""

    start: int
    end: int
    label: int
    score: float


class Fused:
    """A word with the sums of its weights in each place."""

    __slots__ = ("here", "left", "left2", "right", "right2", "top_here", "top_left", "top_left2",
                 "top_right", "top_right2", "word")  # fmt: skip

    def __init__(self, word: Word, here: Vector, sides: Sequence[Vector]) -> None:
        self.word = word
        self.here = here
        self.left, self.right, self.left2, self.right2 = sides
        """What the word gives to the token after it, before it, two after it, two before it."""
        self.top_here = max(here[1:])
        self.top_left, self.top_right, self.top_left2, self.top_right2 = (max(side[1:]) for side in sides)


class Tagger:
    """The decoder of one model. Keeps what it works out about words; safe to call again and again."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.aliases = model.lexicon.aliases
        """Spellings of one name, for canonical names."""
        self._roles = model.roles
        self._words: dict[str, Fused] = {}
        self._triples: dict[tuple[str, str, str], tuple[float, Vector]] = {}
        self._context: dict[str, Vector | None] = {}
        rows = model.transitions
        self._into = [tuple(rows[a][b] for a in AFTER) for b in CLOSED]
        self._from_outside = tuple(rows[0][b] for b in CLOSED)
        self._to_outside = tuple(rows[a][0] for a in AFTER)
        self._stay = rows
        self._slack = self._most_gain()

    def _most_gain(self) -> float:
        """The most that leaving *outside* at one token can gain by transitions."""
        rows = self._model.transitions
        best = max(rows[a][b] for a in range(len(LABELS)) for b in range(len(LABELS)))
        least = min(rows[a][0] for a in AFTER) + min(rows[0][b] for b in CLOSED)
        return max(0.0, min(2 * best - least, 9.0))

    def tag(self, text: str) -> list[Tagged]:
        """The names in *text*, in order, none overlapping."""
        tokens, starts = tokenise(text)
        if not tokens:
            return []
        return [
            Tagged(starts[first], starts[last] + len(tokens[last]), label, confidence(margin))
            for first, last, label, margin in self.decode(tokens)
        ]

    def decode(self, tokens: Sequence[str]) -> list[tuple[int, int, int, float]]:
        """First and last token, label and margin of each name."""
        fused = self._fuse(tokens)
        context = context_attributes([one.word for one in fused], self._model.lexicon)
        found: list[tuple[int, int, int, float]] = []
        stretch: list[Vector] = []
        edge = self._fused(PARAGRAPH)
        before2 = before = edge
        last = len(fused) - 1
        triples = self._triples
        slack = -self._slack
        for at, one in enumerate(fused):
            after = fused[at + 1] if at < last else edge
            after2 = fused[at + 2] if at + 1 < last else edge
            key = (before.word.kind, one.word.kind, after.word.kind)
            triple = triples.get(key) or self._triple(key)
            if at in context:
                extra = self._sum_context(context[at])
            elif (
                one.top_here
                + before.top_left
                + after.top_right
                + before2.top_left2
                + after2.top_right2
                + triple[0]
                < slack
            ):
                if stretch:
                    self._viterbi(stretch, at, found)
                    stretch = []
                before2, before = before, one
                continue
            else:
                extra = ZERO
            stretch.append(
                tuple(
                    [
                        a + b + c + d + e + f + g
                        for a, b, c, d, e, f, g in zip(
                            one.here,
                            before.left,
                            after.right,
                            before2.left2,
                            after2.right2,
                            triple[1],
                            extra,
                            strict=True,
                        )
                    ]
                )
            )
            before2, before = before, one
        if stretch:
            self._viterbi(stretch, len(fused), found)
        return found

    # --- fusing -------------------------------------------------------------

    def _fuse(self, tokens: Sequence[str]) -> list[Fused]:
        known = self._words
        if len(known) > MOST_WORDS:
            known.clear()
            self._triples.clear()
        return [known.get(token) or self._fused(token) for token in tokens]

    def _fused(self, token: str) -> Fused:
        word = Word(token, self._model.lexicon)
        sides = [self._sum(role, word.near) for role in ("-1", "+1")]
        sides += [self._sum(role, word.far) for role in ("-2", "+2")]
        fused = self._words[token] = Fused(word, self._sum("0", word.current), sides)
        return fused

    def _triple(self, key: tuple[str, str, str]) -> tuple[float, Vector]:
        vector = self._sum("t", class_attributes(*key))
        pair = self._triples[key] = (max(vector[1:]), vector)
        return pair

    def _sum_context(self, attributes: Iterable[str]) -> Vector:
        known = self._context
        if len(known) > MOST_WORDS:
            known.clear()
        vectors = []
        for attribute in attributes:
            vector = known.get(attribute, ZERO)
            if vector is ZERO:
                found = self._roles["d"].get(attribute)
                vector = known[attribute] = None if found is None else self._sum("d", (attribute,))
            if vector is not None:
                vectors.append(vector)
        if not vectors:
            return ZERO
        return tuple(map(sum, zip(*vectors, strict=True)))

    def _sum(self, role: str, attributes: Iterable[str]) -> Vector:
        """The weights of *attributes* in *role*, label by label, less those of the label *outside*."""
        total = [0] * len(LABELS)
        index, offsets = self._roles[role], self._model.offsets
        labels, weights = self._model.labels, self._model.weights
        for attribute in attributes:
            number = index.get(attribute)
            if number is not None:
                for at in range(offsets[number], offsets[number + 1]):
                    total[labels[at]] += weights[at]
        outside, scale = total[0], self._model.scale
        return tuple([(weight - outside) * scale for weight in total])

    # --- decoding -----------------------------------------------------------

    def _viterbi(self, stretch: list[Vector], end: int, found: list[tuple[int, int, int, float]]) -> None:
        """Adds the names of the *stretch* that ends before token *end*; outside stands on both sides."""
        scores = self._forward(stretch)
        first = end - len(stretch)
        final = scores[-1]
        closing = [final[a] + out for a, out in zip(AFTER, self._to_outside, strict=True)]
        state = AFTER[closing.index(max(closing))]
        path = [state]
        for at in range(len(stretch) - 1, 0, -1):
            before = scores[at - 1]
            if state < 9:
                reached = [before[a] + into for a, into in zip(AFTER, self._into[state], strict=True)]
                state = AFTER[reached.index(max(reached))]
            else:
                label = (state - 1) % 4
                begin, inside = 1 + label, 9 + label
                column = self._stay
                state = (
                    begin
                    if before[begin] + column[begin][state] >= before[inside] + column[inside][state]
                    else inside
                )
            path.append(state)
        path.reverse()
        opened = 0
        for at, state in enumerate(path):
            if 1 <= state <= 4:
                opened = at
            elif state >= 13 or 5 <= state <= 8:
                start = at if state <= 8 else opened
                label = (state - 1) % 4
                found.append(
                    (first + start, first + at, label, self._margin(stretch, path, start, at, label))
                )

    def _forward(self, stretch: list[Vector]) -> list[list[float]]:
        """The best score of a path to each label at each token."""
        rows = self._stay
        into = self._into
        impossible = -1e9
        current = [out + emitted for out, emitted in zip(self._from_outside, stretch[0], strict=False)]
        current += [impossible] * 8
        scores = [current]
        for vector in stretch[1:]:
            closed = [current[0], *current[5:9], *current[13:17]]
            following = [max(map(add, closed, into[b])) + vector[b] for b in CLOSED]
            for state in range(9, 17):
                label = (state - 1) % 4
                begin, inside = 1 + label, 9 + label
                open_begin = current[begin] + rows[begin][state]
                open_inside = current[inside] + rows[inside][state]
                following.append((max(open_inside, open_begin)) + vector[state])
            scores.append(following)
            current = following
        return scores

    def _margin(self, stretch: list[Vector], path: list[int], start: int, end: int, label: int) -> float:
        """By how much a name beats its own tokens as no name, or as a name of another label."""
        left = path[start - 1] if start else 0
        right = path[end + 1] if end + 1 < len(path) else 0
        mine = self._score(stretch, [left, *path[start : end + 1], right], start)
        rivals = [self._score(stretch, [left, *[0] * (end - start + 1), right], start)]
        for other in range(4):
            if other != label:
                shifted = [state - label + other for state in path[start : end + 1]]
                rivals.append(self._score(stretch, [left, *shifted, right], start))
        return mine - max(rivals)

    def _score(self, stretch: list[Vector], states: list[int], start: int) -> float:
        rows = self._stay
        score = sum(rows[a][b] for a, b in zip(states, states[1:], strict=False))
        return score + sum(stretch[start + at][state] for at, state in enumerate(states[1:-1]))


ZERO: Vector = (0.0,) * len(LABELS)


def confidence(margin: float) -> float:
    """The share of names that won by *margin* and are right, as a curve fitted on held-out articles."""
    return round(1.0 / (1.0 + exp(-min(30.0, max(-30.0, SLOPE * margin + SHIFT)))), 3)
