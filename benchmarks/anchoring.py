"""How long it takes to find passages again in an article that was edited, against difflib on the same texts.

    python -m benchmarks.anchoring [CASES.jsonl]

A case is one passage of one edited article, found with nothing remembered; difflib aligns the same two texts,
token by token, and is not asked where the passage is. Then one article with 1 000 annotations, as the app
re-anchors it. CASES.jsonl holds cases as ``python -m reader.anchoring`` takes them; without it they are made
from the two sample articles.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.anchoring.anchor import aligned, locate
from reader.anchoring.tokens import tokenise
from reader.annotations.memory_store import MemoryStore
from reader.articles.library import Library
from reader.model import AnchorState, Span
from reader.session import Passage, Session
from reader.text.quoting import context
from reader.text.structure import TextMap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
CASES = 200
ANNOTATIONS = 1000
MOST_CASE = 0.005
"""Seconds of the median case."""
MOST_ARTICLE = 1.0
"""Seconds for the article with many annotations."""
MOST_RATIO = 2.0
"""So many times what difflib takes to align the texts."""


class Case(NamedTuple):
    """A passage of a text, and the text after an edit."""

    span: Span
    original: str
    edited: str


def made_cases() -> Iterator[Case]:
    """Passages of the sample articles after sentences were dropped, moved, doubled and changed."""
    chance = random.Random(7)
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for _ in range(CASES):
        text = chance.choice(texts)
        sentences = [span for span in TextMap(text).sentences() if len(span)]
        chosen = chance.choice(sentences)
        yield Case(chosen, text, edited(text, chance))


def edited(text: str, chance: random.Random) -> str:
    """*text* after a handful of edits."""
    pieces = [span.of(text) for span in TextMap(text).sentences() if len(span)]
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(pieces))
        match chance.randrange(4):
            case 0:
                pieces[at] = ""
            case 1:
                pieces.insert(chance.randrange(len(pieces)), pieces.pop(at))
            case 2:
                pieces.insert(at, f"Une phrase ajoutée, la {at}e, par la rédaction. ")
            case _:
                pieces[at] = pieces[at].replace("le ", "ce ").replace("de ", "du ")
    return "".join(pieces)


def read_cases(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            case = json.loads(line)
            yield Case(Span(case["start"], case["end"]), case["original"], case["edited"])


def ours(case: Case) -> None:
    aligned.cache_clear()
    prefix, suffix = context(case.original, case.span)
    locate(case.span.of(case.original), prefix, suffix, case.span, case.edited, case.original)


def theirs(case: Case) -> None:
    old, new = tokenise(case.original).keys, tokenise(case.edited).keys
    SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def seconds(work: Callable[[Case], None], case: Case) -> float:
    start = time.perf_counter()
    work(case)
    return time.perf_counter() - start


def measure_cases(cases: list[Case]) -> bool:
    """Prints the medians; whether they are good enough."""
    taken = [(seconds(ours, case), seconds(theirs, case)) for case in cases]
    mine = statistics.median(own for own, _ in taken)
    difflib = statistics.median(other for _, other in taken)
    worst = max(own for own, _ in taken)
    ratio = mine / difflib
    print(
        f"a case ({len(cases)}): median {mine * 1000:.2f} ms (at most {MOST_CASE * 1000:.0f}), "
        f"worst {worst * 1000:.0f}; {ratio:.2f} of difflib’s {difflib * 1000:.2f} ms (at most {MOST_RATIO})"
    )
    return mine <= MOST_CASE and ratio <= MOST_RATIO


def measure_article(folder: Path) -> bool:
    """Prints how long an article with many annotations takes; whether that is good enough."""
    lines = [f"Le député numéro {n} a voté pour l’amendement {n * 7} de la loi." for n in range(ANNOTATIONS)]
    path = folder / "grand.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    session = Session(Library([folder]), MemoryStore())
    text = session.article(path.name).text
    starts = [text.index(f"numéro {n} a voté") for n in range(ANNOTATIONS)]
    session.tag_all([Passage(path.name, Span(start, start + 9)) for start in starts], ["vote"])
    kept = [line.replace("a voté", "a enfin voté") for n, line in enumerate(lines) if n % 10]
    path.write_text("Avant-propos.\n" + "\n".join(kept), encoding="utf-8")
    aligned.cache_clear()
    start = time.perf_counter()
    session.take_in(session.look_at_disk())
    found = session.annotations(path.name)
    taken = time.perf_counter() - start
    start = time.perf_counter()
    SequenceMatcher(None, lines, path.read_text(encoding="utf-8").split("\n"), autojunk=False).get_opcodes()
    floor = time.perf_counter() - start
    lost = sum(a.anchor is AnchorState.ORPHAN for a in found)
    print(
        f"{len(found)} annotations of a changed article: {taken * 1000:.0f} ms (at most "
        f"{MOST_ARTICLE * 1000:.0f}), {lost} lost; difflib, by whole lines alone: {floor * 1000:.0f} ms"
    )
    return taken <= MOST_ARTICLE and lost == ANNOTATIONS // 10


def main() -> int:
    cases = [*(read_cases(Path(sys.argv[1])) if len(sys.argv) > 1 else made_cases())]
    good = measure_cases(cases)
    with tempfile.TemporaryDirectory() as name:
        good = measure_article(Path(name)) and good
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
