"""Watching the opened folders: what changes on the disk is taken up while the reader reads on."""

from __future__ import annotations

import asyncio
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import AnchorState
from reader.session import SaveState
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.background import mark_articles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reader.model import Annotation, Article
    from reader.session import DiskNews, Session
    from reader.tui.screens.reading import ReadingScreen

EVERY = 1.0
"""Seconds between two looks at the disk."""
REST = 10
"""After a look at a large folder that took long, so many times that is waited."""


class Watch:
    """Looks at the disk now and then, in a thread; what it finds is taken up on the screen's own."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._looking = asyncio.Lock()
        self._resting_until = 0.0
        self._unsettled: set[str] = set()
        """Articles that changed at the last look; one that is still being written is not written down."""

    async def tick(self) -> None:
        """A look, if the last one is over and long enough ago."""
        if not self._looking.locked() and monotonic() >= self._resting_until:
            await self.look()

    async def look(self) -> None:
        """Look once and take up what was found."""
        async with self._looking:
            began = monotonic()
            session = self._reading.session
            news = await asyncio.to_thread(session.look_at_disk)
            self._resting_until = monotonic() + REST * (monotonic() - began)
            if not self._reading.is_attached:
                return
            settled, self._unsettled = self._unsettled.difference(news.changed), {*news.changed}
            try:
                if news:
                    take_up(self._reading, news)
                if settled:
                    session.settle(settled)
            except ReaderError as error:
                self._reading.complain(error)


def take_up(reading: ReadingScreen, news: DiskNews) -> None:
    """Bring the screen up to date with *news*, the reader's place staying where it is, and say it."""
    desk, session = reading.desk, reading.session
    reading.keep_position()
    opened = desk.article
    renames = session.take_in(news)
    for id in {*news.before, *news.removed}:
        now, before = session.name_now(id), news.before.get(id)
        if now == id and id not in news.changed:
            continue
        desk.carry(id, now, partial(session.carried, before) if before is not None else _as_it_was)
    if opened is not None:
        _show_again(reading, opened, news)
    reading.rearrange({*news.changed, *news.added, *news.removed, *news.unreadable})
    sentences = [*renames, *_sentences(session, news, opened)]
    if sentences:
        reading.say(safe_line(" ".join(sentences)), role="unsaved")
    if opened is not None and (news.changed or news.added):
        mark_articles(reading, first=session.name_now(opened.id))


def _show_again(reading: ReadingScreen, opened: Article, news: DiskNews) -> None:
    """The open article as it is now; its finds are looked for again."""
    session, desk = reading.session, reading.desk
    now = session.article(session.name_now(opened.id))
    desk.article = now
    if now.text != opened.text:
        reading.text.swap_article(now, partial(session.carried, news.before.get(opened.id, opened)))
        if desk.hits:
            from reader.tui.commands.finding import hits_of

            desk.hits = hits_of(reading, desk.hits.query, reading.text.point)
    elif now.id != opened.id:
        reading.text.swap_article(now, _as_it_was)
    reading.paint()


def _as_it_was(offset: int) -> int:
    return offset


# --- words --------------------------------------------------------------------------


def _sentences(session: Session, news: DiskNews, opened: Article | None) -> Iterator[str]:
    """What happened, the open article first."""
    if news.problem:
        yield f"The folder cannot be looked at: {news.problem}"
    followed = {id: session.name_now(id) for id in news.removed if session.name_now(id) != id}
    here = opened.id if opened is not None else ""
    if here in news.changed:
        yield f"This article changed on the disk{standing_words(session.annotations(here))}."
    elif here in news.unreadable or (here in news.removed and here not in followed):
        why = "is gone" if here in news.removed else "cannot be read any more"
        yield f"The file of this article {why}; you see its text as it was."
    removed = [id for id in news.removed if id not in followed and id != here]
    for words, ids in (
        ("changed", [id for id in news.changed if id not in (here, *news.added)]),
        ("new", [id for id in news.added if id not in followed.values()]),
        ("gone", removed),
        ("not readable any more", [id for id in news.unreadable if id != here]),
    ):
        if ids:
            yield _several(words, ids)


def _several(words: str, ids: Sequence[str]) -> str:
    return f"{ids[0]}: {words}." if len(ids) == 1 else f"{len(ids)} articles: {words}."


def standing_words(annotations: Collection[Annotation]) -> str:
    """How the annotations of a changed article stand, after a colon; empty where there are none."""
    counts = {state: sum(a.anchor is state for a in annotations) for state in AnchorState}
    found = counts[AnchorState.EXACT] + counts[AnchorState.MOVED]
    parts = [f"{counted(found, 'passage')} found again"] if found else []
    parts += [f"{counts[AnchorState.DOUBTFUL]} doubtful"] if counts[AnchorState.DOUBTFUL] else []
    parts += [f"{counts[AnchorState.ORPHAN]} lost"] if counts[AnchorState.ORPHAN] else []
    more = " (! lists them)" if len(parts) > bool(found) else ""
    return f": {', '.join(parts)}{more}" if parts else ""


def settle_opened(reading: ReadingScreen, id: str) -> None:
    """An article was opened that is not what was annotated: write down what is sure, and say it."""
    session = reading.session
    if session.save_status.state is SaveState.READ_ONLY:
        return
    now = session.annotations(id)
    if all(session.stored(a.id) == a for a in now):
        return
    if session.settle([id]) is None:
        now = tuple(a for a in now if a.anchor in (AnchorState.DOUBTFUL, AnchorState.ORPHAN))
    words = standing_words(now)
    if words:
        reading.say(f"This article changed since you marked it{words}.", role="unsaved")
