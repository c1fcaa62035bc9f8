"""Claims: time for a usual article, and time per character as a text grows, hostile ones included.

``python -m benchmarks.recognition.claims [FOLDER]``; without a folder of articles a made-up one is used.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reader.model import Article
from reader.recognition.claims.recogniser import ClaimRecogniser

ROUNDS = 5
USUAL = 3000
"""Characters of a usual article."""
SAMPLE = (
    "Le maire de Brioude, Paul Martin, a déclaré que la digue tiendrait. « Nous avons vérifié chaque "
    "pierre », a-t-il ajouté. Selon les secours, un bateau aurait coulé et deux marins seraient blessés. "
    "La mer pourrait encore monter dans la nuit de mardi à mercredi.\n"
)
UNITS = (
    "« ",
    '"',
    "serait ",
    "et serait ",
    "selon X, ",
    "a dit que ",
    ", dit-il",
    "Jean Petit et ",
    "le ",
    SAMPLE,
)


def article(text: str) -> Article:
    """A French article with *text*."""
    return Article("a.txt", Path("a.txt"), text, "0" * 64, "title", (), None, "fr")


def seconds(text: str) -> float:
    """The least processor time of a few runs."""
    recognise = ClaimRecogniser()
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        list(recognise(article(text)))
        times.append(time.process_time() - started)
    return min(times)


def main(arguments: list[str]) -> int:
    """Prints the figures."""
    if arguments:
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path(arguments[0]).glob("*.txt"))]
    else:
        texts = [SAMPLE * (USUAL // len(SAMPLE) + 1)]
    seconds(texts[0])
    spent, length = sum(seconds(text) for text in texts), sum(len(text) for text in texts)
    print(f"{len(texts)} articles, {length} characters: {spent / length * USUAL * 1000:.1f} ms per {USUAL}")
    for unit in UNITS:
        small, large = (seconds((unit * (size // len(unit) + 1))[:size]) / size for size in (10_000, 100_000))
        times = f"{small * 1e6:6.2f} → {large * 1e6:6.2f} µs a character"
        print(f"{unit[:16]!r:22} {times}, ratio {large / small:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
