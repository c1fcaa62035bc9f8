"""Speed of the entity tagger: load, one article cold and warm, tokens per second, time per character.

``python benchmarks/recognition/entities.py [DATA.jsonl]``: without data a made-up text is used. CPU
time; a floor is given beside it (cutting the same text into tokens), so that machines compare.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader.recognition.entities.modelfile import read
from reader.recognition.entities.recogniser import MODEL, EntityRecogniser
from reader.recognition.entities.tagger import Tagger
from reader.recognition.entities.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = (
    "Le ministre Paul Girardot a rencontré mardi à Lisbonne les délégués de l’OTAN, selon l’agence Belga ; "
    "la réunion, prévue de longue date, portait sur la sécurité des ports et des câbles.\n"
)
COLD = """
import sys, time
from pathlib import Path
text = sys.stdin.read()
start = time.process_time()
from reader.recognition.entities.recogniser import EntityRecogniser
imported = time.process_time()
EntityRecogniser().entities("")
loaded = time.process_time()
EntityRecogniser().entities(text)
print((imported - start) * 1e3, (loaded - imported) * 1e3, (time.process_time() - loaded) * 1e3)
"""


def seconds(run: Callable[[], object], times: int = 5) -> float:
    """The least CPU time of *run* in several tries."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Prints one line for each figure."""
    texts = [SENTENCE * 200]
    if len(sys.argv) > 1:
        texts = [
            json.loads(line)["text"] for line in Path(sys.argv[1]).read_text("utf-8").split("\n") if line
        ]
    article = min(texts, key=lambda text: abs(len(text) - 3000))
    article = article[:3000]
    shown = subprocess.run(
        [sys.executable, "-c", COLD], input=article, capture_output=True, text=True, check=True
    )
    imported, loaded, cold = map(float, shown.stdout.split())
    print(f"import                      {imported:8.1f} ms")
    print(f"model load                  {loaded:8.1f} ms   ({MODEL.stat().st_size / 1000:.0f} kB)")
    print(f"first article, {len(article):5} chars {cold:8.1f} ms")
    tagger = Tagger(read(MODEL))
    print(f"same article again          {seconds(lambda: tagger.tag(article)) * 1e3:8.1f} ms")
    tokens = sum(len(tokenise(text)[0]) for text in texts)
    fresh = Tagger(read(MODEL))
    once = seconds(lambda: [fresh.tag(text) for text in texts], 1)
    again = seconds(lambda: [fresh.tag(text) for text in texts])
    floor = seconds(lambda: [tokenise(text) for text in texts])
    print(f"{tokens} tokens, new words    {tokens / once:8.0f} tokens/s")
    print(f"{tokens} tokens, known words  {tokens / again:8.0f} tokens/s   ({again / floor:.1f} x cutting)")
    recogniser = EntityRecogniser()
    small, large = SENTENCE * 60, SENTENCE * 6000
    per = [seconds(lambda text=text: recogniser.entities(text), 2) / len(text) for text in (small, large)]  # type: ignore[misc]
    print(f"time per character, {len(large)} against {len(small)}: {per[1] / per[0]:.2f} x")


if __name__ == "__main__":
    main()
