"""How long the command takes before it has said anything, against bare Python; ratios of one run.

Processor time of the whole process, user and system: other work on the machine does not count. Bytecode is
written first, as an installation does.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READER = Path(sys.executable).with_name("reader")
RUNS = 21
LIMIT = 4.0
"""Times bare Python."""


def seconds(*words: str | Path) -> float:
    """The lower quartile of the processor time of a command."""
    times = []
    for _ in range(RUNS):
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, words
        times.append(usage.ru_utime + usage.ru_stime)
    return sorted(times)[RUNS // 4]


def main() -> int:
    """Print each ratio; 1 where one is beyond its limit."""
    compileall.compile_dir(ROOT / "reader", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "annotations"
        mark = ("annotate", "seeds", "--store", store, "--article", "003_73690eb927d52fee.txt", "--tag", "x")
        for quote in ("16 octobre 2025", "Viktor Orbán", "la semaine suivante"):
            subprocess.run([READER, *mark, "--quote", quote], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        bare = seconds(sys.executable, "-c", "pass")
        print(f"{'python -c pass':<32}{bare * 1000:7.1f} ms")
        late = 0
        for words, limit in (
            (("--help",), LIMIT),
            (("export", "--help"), LIMIT),
            (("export", "seeds", "--store", store), LIMIT),
            (("export", "seeds", "--store", store / "none"), LIMIT),
            (("search", "Budapest", "seeds", "--store", store), None),
            (("list", "seeds", "--store", store), None),
        ):
            ratio = seconds(READER, *words) / bare
            name = " ".join(str(word) for word in words if word not in ("--store", store, store / "none"))
            verdict = "" if limit is None else f"  (at most {limit:.1f})"
            print(f"reader {name:<25}{ratio * bare * 1000:7.1f} ms {ratio:6.2f} ×{verdict}")
            late |= limit is not None and ratio > limit
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
