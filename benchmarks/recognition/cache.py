"""A folder opened again: what recognition costs with everything remembered, as a share of the first time.

``python -m benchmarks.recognition.cache [ARTICLES]``; 1 where it is more than a tenth.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.recognition.made_up import articles
from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.session import Session

USUAL = 1000


def opened(folder: Path) -> tuple[float, float]:
    """Processor seconds of reading a folder's articles, and of recognising them, in a new session."""
    session = Session(Library([folder]), MemoryStore())
    ids = [ref.id for ref in session.articles]
    started = time.process_time()
    for id in ids:
        session.article(id)
    read = time.process_time()
    for id in ids:
        session.recognition(id)
    return read - started, time.process_time() - read


def main(arguments: list[str]) -> int:
    """Prints the figures."""
    count = int(arguments[0]) if arguments else USUAL
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(XDG_CACHE_HOME=f"{place}/cache", READER_CACHE="off")
        folder = Path(place) / "articles"
        folder.mkdir()
        for number, text in enumerate(articles(count)):
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        opened(folder)  # the recognisers are loaded
        without = min(opened(folder) for _ in range(2))
        os.environ["READER_CACHE"] = ""
        first = opened(folder)
        again = min((opened(folder) for _ in range(3)), key=lambda times: times[1])
        kept = sum(file.stat().st_size for file in (Path(place) / "cache").rglob("*.json"))
    print(f"{count} articles                 reading    recognising")
    for name, times in (("without a cache", without), ("the first time", first), ("again", again)):
        print(f"{name:22} {times[0] * 1000:8.0f} ms {times[1] * 1000:10.0f} ms")
    share = again[1] / without[1]
    print(f"again: {share:.1%} of recognising, {kept / count / 1024:.1f} KiB an article in the cache")
    return int(share > 0.1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
