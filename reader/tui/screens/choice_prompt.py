"""A question answered by one letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.choice_rows import ChoiceRows
from reader.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from reader.tui.inks import Line


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer."""

    key: str
    label: str
    """Made safe already."""
    value: str


class ChoicePrompt(Prompt[str]):
    """A few choices, each with its key."""

    HINT = "the letter, or ↑ ↓ and enter · esc leaves it"

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        now: str = "",
        preview: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._now = now
        self._preview = preview
        self._rows = ChoiceRows(id="choices")

    def head(self) -> Iterable[Line]:
        return (((self._title, "title"),),)

    def widgets(self) -> Iterable[Widget]:
        return (self._rows,)

    def opened(self) -> None:
        rows = [
            Row((((choice.key, "key"), ("  ", ""), (choice.label, "")),), choice.value)
            for choice in self._choices
        ]
        self._rows.show(rows, target=self._now or None)

    def take_key(self, key: str) -> bool:
        chosen = next((choice.value for choice in self._choices if choice.key == key), None)
        if key == "enter":
            chosen = str(self._rows.target)
        if chosen is not None:
            self.answer(chosen)
            return True
        return self.move_in(self._rows, key) or super().take_key(key)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        self.answer(str(message.target))

    def on_rows_pointed(self, message: Rows.Pointed) -> None:
        if self._preview is not None:
            self._preview(str(message.target))
