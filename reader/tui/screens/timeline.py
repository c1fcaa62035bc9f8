"""The dates of all articles in the order of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.model import Timex
from reader.search.timeline import timeline
from reader.session import Passage
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.here import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

VALUE_CELLS = 24


class TimelineScreen(ListingScreen):
    """One row for each date, with its sentence and article."""

    TITLE_WORDS = "Dates"
    NOTHING = "No dates were recognised so far. They appear as the articles are gone through."
    PLACES: ClassVar = frozenset({Place.DATES})

    def entries(self) -> Sequence[Row]:
        dates = [(id, mention) for id, mention in self.session.known_mentions() if isinstance(mention, Timex)]
        rows, last = [], ""
        room = max(self.size.width - VALUE_CELLS - 22, 24)
        for event in timeline(dates):
            article = self.session.article(event.article)
            value = event.timex.value
            shown = value if value != last else ""
            last = value
            line = (
                (f"{safe_line(shown):<{VALUE_CELLS}}", "date"),
                *snippet(article.text, event.timex.span, room, "date"),
            )
            right = ((safe_line(article.title)[:18], "quiet"),)
            rows.append(Row((line,), Jump(Passage(event.article, event.timex.span)), right=right))
        return rows
