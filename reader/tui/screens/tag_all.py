"""Every occurrence of some words, ticked; what stays ticked is tagged in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.cells import clip
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.choice_rows import ChoiceRows
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.rows import Row, Rows
from reader.tui.wording import quoted, snippet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from reader.model import Article, Span
    from reader.tui.inks import Line


class TagAll(Prompt["list[tuple[Article, Span]]"]):
    """The places with their lines; space ticks, enter goes on to the tags."""

    HINT = "enter goes on · space ticks · a all or none · esc leaves it"

    def __init__(self, quote: str, places: Sequence[tuple[Article, Span]]) -> None:
        super().__init__()
        self._quote = quote
        self._places = places
        self._ticked = set(range(len(places)))
        self._rows = ChoiceRows(id="places")

    def head(self) -> Iterable[Line]:
        articles = len({article.id for article, _ in self._places})
        of_all = (
            f"{len(self._ticked)} of {counted(len(self._places), 'place')} in {counted(articles, 'article')}"
        )
        return ((("Tag every ", "title"), (quoted(self._quote, 40), "")), ((of_all, "quiet"),))

    def widgets(self) -> Iterable[Widget]:
        return (self._rows,)

    def opened(self) -> None:
        self._list()

    def take_key(self, key: str) -> bool:
        pointed = self._rows.target
        if key == "enter":
            self.answer([place for i, place in enumerate(self._places) if i in self._ticked])
        elif key == "space" and isinstance(pointed, int):
            self._ticked ^= {pointed}
            self._rows.step(1)
            self._list()
        elif key == "a":
            self._ticked = set() if self._ticked else set(range(len(self._places)))
            self._list()
        else:
            return self.move_in(self._rows, key) or super().take_key(key)
        return True

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A click ticks."""
        if isinstance(message.target, int):
            self._ticked ^= {message.target}
            self._list()

    def _list(self) -> None:
        room = max(min(self.app.size.width, 84) - 26, 16)
        rows = []
        for i, (article, span) in enumerate(self._places):
            tick = ("✓ ", "good") if i in self._ticked else ("  ", "")
            line = (tick, *snippet(article.text, span, room))
            rows.append(Row((line,), i, right=((clip(safe_line(article.title), 16), "quiet"),)))
        self._rows.show(rows, target=self._rows.target)
        self.query_one("#head", Lines).say(self.head())
