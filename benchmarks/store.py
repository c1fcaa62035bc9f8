"""How long a save takes, against the least it could take; and that it stays so with 100 000 annotations.

    python -m benchmarks.store [--quick]

Prints milliseconds and ratios; ``--quick`` leaves out the store of 100 000 annotations. Everything
is measured in turns, so that a busy machine weighs on all alike.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.changes import Change, Table, added
from reader.annotations.file_store import FileStore
from reader.annotations.ids import new_id, now
from reader.annotations.writer import BackgroundWriter
from reader.model import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10, 10_000) if "--quick" in sys.argv else (10, 10_000, 100_000)
ROUNDS = 200
MOST_BARE = 3.0
"""A save may take so many times one append and fsync."""
MOST_LARGE = 1.5
"""And with many annotations so many times what it takes with ten."""


def annotation(number: int) -> Annotation:
    quote = "Le président Zelensky"
    text = "s’est rendu à Washington, vendredi."
    return Annotation(
        new_id("a"), f"{number % 200:03}.txt", "0" * 64, Span(number, number + len(quote)), quote, "", text,
        ("PER",), "", "alice", now(), now(),
    )  # fmt: skip


def change(*rows: Annotation) -> Change:
    edits = tuple(added(Table.ANNOTATIONS, row) for row in rows)
    return Change(new_id("c"), "tag “PER”", edits, now(), "alice")


def store_of(folder: Path, size: int) -> FileStore:
    store = FileStore(folder, "alice")
    store.load()
    for start in range(0, size, 2000):
        store.append([change(annotation(number)) for number in range(start, min(start + 2000, size))])
    store.compact()
    return store


def bare_append(path: Path) -> Callable[[], None]:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    line = b"x" * 599 + b"\n"

    def save() -> None:
        os.write(fd, line)
        os.fsync(fd)

    return save


def in_turns(works: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The median seconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> int:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        return measure(Path(name))


def measure(folder: Path) -> int:
    works: dict[str, Callable[[], None]] = {"one append and fsync": bare_append(folder / "bare")}
    writers: list[BackgroundWriter] = []

    def saving(store: FileStore) -> Callable[[], None]:
        def save() -> None:
            store.append([change(annotation(1))])

        return save

    def background(writer: BackgroundWriter) -> Callable[[], None]:
        def save() -> None:
            writer.submit(change(annotation(1)))
            writer.flush()

        return save

    for size in SIZES:
        works[f"save with {size}"] = saving(store_of(folder / str(size), size))
    writers.append(BackgroundWriter(store_of(folder / "background", 10)))
    works["save from the app"] = background(writers[0])
    works["submit from the app"] = lambda: writers[0].submit(change(annotation(1)))
    medians = in_turns(works)
    writers[0].close()
    bare, few = medians["one append and fsync"], medians["save with 10"]
    failed = False
    for what, seconds in medians.items():
        ratio = seconds / (bare if what in ("save with 10", "save from the app") else few)
        most = MOST_BARE if what in ("save with 10", "save from the app") else MOST_LARGE
        against = "of an append" if most == MOST_BARE else "of a save with 10"
        print(f"{what:24} {seconds * 1000:8.3f} ms   {ratio:5.2f} {against} (at most {most})")
        failed = failed or ratio > most
    for size in SIZES:
        start = time.perf_counter()
        store = FileStore(folder / str(size), "alice")
        store.load()
        opening = time.perf_counter() - start
        store.append([change(annotation(1))])
        start = time.perf_counter()
        store.compact()
        print(
            f"open {size}: {opening * 1000:.0f} ms   compact: {(time.perf_counter() - start) * 1000:.0f} ms"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
