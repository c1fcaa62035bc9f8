"""The whole app over a small made-up folder: keys in, rows of the screen out."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pytest
from textual.worker import WorkerCancelled

from reader.formats.data import DEFAULT_PARTS
from reader.formats.registry import format_named
from reader.model import Article, Claim, Entity, EntityLabel, Span, Timex, TimexKind
from reader.recognition import registry
from reader.tui.app import make_app
from tests.articles import folder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.tui.reader_app import ReaderApp

WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (40, 12)
SIZES = pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW], ids=lambda size: f"{size[0]}x{size[1]}")
SMALL_SIZES = pytest.mark.parametrize("size", [MEDIUM, NARROW], ids=lambda size: f"{size[0]}x{size[1]}")

NAMES = {
    "Anna Kovacs": (EntityLabel.PER, "Anna Kovacs"),
    "Pál Orbán": (EntityLabel.PER, "Pál Orbán"),
    "Vienne": (EntityLabel.LOC, "Vienne"),
    "Agence du Danube": (EntityLabel.ORG, "Agence du Danube"),
}
DATES = {"3 mars 2024": "2024-03-03", "9 mars 2024": "2024-03-09"}


class Names:
    """Finds the names above, and nothing else."""

    name, version = "names", "1"

    def __call__(self, article: Article) -> Iterable[Entity]:
        for words, (label, name) in NAMES.items():
            for span in places(article.text, words):
                yield Entity(span, words, label, name, recogniser=self.name)


class Dates:
    """Finds the dates above, and nothing else."""

    name, version = "dates", "1"

    def __call__(self, article: Article) -> Iterable[Timex]:
        for words, value in DATES.items():
            for span in places(article.text, words):
                yield Timex(
                    span, words, TimexKind.DATE, value, reason="as it is written", recogniser=self.name
                )


class NoClaims:
    """Finds no claims."""

    name, version = "claims", "1"

    def __call__(self, article: Article, entities: Iterable[Entity] = ()) -> Iterable[Claim]:  # noqa: ARG002
        return ()


def places(text: str, words: str) -> Iterator[Span]:
    """Everywhere that *words* stand."""
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


@dataclass
class Story:
    """A running app, as its reader sees and uses it."""

    app: ReaderApp
    pilot: Pilot[None]
    articles: Path

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each seen through."""
        for key in keys:
            await self.pilot.press(key)
            await self.marked()
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words letter by letter."""
        names = {
            " ": "space",
            ",": "comma",
            "-": "minus",
            "/": "slash",
            ".": "full_stop",
            '"': "quotation_mark",
        }
        await self.pilot.press(*(names.get(letter, letter) for letter in words))
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything is marked, painted and on the disk."""
        await self.marked()
        await self.pilot.pause()
        self.app.session.flush(5)
        await self.pilot.pause()

    async def look(self) -> None:
        """Let the app look at the disk, and see it through."""
        await self.app.reading.watch_disk.look()
        await self.settle()

    def write(self, name: str, text: str) -> None:
        """Change an article as another program does."""
        path = self.articles / name
        path.write_text(text, encoding="utf-8")
        seconds = path.stat().st_mtime - 60
        os.utime(path, (seconds, seconds))

    async def marked(self) -> None:
        """Wait until the articles are recognised."""
        session = self.app.session
        while any(
            session.recognised(id) is None
            for id in self.app.reading.shelf.order
            if not session.summary(id).problem
        ):
            await self.pilot.pause()
        for worker in [worker for worker in self.app.workers if worker.group in ("marking", "rows")]:
            with suppress(WorkerCancelled):  # a newer run took its place
                await worker.wait()
                await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        compositor = self.app.screen._compositor  # noqa: SLF001 - the screen as it is painted, in one place
        return [strip.text.rstrip() for strip in compositor.render_strips()]

    @property
    def status(self) -> str:
        """The status line."""
        return next(row for row in self.rows[::-1] if "saved" in row or "SAVED" in row or "read-only" in row)

    def shows(self, words: str) -> bool:
        """Whether the screen shows *words* on one row."""
        return any(words in row for row in self.rows)

    @property
    def selected(self) -> str:
        """The selected words."""
        reading = self.app.reading
        span = reading.text.selection
        return span.of(reading.desk.opened().text) if span is not None else ""

    @property
    def opened(self) -> str:
        """The id of the open article."""
        return self.app.reading.desk.opened().id

    def export(self) -> list[dict[str, object]]:
        """The export as its reader would have it."""
        data = self.app.session.export_data(DEFAULT_PARTS)
        written = "".join(format_named("jsonl").write(data))
        return [json.loads(line) for line in written.split("\n") if line]

    def annotations(self) -> list[dict[str, object]]:
        return [row for row in self.export() if row["type"] == "annotation"]

    def links(self) -> list[dict[str, object]]:
        return [row for row in self.export() if row["type"] == "link"]


Open: TypeAlias = Callable[..., "AbstractAsyncContextManager[Story]"]


@pytest.fixture
def small_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks that do not change as the real recognisers learn."""
    names, dates, claims = Names(), Dates(), NoClaims()
    monkeypatch.setattr(registry, "RECOGNISERS", (lambda: names, lambda: dates))
    monkeypatch.setattr(registry, "claim_recogniser", lambda: claims)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_recogniser: None) -> Open:  # noqa: ARG001
    """Opens the app over two small articles, or over the texts given."""
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)

    @asynccontextmanager
    async def opened(size: tuple[int, int] = MEDIUM, **texts: str) -> AsyncIterator[Story]:
        made = tmp_path / "articles"
        if not made.exists():
            made = folder(tmp_path, **texts)
        app = make_app([made], store=tmp_path / "annotations", annotator="ana")
        app.animation_level = "none"
        try:
            async with app.run_test(size=size) as pilot:
                told = Story(app, pilot, made)
                await told.settle()
                try:
                    yield told
                except BaseException:
                    print("\n".join(told.rows))  # noqa: T201 - what the reader saw when it went wrong
                    raise
        finally:
            app.session.close()

    return opened
