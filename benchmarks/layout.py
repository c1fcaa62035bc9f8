"""How long an article of 130 000 characters takes to wrap and a key to be painted.

Everything is a ratio of one run; 1 where one is beyond its limit. The floor for wrapping is one look at each
space of the text (``str.find`` in a loop); the peer is Textual's own wrapping of the same text, and for a key
its ``TextArea`` with the same text. The floor for flattening marks is sorting where they begin and end.
"""

from __future__ import annotations

import asyncio
import time
import unicodedata
from statistics import median
from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from reader.layout.marks import Mark, Role, as_marks
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
KEYS = 60
MOST_OF_FLOOR = 2.0
MOST_OF_PEER = 0.4
"""What wrapping may take, of the floor and of Textual's."""
MOST_OF_PEER_DECOMPOSED = 4.0
"""The same where each accent is a character of its own: we look at each grapheme, Textual at none."""
MOST_OF_SORTING = 25.0
"""What flattening marks may take, of sorting their ends."""
MOST_OF_TEXT_AREA = 1.3
"""What a key may take until it is painted, of a key in a TextArea."""


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


def ends(marks: list[Mark]) -> list[tuple[int, str]]:
    """The least that any flattening must do."""
    return sorted((end, mark.id) for mark in marks for end in (mark.span.start, mark.span.end))


class TextAreaApp(App[None]):
    """The peer: the same text in Textual's own widget."""

    def compose(self) -> ComposeResult:
        yield TextArea(ARTICLE, soft_wrap=True)


async def key_time(app: App[None], keys: tuple[str, ...]) -> float:
    """The median milliseconds from a key press to the screen painted."""
    async with app.run_test(size=(120, 40)) as pilot:
        if isinstance(app, ArticleApp):
            app.view.set_marks(as_marks(marks(ARTICLE)))
        await pilot.pause()
        taken = []
        for number in range(KEYS):
            begin = time.process_time()
            await pilot.press(keys[number % len(keys)])
            taken.append((time.process_time() - begin) * 1000)
        return median(taken)


class Verdict:
    """Prints ratios, and remembers whether one was too large."""

    def __init__(self) -> None:
        self.code = 0

    def say(self, what: str, taken: float, against: str, other: float, most: float) -> None:
        ratio = taken / other
        print(f"{what:34} {taken:7.1f} ms {ratio:6.2f} × {against} (at most {most})")
        self.code |= ratio > most


def main() -> int:
    """Print the figures, each beside its floor or peer."""
    verdict = Verdict()
    wrap = milliseconds(lambda: Wrapped(ARTICLE, WIDTH))
    verdict.say("wrap", wrap, "the floor", milliseconds(lambda: every_space(ARTICLE)), MOST_OF_FLOOR)
    for what, text, most in (
        ("wrap", ARTICLE, MOST_OF_PEER),
        ("wrap combining accents", unicodedata.normalize("NFD", ARTICLE), MOST_OF_PEER_DECOMPOSED),
    ):
        ours = milliseconds(lambda text=text: Wrapped(text, WIDTH), 3)  # type: ignore[misc]
        peer = milliseconds(lambda text=text: WrappedDocument(Document(text), WIDTH), 3)  # type: ignore[misc]
        verdict.say(what, ours, "Textual's", peer, most)
    every = marks(ARTICLE)
    floor = milliseconds(lambda: ends(every), 3)
    flat = milliseconds(lambda: Flattened(every), 3)
    verdict.say(f"flatten {len(every)} marks", flat, "sorting them", floor, MOST_OF_SORTING)
    for keys in (("down",), ("shift+right",), ("pagedown", "pagedown", "pageup")):
        ours, peer = (asyncio.run(key_time(app, keys)) for app in (ArticleApp(ARTICLE), TextAreaApp()))
        verdict.say(f"a key painted ({keys[0]})", ours, "a TextArea's", peer, MOST_OF_TEXT_AREA)
    return verdict.code


if __name__ == "__main__":
    raise SystemExit(main())
