"""Every place of some words in all articles, each with its line."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from reader.search.concordance import FoldedTexts, Occurrence, concordance
from reader.session import Passage
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.desk import readable_articles
from reader.tui.here import Jump
from reader.tui.screens.listing import GATHERING, ListingScreen
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.rows import Row
from reader.tui.wording import snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.session import Session

MOST = 5000
"""Places shown."""


class ConcordanceScreen(ListingScreen):
    """The words sought stand one under the other."""

    TITLE_WORDS = "All articles"
    PLACES: ClassVar = frozenset({Place.SEARCH})

    def __init__(self, session: Session, words: str = "") -> None:
        super().__init__(session)
        self._query = LineInput(" ".join(words.split()), placeholder="words to look for", id="query")
        self._texts = FoldedTexts()

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield widget
            if widget.id == "title":
                yield self._query

    def opened(self) -> None:
        if not self._query.value:
            self.set_focus(self._query)
        self._look()

    def places(self) -> frozenset[Place]:
        return frozenset() if self.focused is self._query else super().places()

    def take_key(self, key: str) -> bool:
        if self.focused is self._query and key == "escape":
            self.close()
            return True
        return super().take_key(key)

    @on(Input.Changed, "#query")
    def _query_typed(self) -> None:
        self._look()

    def _look(self) -> None:
        self.list.first()
        self.refill()

    def entries(self) -> Sequence[Row]:
        places = concordance(readable_articles(self.session), self._query.value, self._texts)
        found = list(islice(places, MOST + 1))
        room = max(self.size.width - 24, 30)
        rows = [_row(occurrence, room) for occurrence in found[:MOST]]
        if len(found) > MOST:
            rows.append(Row((((f"More than {MOST} places. Say more words.", "unsaved"),),)))
        return rows

    def _nothing(self) -> str:
        if self.gathering:
            return GATHERING
        if not self._query.value.strip():
            return "Type some words. Accents, case and the shape of apostrophes do not matter."
        return "Nothing like that in these articles."


def _row(found: Occurrence, room: int) -> Row:
    line = snippet(found.article.text, found.span, room, fixed=True)
    right = ((safe_line(found.article.title)[:18], "quiet"),)
    return Row((line,), Jump(Passage(found.article.id, found.span)), right=right)
