"""Trains the model of names: crfsuite learns, the result is pruned, quantised and written.

Deterministic: the same data, lists and crfsuite give the same file.
"""

from __future__ import annotations

import struct
import tempfile
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from reader.errors import RecognitionError
from reader.recognition.entities import lexicon as lists
from reader.recognition.entities import modelfile
from reader.recognition.entities.recogniser import LISTS
from reader.recognition.entities.tokens import tokenise
from reader.recognition.training.examples import Attributes, Example, common_words, labels_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType

    from reader.recognition.entities.lexicon import Lexicon
    from reader.recognition.training.data import TrainingData

LICENCE = (
    "Trained on WiNER-fr (annotations CC BY 4.0) over French Wikinews articles of 2016-2018 (text CC BY 2.5) "
    "and on the word lists of reader (MIT). The model may be used and passed on with this notice."
)
RECIPE = "reader train entities DATA.jsonl -o MODEL"
STEP = 0.01
"""What one unit of a stored weight stands for, in log odds."""
MOST = 2000
"""No stored weight is larger."""
NEVER = -20.0
"""The weight of going on to a kind of name that the data has none of."""
ROLES = ("0", "-1", "+1", "-2", "+2", "t", "d")


@dataclass(frozen=True, slots=True)
class Settings:
    """What steers the training."""

    c1: float = 0.1
    """Weight of the L1 penalty: more makes the model smaller."""
    c2: float = 0.05
    """Weight of the L2 penalty."""
    iterations: int = 100
    """L-BFGS steps at most."""
    least: int = 2
    """An attribute seen less often with a label is not learnt."""


Weights = dict[str, dict[str, float]]
"""Attribute to label to weight."""
Progress: TypeAlias = "Callable[[int, int], None]"
"""Is told each step and how many there will be at most."""


def train(
    data: TrainingData,
    out: Path,
    settings: Settings | None = None,
    licence: str = LICENCE,
    progress: Progress | None = None,
) -> int:
    """Trains on *data*, writes the model to *out* and returns its size in bytes.

    Raises RecognitionError where crfsuite is not installed or there is nothing to learn.
    """
    settings = settings or Settings()
    if not any(example.entities for example in data.examples):
        raise RecognitionError("There is not one name in the data, and so nothing to learn.")
    lexicon = lists.build(LISTS)
    lexicon.common = common_words(data.examples)
    weights, transitions = learn(data.examples, lexicon, settings, progress)
    source: dict[str, object] = {"files": list(data.files), "articles": data.articles}
    if data.sentences:
        source["sentences"] = data.sentences
    header = {"licence": licence, "recipe": RECIPE, "data": source, "settings": asdict(settings)}
    return write_model(out, header, weights, transitions, lexicon)


def crfsuite() -> ModuleType:
    """The library that learns. Raises RecognitionError where it is not installed."""
    try:
        return import_module("pycrfsuite")
    except ImportError as error:
        raise RecognitionError("Training needs python-crfsuite: pip install 'reader-tui[train]'.") from error


def learn(
    examples: Sequence[Example], lexicon: Lexicon, settings: Settings, progress: Progress | None = None
) -> tuple[Weights, dict[tuple[str, str], float]]:
    """The weights of attributes and of transitions that crfsuite finds."""
    pycrfsuite = crfsuite()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)

    def hear(message: str) -> None:
        if trainer.logparser.feed(message) == "iteration" and progress is not None:
            progress(int(trainer.logparser.last_iteration["num"]), settings.iterations)

    trainer.message = hear
    trainer.set_params(
        {
            "c1": settings.c1,
            "c2": settings.c2,
            "max_iterations": settings.iterations,
            "feature.minfreq": settings.least,
        }
    )
    attributes = Attributes(lexicon)
    for example in examples:
        tokens, starts = tokenise(example.text)
        items, labels = attributes.of(tokens), labels_of(example, tokens, starts)
        for first, last in example.pieces(starts):
            for _ in range(example.weight):
                trainer.append(items[first:last], labels[first:last])
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        weights: Weights = {}
        for (attribute, label), weight in info.state_features.items():
            weights.setdefault(attribute, {})[label] = weight
        transitions = dict(info.transitions)
        tagger.close()
    return weights, transitions


def write_model(
    out: Path,
    header: Mapping[str, object],
    weights: Weights,
    transitions: Mapping[tuple[str, str], float],
    lexicon: Lexicon,
) -> int:
    """Quantises the weights to steps of ``STEP`` and writes the model file; returns its size."""
    labels = modelfile.LABELS
    by_role: dict[str, list[tuple[str, list[tuple[int, int]]]]] = {role: [] for role in ROLES}
    for attribute in sorted(weights):
        role, _, name = attribute.partition("|")
        row = [
            (labels.index(label), max(-MOST, min(MOST, round(weight / STEP))))
            for label, weight in sorted(weights[attribute].items())
        ]
        row = [(label, weight) for label, weight in row if weight]
        if row:
            by_role[role].append((name, row))
    rows = [row for role in ROLES for row in by_role[role]]
    packed = [weight for _, row in rows for _, weight in row]
    parts = {
        "attributes": "".join(name + "\0" for name, _ in rows).encode(),
        "counts": bytes(len(row) for _, row in rows),
        "labels": bytes(label for _, row in rows for label, _ in row),
        "weights": struct.pack(f"<{len(packed)}h", *packed),
        "words": modelfile.words_of(lexicon),
        "lists": modelfile.lists_of(lexicon),
    }
    known = {label[2:] for row in weights.values() for label in row} | {""}
    matrix = [
        [round(transitions.get((a, b), 0.0), 4) if b[2:] in known else NEVER for b in labels] for a in labels
    ]
    full = {
        **header,
        "labels": list(labels),
        "roles": [[role, len(by_role[role])] for role in ROLES],
        "scale": STEP,
        "transitions": matrix,
    }
    return modelfile.write(out, full, parts)
