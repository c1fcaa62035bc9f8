"""``python -m reader.recognition.training DATA.jsonl… -o MODEL``: trains the model of names."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.errors import ReaderError
from reader.recognition.training.data import read_data
from reader.recognition.training.entities import Settings, train


def main(arguments: list[str] | None = None) -> int:
    """Runs the training; 0 when a model was written, 2 for bad data."""
    parser = argparse.ArgumentParser(prog="python -m reader.recognition.training", description=__doc__)
    parser.add_argument("data", nargs="+", type=Path, metavar="DATA.jsonl")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="MODEL")
    defaults = Settings()
    parser.add_argument("--c1", type=float, default=defaults.c1)
    parser.add_argument("--c2", type=float, default=defaults.c2)
    parser.add_argument("--iterations", type=int, default=defaults.iterations)
    parser.add_argument("--least", type=int, default=defaults.least)
    given = parser.parse_args(arguments)
    settings = Settings(given.c1, given.c2, given.iterations, given.least)
    try:
        size = train(read_data(given.data), given.output, settings)
    except (ReaderError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stderr.write(f"{given.output}: {size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
