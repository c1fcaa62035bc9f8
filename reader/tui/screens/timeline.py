"""The dates of all articles in the order of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.model import Timex
from reader.search.timeline import timeline
from reader.session import Passage
from reader.text.cells import clip
from reader.text.display import safe_line
from reader.text.timex import timex_words
from reader.tui.commands.command import Place
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import snippet, title_cells, title_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.timeline import Event

MEDIUM, WIDE = 60, 100
"""Cells of a window: from the first on date and words share a line, from the second on dates may be long."""
SHORT, LONG = 24, 34
"""Cells of a date."""


class TimelineScreen(ListingScreen):
    """One row for each date, with its sentence and article."""

    TITLE_WORDS = "Dates"
    NOTHING = "No dates were recognised so far. They appear as the articles are gone through."
    PLACES: ClassVar = frozenset({Place.DATES})

    def entries(self) -> Sequence[Row]:
        dates = [(id, mention) for id, mention in self.session.known_mentions() if isinstance(mention, Timex)]
        rows, last, width = [], "", self.size.width
        for event in timeline(dates):
            words = _words(event.timex, (LONG if width >= WIDE else SHORT) - 1)
            rows.append(self._row(event, words if words != last else "", width))
            last = words
        return rows

    def _row(self, event: Event, words: str, width: int) -> Row:
        """*words* and what stands around the date; in a narrow window below each other."""
        article, span = self.session.article(event.article), event.timex.span
        target = Jump(Passage(event.article, span))
        if width < MEDIUM:
            around = (("  ", ""), *snippet(article.text, span, max(width - 5, 10), "date"))
            return Row(((((words, "date"),), around) if words else (around,)), target)
        cells = LONG if width >= WIDE else SHORT
        room = max(width - cells - title_cells(width) - 4, 10)
        line = ((f"{words:<{cells}}", "date"), *snippet(article.text, span, room, "date"))
        return Row((line,), target, right=title_end(article.title, width))


def _words(date: Timex, cells: int) -> str:
    """A date in words; where it is too long, without the days that a week has."""
    words = timex_words(date.value, date.type, date.mod)
    if len(words) > cells:
        words = words.partition(" (")[0]
    return clip(safe_line(words), cells)
