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
from reader.tui.here import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import snippet, title_cells, title_end

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD_CELLS = 34
NARROW_WORD_CELLS = 24
"""In a window of less than 100 cells."""


class TimelineScreen(ListingScreen):
    """One row for each date, with its sentence and article."""

    TITLE_WORDS = "Dates"
    NOTHING = "No dates were recognised so far. They appear as the articles are gone through."
    PLACES: ClassVar = frozenset({Place.DATES})

    def entries(self) -> Sequence[Row]:
        dates = [(id, mention) for id, mention in self.session.known_mentions() if isinstance(mention, Timex)]
        rows, last = [], ""
        cells = WORD_CELLS if self.size.width >= 100 else NARROW_WORD_CELLS
        room = max(self.size.width - cells - title_cells(self.size.width) - 4, 10)
        for event in timeline(dates):
            article = self.session.article(event.article)
            words = _words(event.timex, cells - 1)
            shown = words if words != last else ""
            last = words
            line = (
                (f"{shown:<{cells}}", "date"),
                *snippet(article.text, event.timex.span, room, "date"),
            )
            right = title_end(article.title, self.size.width)
            rows.append(Row((line,), Jump(Passage(event.article, event.timex.span)), right=right))
        return rows


def _words(date: Timex, cells: int) -> str:
    """A date in words; where it is too long, without the days that a week has."""
    words = timex_words(date.value, date.type, date.mod)
    if len(words) > cells:
        words = words.partition(" (")[0]
    return clip(safe_line(words), cells)
