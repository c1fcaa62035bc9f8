"""Finding while typing, with the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from reader.tui.desk import Hits


class FindBar(Prompt[str]):
    """The words sought; the text above shows the finds as they are typed."""

    def __init__(self, query: str, preview: Callable[[str], Hits]) -> None:
        super().__init__()
        self._before = query
        self._preview = preview
        self._line = LineInput(placeholder=f"find  (enter: {query})" if query else "find")

    def widgets(self) -> Iterable[Widget]:
        return (self._line,)

    def first_focus(self) -> Widget:
        return self._line

    def opened(self) -> None:
        self.hint("enter stays there, n and N go on · esc returns")

    @on(Input.Changed)
    def _typed(self) -> None:
        hits = self._preview(self._line.value)
        if not hits:
            self.hint("enter stays there, n and N go on · esc returns")
        elif hits.spans:
            self.hint(f"{hits.current + 1}/{len(hits.spans)}")
        else:
            self.hint("nothing like that in this article", trouble=True)

    def take_key(self, key: str) -> bool:
        if key != "enter":
            return super().take_key(key)
        words = self._line.value or self._before
        self._preview(words)
        self.answer(words)
        return True
