"""The batch form of recognition: its speed, and that its memory stays where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READER = Path(sys.executable).with_name("reader")


def corpus(path: Path, copies: int) -> int:
    """Write the samples *copies* times, one per line; the number of characters."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    with path.open("w", encoding="utf-8") as file:
        for number in range(copies):
            for text in texts:
                file.write(json.dumps({"id": str(number), "text": text, "date": "2025-10-31"}) + "\n")
    return copies * sum(map(len, texts))


def run(path: Path) -> tuple[float, int]:
    """Seconds and the most memory, in KiB, of recognising a file."""
    start = time.perf_counter()
    process = subprocess.Popen([READER, "recognize", "--jsonl-input", path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return time.perf_counter() - start, usage.ru_maxrss


def main() -> int:
    """Print speed and memory; 1 where a ten times longer file takes noticeably more memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        corpus(path, 1)
        _, small = run(path)
        characters = corpus(path, 50)
        seconds, large = run(path)
    print(f"recognize --jsonl-input   {characters / seconds:10,.0f} characters/s")
    print(f"memory, 2 and 100 texts   {small / 1024:6.1f} and {large / 1024:6.1f} MiB")
    return int(large > 1.3 * small)


if __name__ == "__main__":
    sys.exit(main())
