"""What is done in the background: reading a large folder, and recognition, the open article first."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.text.display import safe_line
from reader.tui.messages import Loaded, Marked, Working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import ArticleRef
    from reader.session import Session
    from reader.tui.screens.reading import ReadingScreen

READ_AT_ONCE = 40
"""Articles that are read before the first is shown; more are read in the background."""
READ_AT_ONCE_BYTES = 4 << 20
"""Bytes that they may have altogether: some thirty milliseconds."""
AFTER_TEXT = 0.02
"""Seconds that the text has to itself, so that it is on the screen before its marks are sought."""
TELL_EVERY = 0.25
"""Seconds between two words about progress."""


def mark_articles(reading: ReadingScreen, first: str) -> None:
    """Recognise *first*, then the rest, in one thread, once the text is shown; an earlier run gives way."""
    ids = (first, *(id for id in reading.shelf.order if id != first))

    def begin() -> None:
        if reading.is_attached:
            reading.run_worker(
                lambda: _recognise(reading, reading.session, ids),
                name="marking",
                group="marking",
                thread=True,
                exclusive=True,
            )

    reading.set_timer(AFTER_TEXT, begin)


def _recognise(reading: ReadingScreen, session: Session, ids: Sequence[str]) -> None:
    worker, told = get_current_worker(), 0.0
    for done, id in enumerate(ids, 1):
        if worker.is_cancelled:
            return
        try:
            session.recognition(id)
            session.keep_up()
        except ReaderError:
            continue  # the list says why the article cannot be read
        finally:
            if done in (1, len(ids)) or monotonic() - told > TELL_EVERY:
                told = monotonic()
                reading.post_message(Marked(id, done, len(ids)))


async def follow(reading: ReadingScreen, message: Loaded | Marked | Working) -> None:
    """On the screen's own thread: say how far the work behind it is, and show what came of it."""
    if isinstance(message, Working):
        reading.status.set(working=message.words)
        return
    finished, doing = message.done >= message.total, "reading" if isinstance(message, Loaded) else "marking"
    reading.status.set(recognising="" if finished else f"{doing} {message.done}/{message.total}")
    if isinstance(message, Loaded):
        if finished:
            for sentence in await reading.opening.all_are_read():
                reading.say(safe_line(sentence), role="unsaved")
    elif reading.desk.article is not None and message.done == 1:
        reading.paint()
    elif finished:
        reading.show_place()


def can_read_at_once(articles: Sequence[ArticleRef]) -> bool:
    """Whether nobody waits if all are read before the first is shown."""
    if len(articles) > READ_AT_ONCE:
        return False
    size = 0
    for article in articles:
        with suppress(OSError):  # the list says why an article cannot be read
            size += article.path.stat().st_size
    return size <= READ_AT_ONCE_BYTES


def load_articles(reading: ReadingScreen) -> None:
    """Read all articles in a thread, so that their titles and dates are known."""
    ids = tuple(ref.id for ref in reading.session.articles)
    reading.run_worker(lambda: _load(reading, ids), name="loading", group="loading", thread=True)


def _load(reading: ReadingScreen, ids: Sequence[str]) -> None:
    worker, told = get_current_worker(), 0.0
    for done, id in enumerate(ids, 1):
        if worker.is_cancelled:
            return
        with suppress(ReaderError):  # the list says why an article cannot be read
            reading.session.article(id)
        if done == len(ids) or monotonic() - told > TELL_EVERY:
            told = monotonic()
            reading.post_message(Loaded(done, len(ids)))
