"""Carries a model on: a few sentences of one's own change what it says about the like, and little else.

Passive-aggressive learning of the best path (Crammer and others 2006), averaged over its steps. A sentence
that the model gets right by a margin changes nothing; another changes the weights just so far that it would.
Attributes the model already knew change little and transitions not at all, so that it keeps what it learnt
from far more text than is at hand here. Of the new ones those of the words around a name change most, those
of the name itself little: it is to learn where such names stand, not which they were. Plain Python,
deterministic.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from operator import add
from random import Random
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from reader.errors import RecognitionError
from reader.recognition.entities import modelfile
from reader.recognition.entities.modelfile import LABELS
from reader.recognition.entities.tokens import PARAGRAPH, tokenise
from reader.recognition.training.entities import NEVER, write_model
from reader.recognition.training.examples import Attributes, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.recognition.entities.lexicon import Lexicon
    from reader.recognition.entities.modelfile import Model
    from reader.recognition.training.data import TrainingData
    from reader.recognition.training.entities import Progress, Weights

Sequenced: TypeAlias = "tuple[list[list[str]], list[int]]"
"""The attributes of each token, and its label by number."""

PASSES = 10
"""Over the data, at most."""
LONGEST_STEP = 0.1
"""How far one sentence may move a weight, in log odds."""
KNOWN_RATE, NAME_RATE = 0.05, 0.1
"""How far an attribute moves that the model knew, or a new one of the word itself, where others move by 1."""
SEED = 1
RECIPE = "reader train entities DATA.jsonl --base MODEL -o MODEL"
CLOSED = [at for at, label in enumerate(LABELS) if label[0] in "OES"]
"""After these no name is open."""
BEFORE = [
    CLOSED if label[0] in "OSB" else [LABELS.index("B-" + label[2:]), LABELS.index("I-" + label[2:])]
    for label in LABELS
]
"""For each label those that may stand before it."""


def carry_on(
    data: TrainingData, base: Path, out: Path, licence: str = "", progress: Progress | None = None
) -> int:
    """Carries the model *base* on with *data*, writes the new one to *out* and returns its size in bytes.

    Raises RecognitionError where *base* is no model or there is nothing to learn.
    """
    model = modelfile.read(base)
    sequences = list(_sequences(data, model.lexicon))
    if not sequences:
        raise RecognitionError("There is nothing in the data to learn from.")
    learner = Learner(model)
    shuffle = Random(SEED).shuffle
    for step in range(1, PASSES + 1):
        shuffle(sequences)
        wrong = sum(learner.learn(*sequence) for sequence in sequences)
        if progress is not None:
            progress(step, PASSES)
        if not wrong:
            break
    known = model.header.get("licence", "")
    header = {
        "licence": f"{known} {licence}".strip(),
        "recipe": RECIPE,
        "data": model.header.get("data"),
        "settings": model.header.get("settings"),
        "carried_on": {
            "base": f"{crc32(base.read_bytes()):08x}",
            "files": list(data.files),
            "articles": data.articles,
            "sentences": data.sentences,
        },
    }
    return write_model(out, header, learner.weights(), learner.transitions(), model.lexicon)


def _sequences(data: TrainingData, lexicon: Lexicon) -> Iterator[Sequenced]:
    """The sentences decided about, and the paragraphs of articles annotated whole."""
    attributes = Attributes(lexicon)
    for example in data.examples:
        tokens, starts = tokenise(example.text)
        items = attributes.of(tokens)
        labels = [LABELS.index(label) for label in labels_of(example, tokens, starts)]
        for first, last in example.pieces(starts):
            ends = [at for at in range(first, last) if tokens[at] == PARAGRAPH and not labels[at]]
            for start, end in pairwise((first, *ends, last)):
                if start < end:
                    yield items[start:end], labels[start:end]


class Learner:
    """The weights of a model while they change."""

    def __init__(self, model: Model) -> None:
        self._rows: dict[str, list[float]] = {}
        for role, attributes in model.roles.items():
            for name, number in attributes.items():
                row = self._rows[f"{role}|{name}"] = [0.0] * len(LABELS)
                for at in range(model.offsets[number], model.offsets[number + 1]):
                    row[model.labels[at]] = model.weights[at] * model.scale
        self._known = frozenset(self._rows)
        self._steps = 0
        self._moved: defaultdict[tuple[str, int], float] = defaultdict(float)
        """How far each weight moved, times the step at which it did: for the average."""
        self._transitions = [
            [0.0 if weight <= NEVER else weight for weight in row] for row in model.transitions
        ]

    def learn(self, items: Sequence[Sequence[str]], right: Sequence[int]) -> bool:
        """Moves the weights so far that *right* would have been found; whether that was needed."""
        self._steps += 1
        scores = [self._score(attributes) for attributes in items]
        found = self._best_path(scores, right)
        if found == list(right):
            return False
        wrong = [at for at, label in enumerate(right) if found[at] != label]
        moves: Counter[tuple[str, int]] = Counter()
        for at in wrong:
            for attribute in items[at]:
                moves[attribute, right[at]] += 1
                moves[attribute, found[at]] -= 1
        rates = {key: self._rate(key[0]) for key in moves}
        length = sum(move * move * rates[key] for key, move in moves.items())
        if not length:
            return False
        lead = len(wrong) + self._worth(scores, found) - self._worth(scores, right)
        step = min(LONGEST_STEP, lead / length)
        for (attribute, label), move in moves.items():
            far = step * move * rates[attribute, label]
            self._rows.setdefault(attribute, [0.0] * len(LABELS))[label] += far
            self._moved[attribute, label] += far * self._steps
        return True

    def _rate(self, attribute: str) -> float:
        if attribute in self._known:
            return KNOWN_RATE
        return NAME_RATE if attribute.startswith("0|") else 1.0

    def weights(self) -> Weights:
        """The weights, each as it was on the average of all steps."""
        for (attribute, label), moved in self._moved.items():
            self._rows[attribute][label] -= moved / (self._steps + 1)
        self._moved.clear()
        return {
            attribute: {LABELS[at]: weight for at, weight in enumerate(row) if weight}
            for attribute, row in self._rows.items()
        }

    def transitions(self) -> dict[tuple[str, str], float]:
        """The weights of label to label, as they always were."""
        return {
            (before, after): self._transitions[first][then]
            for first, before in enumerate(LABELS)
            for then, after in enumerate(LABELS)
        }

    def _score(self, attributes: Sequence[str]) -> list[float]:
        """What *attributes* give to each label."""
        rows = self._rows
        total = [0.0] * len(LABELS)
        for attribute in attributes:
            row = rows.get(attribute)
            if row is not None:
                total = list(map(add, total, row))
        return total

    def _worth(self, scores: Sequence[Sequence[float]], path: Sequence[int]) -> float:
        steps = self._transitions
        return sum(row[label] for row, label in zip(scores, path, strict=True)) + sum(
            steps[before][after] for before, after in pairwise(path)
        )

    def _best_path(self, scores: Sequence[Sequence[float]], right: Sequence[int]) -> list[int]:
        """The path of labels that is worth most, where each that is not *right* is given 1 more."""
        steps = self._transitions
        best = [0.0] * len(LABELS)
        came_from: list[list[int]] = []
        for at, row in enumerate(scores):
            if at:
                from_ = [
                    max(before, key=lambda one: best[one] + steps[one][label])
                    for label, before in enumerate(BEFORE)
                ]
                came_from.append(from_)
                best = [best[one] + steps[one][label] for label, one in enumerate(from_)]
            else:
                best = [0.0 if label[0] in "OSB" else -1e9 for label in LABELS]
            best = [
                reached + weight + (label != right[at])
                for label, (reached, weight) in enumerate(zip(best, row, strict=True))
            ]
        path = [max(CLOSED, key=lambda label: best[label])]
        for from_ in reversed(came_from):
            path.append(from_[path[-1]])
        return path[::-1]
