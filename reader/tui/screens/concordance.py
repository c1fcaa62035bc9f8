"""Every place of some words in all articles, each with its line."""

from __future__ import annotations

import asyncio
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.search.concordance import FoldedTexts, Occurrence, concordance
from reader.session import Passage
from reader.tui.commands.command import Place
from reader.tui.desk import readable_articles
from reader.tui.messages import Sought
from reader.tui.places import Jump
from reader.tui.screens.listing import GATHERING, ListingScreen
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.rows import Row
from reader.tui.wording import snippet, title_cells, title_end

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from reader.session import Session

MOST = 5000
"""Places shown."""
PAUSE = 0.06
"""Seconds without a letter typed after which words are looked for."""
AT_ONCE = 100
"""Places between two looks whether other words are wanted by now."""


class ConcordanceScreen(ListingScreen):
    """The words sought stand one under the other.

    They are looked for in a thread, so that typing never waits. Meanwhile the rows are those of the last
    words that were looked for, and the title says that others are.
    """

    TITLE_WORDS = "All articles"
    PLACES: ClassVar = frozenset({Place.SEARCH})

    def __init__(self, session: Session, words: str = "") -> None:
        super().__init__(session)
        self._query = LineInput(" ".join(words.split()), placeholder="words to look for", id="query")
        self._texts = FoldedTexts()
        self._found = ""
        """The words that the rows are about."""
        self._chosen_early = False
        """Whether a row was chosen before the rows were about the words typed."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield widget
            if widget.id == "title":
                yield self._query

    def opened(self) -> None:
        self.edit_words()

    def edit_words(self) -> None:
        """Let the reader type other words: over these, or after an arrow into them."""
        self.set_focus(self._query)
        self._query.select_all()

    def places(self) -> frozenset[Place]:
        return frozenset() if self.focused is self._query else super().places()

    def take_key(self, key: str) -> bool:
        if self.focused is self._query and key == "escape":
            self.close()
            return True
        return super().take_key(key)

    @on(Input.Changed, "#query")
    def _query_typed(self) -> None:
        self._chosen_early = False
        self.refill()

    # --- rows

    def refill(self, *, target: object | None = None) -> None:
        """Look for the words, once no letter was typed for a moment; an earlier look is given up."""
        wanted = self.list.target if target is None else target
        pause = PAUSE if self._found else 0
        self.gathering = True
        seeking = self._seek(self._query.value, wanted, pause)
        self.run_worker(seeking, name="rows", group="rows", exclusive=True)
        self.narrow(target=wanted)

    async def _seek(self, words: str, target: object | None, pause: float) -> None:
        await asyncio.sleep(pause)
        worker, width = get_current_worker(), self.size.width
        rows = await asyncio.to_thread(self._rows, words, width, lambda: worker.is_cancelled)
        self.post_message(Sought(words, rows, target))

    def _rows(self, words: str, width: int, is_given_up: Callable[[], bool]) -> Sequence[Row]:
        """In a thread: the rows about *words* for a window of *width*, as far as it is not given up."""
        rows: list[Row] = []
        articles = takewhile(lambda _: not is_given_up(), readable_articles(self.session))
        for occurrence in concordance(articles, words, self._texts):
            if len(rows) == MOST:
                rows.append(Row((((f"More than {MOST} places. Say more words.", "unsaved"),),)))
                break
            if len(rows) % AT_ONCE == 0 and is_given_up():
                break
            rows.append(_row(occurrence, width))
        return rows

    def on_sought(self, message: Sought) -> None:
        if message.words != self._query.value:
            return  # others are looked for by now
        is_other, self._found = message.words != self._found, message.words
        self.gathering, self._all = False, message.rows
        self.narrow(target=None if is_other else message.target)
        if is_other:
            self.list.first()
        if self._chosen_early:
            self.choose(self.list.target)

    def choose(self, target: object) -> None:
        """Go where the row leads; where others are looked for yet, to the first of those."""
        self._chosen_early = self.gathering
        if not self.gathering:
            super().choose(target)

    def _nothing(self) -> str:
        if not self._query.value.strip():
            return "Type some words. Accents, case, apostrophes and hyphens do not matter."
        return GATHERING if self.gathering else "Nothing like that in these articles."


def _row(found: Occurrence, width: int) -> Row:
    room = max(width - title_cells(width) - 4, 30)
    line = snippet(found.article.text, found.span, room, fixed=True)
    right = title_end(found.article.title, width)
    return Row((line,), Jump(Passage(found.article.id, found.span)), right=right)
