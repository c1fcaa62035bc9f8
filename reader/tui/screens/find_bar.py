"""Finding while typing, with the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from reader.tui.recall import Recall
from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from reader.tui.hits import Hits


HOW = "enter stays there, n and N go on · ↑ former words · esc returns"


class FindBar(Prompt[str]):
    """The words sought; the text above shows the finds as they are typed."""

    def __init__(self, former: Sequence[str], preview: Callable[[str], Hits]) -> None:
        super().__init__()
        self._recall = Recall(former)
        self._before = query = former[-1] if former else ""
        self._preview = preview
        self._line = LineInput(placeholder=f"find  (enter: {query})" if query else "find")

    def widgets(self) -> Iterable[Widget]:
        return (self._line,)

    def first_focus(self) -> Widget:
        return self._line

    def opened(self) -> None:
        self.hint(HOW)

    @on(Input.Changed)
    def _typed(self) -> None:
        hits = self._preview(self._line.value)
        if not hits:
            self.hint(HOW)
        elif hits.spans:
            self.hint(f"{hits.current + 1}/{len(hits.spans)}")
        else:
            self.hint("nothing like that in this article", trouble=True)

    def take_key(self, key: str) -> bool:
        if key == "enter":
            words = self._line.value or self._before
            self._preview(words)
            self.answer(words)
        elif key in ("up", "down"):
            typed = self._line.value
            self._line.value = self._recall.back(typed) if key == "up" else self._recall.forth(typed)
            self._line.cursor_position = len(self._line.value)
        else:
            return super().take_key(key)
        return True
