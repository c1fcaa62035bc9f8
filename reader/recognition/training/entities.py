"""Trains the model of names: crfsuite learns, the result is pruned, quantised and written.

Deterministic: the same data, lists and crfsuite give the same file.
"""

from __future__ import annotations

import struct
import tempfile
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import RecognitionError
from reader.recognition.entities import lexicon as lists
from reader.recognition.entities import modelfile
from reader.recognition.entities.recogniser import LISTS
from reader.recognition.entities.tokens import tokenise
from reader.recognition.training.examples import Attributes, Example, common_words, labels_of, read_examples

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.recognition.entities.lexicon import Lexicon

LICENCE = (
    "Trained on WiNER-fr (annotations CC BY 4.0) over French Wikinews articles of 2016-2018 (text CC BY 2.5) "
    "and on the word lists of reader (MIT). The model may be used and passed on with this notice."
)
STEP = 0.01
"""What one unit of a stored weight stands for, in log odds."""
MOST = 2000
"""No stored weight is larger."""
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


def train(paths: Sequence[Path], out: Path, settings: Settings | None = None, licence: str = LICENCE) -> int:
    """Trains on the JSONL files *paths*, writes the model to *out* and returns its size in bytes.

    Raises FormatError for bad data, RecognitionError where crfsuite is not installed.
    """
    settings = settings or Settings()
    examples = read_examples(paths)
    lexicon = lists.build(LISTS)
    lexicon.common = common_words(examples)
    weights, transitions = learn(examples, lexicon, settings)
    header = {
        "licence": licence,
        "recipe": "python -m reader.recognition.training DATA.jsonl -o MODEL",
        "data": {"files": [path.name for path in paths], "articles": len(examples)},
        "settings": asdict(settings),
    }
    return write_model(out, header, weights, transitions, lexicon)


def learn(
    examples: Sequence[Example], lexicon: Lexicon, settings: Settings
) -> tuple[Weights, dict[tuple[str, str], float]]:
    """The weights of attributes and of transitions that crfsuite finds."""
    try:
        pycrfsuite = import_module("pycrfsuite")
    except ImportError as error:
        raise RecognitionError("Training needs python-crfsuite: pip install 'reader-tui[train]'.") from error
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
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
        trainer.append(attributes.of(tokens), labels_of(example, tokens, starts))
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
    matrix = [[round(transitions.get((a, b), 0.0), 4) for b in labels] for a in labels]
    full = {
        **header,
        "labels": list(labels),
        "roles": [[role, len(by_role[role])] for role in ROLES],
        "scale": STEP,
        "transitions": matrix,
    }
    return modelfile.write(out, full, parts)
