"""One line asked for, with a check before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.display import safe_line
from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from reader.tui.inks import Line


class LinePrompt(Prompt[str]):
    """A title, a line, and why it cannot be taken, if it cannot.

    Where the value of before is *selected*, typing takes its place.
    """

    def __init__(
        self,
        title: str,
        value: str = "",
        hint: str = "",
        *,
        check: Callable[[str], str | None] | None = None,
        selected: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._hint_words = hint
        self._check = check
        self._line = LineInput(value)
        self._selected = selected

    def head(self) -> Iterable[Line]:
        return (((self._title, "title"),),)

    def widgets(self) -> Iterable[Widget]:
        return (self._line,)

    def first_focus(self) -> Widget:
        return self._line

    def opened(self) -> None:
        if self._selected:
            self._line.select_all()
        first = f"{self._hint_words}  ·  " if self._hint_words else ""
        self.hint(f"{first}enter · esc leaves it")

    def take_key(self, key: str) -> bool:
        if key != "enter":
            return super().take_key(key)
        value = self._line.value.strip()
        trouble = self._check(value) if self._check is not None else None
        if trouble:
            self.hint(safe_line(trouble), trouble=True)
        else:
            self.answer(value)
        return True
