"""A line to type into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.highlighter import Highlighter
from textual.widgets import Input

from reader.text.display import safe_display, safe_line
from reader.tui.widgets.typing_in import TypedInto

if TYPE_CHECKING:
    from rich.text import Text


class Harmless(Highlighter):
    """Shows what is typed or stood there before so that none of it commands the terminal."""

    def highlight(self, text: Text) -> None:
        text.plain = safe_line(text.plain)


class LineInput(TypedInto, Input):
    """One line; enter, escape, tab and arrows belong to the screen if it wants them."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            value,
            placeholder=safe_line(placeholder),
            highlighter=Harmless(),
            id=id,
            select_on_focus=False,
            compact=True,
        )
        self.cursor_blink = False


def harmless(text: str) -> str:
    """What is pasted, with its line ends as LF and without what would have to be painted as a stand-in."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter, shown in zip(text, safe_display(text), strict=True) if letter == shown)
