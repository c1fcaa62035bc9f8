"""A question answered by yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.flow import flow
from reader.tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.tui.inks import Line


class Confirm(Prompt[bool]):
    """Says what would happen; only y does it."""

    def __init__(self, what: str, question: str, word: str) -> None:
        super().__init__()
        self._what = what
        self._question = question
        self._word = word

    def opened(self) -> None:
        self.hint(f"y  {self._word.lower()} · n or esc  leave it")

    def head(self) -> Iterable[Line]:
        width = max(min(self.app.size.width, 84) - 6, 10)
        return (*flow(((self._what, "unsaved"),), width), *flow(((self._question, ""),), width))

    def take_key(self, key: str) -> bool:
        if key in ("y", "Y", "n", "N"):
            self.answer(key in ("y", "Y"))
            return True
        return super().take_key(key)
