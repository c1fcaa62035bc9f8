"""Fuzzes with atheris: ``python -m tests.fuzz.run TARGET [SECONDS] [libFuzzer's options]``.

Without a target all are fuzzed one after the other. What was found lies in ``.fuzz/TARGET``;
``python -m tests.fuzz.run TARGET FILE`` tries one input again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

SEEDS, SEED = 30, 300
"""Inputs to begin with, and their bytes."""
LONGEST = 2_000
"""Bytes of an input."""
SLOW = 10
"""Seconds after which an input counts as one that hangs."""


def main(words: list[str]) -> None:
    """Fuzz, or try one input again; ends the process."""
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

    name, *rest = words
    chance = Random(1)
    seeds = [b"", *(chance.randbytes(SEED) for _ in range(SEEDS))]
    with atheris.instrument_imports(include=["reader"]):
        from tests.fuzz.targets import TARGETS

        for seed in seeds:  # what is imported late is followed too
            TARGETS[name](seed)
    seconds, options = (rest[0], rest[1:]) if rest and rest[0].isdigit() else ("60", rest)
    found = Path(".fuzz") / name
    (found / "corpus").mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (found / "corpus" / f"seed-{number}").write_bytes(seed)
    if not any(Path(option).is_file() for option in options):
        options = [
            *options,
            str(found / "corpus"),
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            "-len_control=0",
            f"-timeout={SLOW}",
            f"-artifact_prefix={found}/",
            "-print_final_stats=1",
        ]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


def every_target(seconds: str) -> int:
    """Fuzz all, each in a process of its own; how many found something."""
    from tests.fuzz.targets import TARGETS

    run = [sys.executable, "-m", "tests.fuzz.run"]
    return sum(subprocess.run([*run, name, seconds], check=False).returncode != 0 for name in TARGETS)


if __name__ == "__main__":
    if sys.argv[1:2] and not sys.argv[1].isdigit():
        main(sys.argv[1:])
    sys.exit(every_target((sys.argv[1:] or ["60"])[0]))
