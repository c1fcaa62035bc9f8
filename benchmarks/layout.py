"""How long an article of 130 000 characters takes to wrap and a key to be painted.

Run with ``python -m benchmarks.layout``. The floor for wrapping is one look at each space of
the text (``str.find`` in a loop); the peer is Textual's own wrapping of the same text.
"""

from __future__ import annotations

import asyncio
import time
import unicodedata
from statistics import median
from typing import TYPE_CHECKING

from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from reader.layout.marks import Mark, Role
from reader.layout.rows import Flattened
from reader.layout.wrap import Wrapped
from reader.model import Span
from tests.tui.article_view.app import ArticleApp

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = (
    "Le ministre a rencontré à Budapest le président, qui s’est dit prêt à « une paix juste » : c’est rare. "
)
ARTICLE = ("\n\n".join([SENTENCE * 8] * 170))[:130_000]
WIDTH = 76
KEYS = 150


def milliseconds(job: Callable[[], object], times: int = 9) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        job()
        taken.append(time.perf_counter() - begin)
    return median(taken) * 1000


def every_space(text: str) -> int:
    """The least that any wrapping must do."""
    found = at = 0
    while (at := text.find(" ", at) + 1) > 0:
        found += 1
    return found


def marks(text: str) -> list[Mark]:
    """A mark every thirteen characters: ten thousand in all."""
    roles = [role for role in Role if role is not Role.HEADING]
    return [Mark(Span(at, at + 9), roles[at % len(roles)], str(at), 1) for at in range(0, len(text) - 9, 13)]


async def key_times(*keys: str) -> list[float]:
    """Milliseconds from a key press to the screen painted, in the article view alone."""
    app = ArticleApp(ARTICLE)
    async with app.run_test(size=(120, 40)) as pilot:
        app.view.set_marks(marks(ARTICLE))
        await pilot.pause()
        taken = []
        for number in range(KEYS):
            begin = time.process_time()
            await pilot.press(keys[number % len(keys)])
            taken.append((time.process_time() - begin) * 1000)
        return taken


def main() -> None:
    """Print the figures, each beside its floor or peer."""
    floor = milliseconds(lambda: every_space(ARTICLE))
    wrap = milliseconds(lambda: Wrapped(ARTICLE, WIDTH))
    peer = milliseconds(lambda: WrappedDocument(Document(ARTICLE), WIDTH), 3)
    print(f"wrap {len(ARTICLE)} characters: {wrap:.1f} ms")
    print(f"  that is {wrap / floor:.1f} × the floor and {wrap / peer:.2f} × Textual's")
    decomposed = unicodedata.normalize("NFD", ARTICLE)
    print(f"the same with combining accents: {milliseconds(lambda: Wrapped(decomposed, WIDTH), 3):.1f} ms")
    every = marks(ARTICLE)
    print(f"flatten {len(every)} marks: {milliseconds(lambda: Flattened(every), 3):.1f} ms")
    for title, keys in (
        ("down", ("down",)),
        ("select", ("shift+right",)),
        ("page", ("pagedown", "pagedown", "pageup")),
    ):
        print(f"a key painted ({title}): {median(asyncio.run(key_times(*keys))):.1f} ms")


if __name__ == "__main__":
    main()
