"""A line to type into."""

from __future__ import annotations

from textual.widgets import Input

from reader.tui.widgets.typing_in import TypedInto


class LineInput(TypedInto, Input):
    """One line; enter, escape, tab and arrows belong to the screen if it wants them."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=False, compact=True)
        self.cursor_blink = False
