"""What keeping a mention costs in an article with ten thousand of them, beside one with a hundred.

The clock is that of the processor for the screen's own thread: from the key's command until all is known
that is painted next. Half of the mentions are annotations already.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from reader.model import Article, Claim, Entity, EntityLabel, Span
from reader.recognition import registry
from reader.tui.app import make_app

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = "Anna Kovacs"
SENTENCE = f"Puis {NAME} parle. "
FEW, MANY = 100, 10_000
LIMIT = 10.0
"""Milliseconds, the median, among many."""
ROUNDS = 30


class Names:
    """Finds the name, and nothing else."""

    name, version = "names", "1"

    def __call__(self, article: Article) -> Iterator[Entity]:
        at = article.text.find(NAME)
        while at >= 0:
            span = Span(at, at + len(NAME))
            yield Entity(span, NAME, EntityLabel.PER, NAME, recogniser=self.name)
            at = article.text.find(NAME, span.end)


class NoClaims:
    """Finds nothing."""

    name, version = "claims", "1"

    def __call__(self, article: Article, entities: Iterable[Entity] = ()) -> Iterable[Claim]:  # noqa: ARG002
        return ()


async def keeping(mentions: int, folder: Path) -> float:
    """The median milliseconds of keeping one of so many mentions."""
    articles = folder / "articles"
    articles.mkdir(parents=True)
    paragraphs = [SENTENCE * 50] * (mentions // 50)
    (articles / "a.txt").write_text("\n\n".join(["Titre", *paragraphs]), encoding="utf-8")
    app, taken = make_app([articles], store=folder / "store", annotator="reader"), []
    async with app.run_test(size=(120, 40)) as pilot:
        reading = app.reading
        while len(reading.desk.suggestions) < mentions:
            await pilot.pause(0.05)
        half = [suggestion.mention for suggestion in reading.desk.suggestions[: mentions // 2]]
        app.session.accept("a.txt", half)
        reading.text.move_to(half[-1].span.end)
        await pilot.press("e")
        for _ in range(ROUNDS):
            await pilot.pause()
            app.session.flush(5)
            begin = time.thread_time()
            app.command("suggestion.accept").run(reading)
            reading.paint()
            taken.append((time.thread_time() - begin) * 1000)
    app.session.close()
    return median(taken)


def main() -> int:
    """Print both medians; 1 where many mentions make the key slow."""
    names, claims = Names(), NoClaims()
    registry.RECOGNISERS = (lambda: names,)
    registry.claim_recogniser = lambda: claims  # type: ignore[assignment]  # not remembered, the same each time
    with tempfile.TemporaryDirectory() as folder:
        few, many = (asyncio.run(keeping(number, Path(folder) / str(number))) for number in (FEW, MANY))
    print(f"keeping one of {FEW:6} mentions {few:6.2f} ms")
    print(f"keeping one of {MANY:6} mentions {many:6.2f} ms  (at most {LIMIT:.0f} ms)")
    return int(many > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
