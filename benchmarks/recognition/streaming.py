"""``recognize --jsonl-input`` over a long corpus: memory stays, and many processes print what one prints.

``python -m benchmarks.recognition.streaming [LINES]``; 1 where a ten times longer corpus takes far more
memory, or the outputs differ. Some growth is meant: words once read are remembered, up to a bound.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.recognition.made_up import articles

READER = Path(sys.executable).with_name("reader")
USUAL = 3000
"""Lines of the long corpus."""
PROCESSES = (1, 2)


class Run(NamedTuple):
    """What one run took and gave."""

    seconds: float
    processor: float
    """Seconds of all processes together."""
    memory: float
    """Of the largest process, in MiB."""
    output: str


def run(corpus: Path, jobs: int) -> Run:
    """Recognise a file."""
    started = time.perf_counter()
    words: list[str | Path] = [READER, "recognize", "--jsonl-input", corpus, "--jobs", str(jobs)]
    total = hashlib.sha256()
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        while piece := process.stdout.read(1 << 20):
            total.update(piece)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    spent = usage.ru_utime + usage.ru_stime
    return Run(time.perf_counter() - started, spent, usage.ru_maxrss / 1024, total.hexdigest())


def main(arguments: list[str]) -> int:
    """Prints the figures."""
    lines = int(arguments[0]) if arguments else USUAL
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.jsonl", Path(folder) / "long.jsonl"
        for file, count in ((short, lines // 10), (long, lines)):
            with file.open("w", encoding="utf-8") as out:
                for number, text in enumerate(articles(count)):
                    out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        size = long.stat().st_size
        few = {jobs: run(short, jobs) for jobs in PROCESSES}
        many = {jobs: run(long, jobs) for jobs in PROCESSES}
    print(f"{lines} lines, {size / 1e6:.1f} MB")
    for jobs in PROCESSES:
        print(
            f"--jobs {jobs}: {size / many[jobs].seconds / 1000:6.0f} kB/s, "
            f"{many[jobs].processor / many[1].processor:.2f} × the processor time of one, "
            f"largest process {few[jobs].memory:6.1f} → {many[jobs].memory:6.1f} MiB with ten times the lines"
        )
    same = len({one.output for one in many.values()}) == 1
    print(
        f"two processes: {many[1].seconds / many[2].seconds:.2f} × as fast, "
        f"output {'the same' if same else 'DIFFERENT'}"
    )
    return int(not same or any(many[jobs].memory > 1.5 * few[jobs].memory for jobs in PROCESSES))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
