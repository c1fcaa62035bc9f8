"""How well names are found, and how many of those that the training data has not.

``python -m benchmarks.recognition.names GOLD.jsonl… --trained-on TRAIN.jsonl… [--model MODEL]``, with
``--where FIELD=VALUE`` and ``--trained-where FIELD=VALUE`` for a part of either; without arguments the
development data beside the checkout, if it is there. A name is right with its borders and its label; it was
seen where the training data has the same words, whatever their case.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.recognition.entities.names import tidy
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser
from reader.recognition.training.data import read_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.recognition.training.examples import Example

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "recognition"
USUAL = [str(DATA / "winer_fr_dev.jsonl"), "--trained-on", str(DATA / "winer_fr_train.jsonl")]


def examples(paths: list[Path], part: str) -> Sequence[Example]:
    """The annotated articles of *paths*; *part*, as ``field=value``, says which of them."""
    field, _, value = part.partition("=")
    return read_data(paths, where={field: value} if field else {}).examples


def words_of(example: Example, start: int, end: int) -> str:
    """A name as it is compared with those of the training data."""
    return tidy(example.text[start:end]).lower()


def figures(gold: Sequence[Example], seen: set[str], recogniser: EntityRecogniser) -> dict[str, float]:
    """Precision, recall and F1 in per cent, and the recall of seen and of unseen names."""
    right = found = 0
    recall = {True: [0, 0], False: [0, 0]}
    for example in gold:
        names = {(e.span.start, e.span.end, e.label.value) for e in recogniser.entities(example.text)}
        found += len(names)
        for entity in example.entities:
            hits = recall[words_of(example, *entity[:2]) in seen]
            hits[0] += entity in names
            hits[1] += 1
            right += entity in names
    total = sum(count for _, count in recall.values())
    precision, complete = right / max(found, 1), right / max(total, 1)
    f1 = 2 * precision * complete / ((precision + complete) or 1)
    shares = {"precision": precision, "recall": complete, "strict F1": f1}
    for known, name in ((True, "recall of seen names"), (False, "recall of unseen names")):
        shares[name] = recall[known][0] / max(recall[known][1], 1)
    return {name: 100 * share for name, share in shares.items()}


def main(arguments: list[str]) -> int:
    """Prints the figures."""
    if not arguments and not DATA.is_dir():
        print("not measured: the development data is not here")
        return 0
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognition.names", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--trained-on", nargs="+", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--where", default="")
    parser.add_argument("--trained-where", default="")
    given = parser.parse_args(arguments or USUAL)
    seen = {
        words_of(example, start, end)
        for example in examples(given.trained_on, given.trained_where)
        for start, end, _ in example.entities
    }
    gold = examples(given.gold, given.where)
    print(f"{len(gold)} articles, {sum(len(example.entities) for example in gold)} names")
    for name, share in figures(gold, seen, EntityRecogniser(given.model)).items():
        print(f"{name:<24}{share:6.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
