"""How fast dates are read, that time grows no faster than the text, and the figures on the development data.

Run with ``python -m benchmarks.recognition.dates``. The development data is looked for beside the
checkout; without it only the made-up texts are measured.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader.recognition.dates.__main__ import recognised
from reader.recognition.dates.finding import find

if TYPE_CHECKING:
    from types import ModuleType

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "recognition"
SUITES = (
    "seeds_gold_dates",
    "news_timex_fr_dev",
    "dates_timexy_fr_dev",
    "dates_duckling_fr_dev",
    "dates_duckling_duration_fr_dev",
    "dates_chrono_fr_dev",
    "dates_dateparser_fr_dev",
    "dates_msrt_fr_dev",
    "dates_duckling_en_dev",
    "dates_chrono_en_dev",
    "dates_msrt_en_dev",
)
HOSTILE = (
    "1",
    "1 ",
    "le le le ",
    " ",
    "lundi ",
    "la semaine ",
    "3 mars ",
    "2016-",
    "deux cent ",
    "XVe et ",
)
NEWS = (
    "Le ministre a rencontré samedi 11 octobre à Budapest le président, qui s’est dit prêt à signer "
    "la semaine suivante « une paix juste ». Selon ses proches, la réunion a duré plus de deux heures "
    "et demie.\n"
)


def per_character(text: str) -> float:
    """Microseconds of CPU for each character; the best of three runs."""
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        find(text, "2025-10-16", "fr")
        best = min(best, time.process_time() - begin)
    return best / len(text) * 1e6


FIRST = """
import sys, time
import reader.model
begin = time.process_time()
from reader.recognition.dates.finding import find
imported = time.process_time()
find(sys.argv[1], "2025-10-16", "fr")
print((imported - begin) * 1000, (time.process_time() - imported) * 1000)
"""


def first_article(text: str) -> tuple[float, float]:
    """Milliseconds of CPU to import and to read one article in a new process; the best of five."""
    runs = []
    for _ in range(5):
        told = subprocess.run([sys.executable, "-c", FIRST, text], capture_output=True, text=True, check=True)
        imported, read = (float(part) for part in told.stdout.split())
        runs.append((imported, read))
    return min(runs, key=sum)


def scorer() -> ModuleType:
    """The scorer that comes with the development data."""
    spec = importlib.util.spec_from_file_location("score", DATA / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_figures() -> None:
    """Each development suite by the scorer, and how many absolute dates are touched."""
    module = scorer()
    for name in SUITES:
        gold = module.read(DATA / f"{name}.jsonl")
        figures = module.dates(gold, {i: recognised(item) for i, item in gold.items()})
        print(
            f"{name:32} relaxed {figures['relaxed']['f1']:6.2f} (precision {figures['relaxed']['p']:6.2f})"
            f"  strict {figures['strict']['f1']:6.2f}  value {figures['value_f1']:6.2f}"
        )
    hit = total = characters = 0
    begin = time.process_time()
    for line in (DATA / "dates_winer_abs_fr_dev.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            item = json.loads(line)
            spans = [e.span for e in find(item["text"], item["reference"], "fr")]
            characters += len(item["text"])
            total += len(item["expressions"])
            hit += sum(
                any(s.start < g["end"] and g["start"] < s.end for s in spans) for g in item["expressions"]
            )
    speed = characters / (time.process_time() - begin)
    print(f"absolute dates touched {hit} of {total} ({100 * hit / total:.1f} %), {speed:,.0f} characters/s")


def main() -> None:
    """Print all figures."""
    find(NEWS, "2025-10-16", "fr")
    print(f"news: {1e6 / per_character(NEWS * 500):,.0f} characters/s")
    imported, read = first_article(NEWS * (3000 // len(NEWS)))
    print(f"first article in a new process: {imported:.1f} ms to import, {read:.1f} ms to read")
    for piece in HOSTILE:
        small, large = (per_character((piece * (n // len(piece)))[:n]) for n in (10_000, 1_000_000))
        print(
            f"{piece!r:14} {small:6.2f} µs a character at 10 kB, {large:6.2f} at 1 MB: {large / small:.2f} ×"
        )
    if DATA.is_dir():
        print_figures()


if __name__ == "__main__":
    main()
