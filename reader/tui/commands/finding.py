"""Finding words: in the article, and in all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.text.display import safe_line
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place
from reader.tui.hits import Hits

if TYPE_CHECKING:
    from reader.tui.screens.concordance import ConcordanceScreen
    from reader.tui.screens.reading import ReadingScreen


async def find(reading: ReadingScreen) -> None:
    """Find while typing; enter stays there, escape returns."""
    from reader.tui.recall import remember
    from reader.tui.screens.find_bar import FindBar

    desk, came_from, stood = reading.desk, reading.text.point, reading.text.standpoint
    desk.opened()
    before = desk.hits

    def preview(query: str) -> Hits:
        desk.hits = hits_of(reading, query, came_from)
        if desk.hits.spans:
            reading.text.sight.reveal(desk.hits.spans[desk.hits.current])
        reading.paint()
        return desk.hits

    query = await reading.ask(FindBar(desk.sought, preview))
    if query is None:
        desk.hits = before
        reading.text.return_to(stood)
        reading.paint()
    elif not desk.hits.spans:
        desk.hits = Hits()
        reading.paint()
        if query:
            remember(desk.sought, query)
            reading.say(f"Nothing like “{safe_line(query)}” in this article. f looks in all of them.")
    else:
        remember(desk.sought, query)
        reading.text.select(desk.hits.spans[desk.hits.current])
        reading.paint()


def hits_of(reading: ReadingScreen, query: str, offset: int) -> Hits:
    """Where *query* stands in the open article; the first hit at or after *offset* is the current one."""
    if not query.strip():
        return Hits()
    found = Hits(query, tuple(reading.desk.folded().find(query)))
    return Hits(query, found.spans, found.nearest(offset - 1, forward=True))


def _step(reading: ReadingScreen, *, forward: bool) -> None:
    hits = reading.desk.hits
    if not hits.spans:
        raise UsageError("Nothing was looked for here. / finds words in this article.")
    current = hits.nearest(_place(reading, forward=forward), forward=forward)
    reading.desk.hits = Hits(hits.query, hits.spans, current)
    reading.text.select(hits.spans[current])
    reading.paint()


def _place(reading: ReadingScreen, *, forward: bool) -> int:
    selection = reading.text.selection
    if selection is None:
        return reading.text.point - (1 if forward else 0)
    return selection.start


def find_next(reading: ReadingScreen) -> None:
    _step(reading, forward=True)


def find_previous(reading: ReadingScreen) -> None:
    _step(reading, forward=False)


async def search(reading: ReadingScreen) -> None:
    """Every place of some words in all articles, as a concordance."""
    from reader.tui.screens.concordance import ConcordanceScreen

    selection = reading.text.selection
    words = selection.of(reading.desk.opened().text) if selection is not None else reading.desk.hits.query
    await steps.visit(reading, ConcordanceScreen, words)


def change_words(concordance: ConcordanceScreen) -> None:
    concordance.edit_words()


COMMANDS = (
    Command(
        "find",
        "Find in this article",
        "Accents, case, apostrophes and hyphens do not matter; up and down bring former words back.",
        ("/",),
        Place.READING,
        Group.FINDING,
        find,
        "find",
    ),
    Command(
        "find.next",
        "Next find",
        "Go to the next place found.",
        ("n",),
        Place.READING,
        Group.FINDING,
        find_next,
    ),
    Command(
        "find.previous",
        "Find before",
        "Go to the place found before.",
        ("N",),
        Place.READING,
        Group.FINDING,
        find_previous,
    ),
    Command(
        "search",
        "Search all articles",
        "Every place of some words, each with its line.",
        ("f",),
        Place.READING,
        Group.FINDING,
        search,
        "search",
    ),
    Command(
        "search.words",
        "Other words",
        "Change the words that are looked for.",
        ("f",),
        Place.SEARCH,
        Group.FINDING,
        change_words,
        "words",
    ),
)
