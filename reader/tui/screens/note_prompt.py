"""A note on a passage, of as many lines as it needs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import TextArea

from reader.errors import ReaderError
from reader.text.display import safe_line
from reader.tui.screens.prompt import Prompt
from reader.tui.widgets.typing_in import TypedInto
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from reader.tui.inks import Line


class NotePrompt(Prompt[str]):
    """Written into freely; ctrl+s keeps it, escape leaves it, asking once more where words would be lost.

    Where the app ends before either was pressed, *keep* gets what ctrl+s would have answered.
    """

    HINT = "ctrl+s keeps it · esc leaves it as it was"

    def __init__(self, quote: str, note: str, keep: Callable[[str], object]) -> None:
        super().__init__()
        self._keep = keep
        self._quote = quote
        self._area = _NoteArea(note)
        self._before = self._area.text
        self._warned = False

    def head(self) -> Iterable[Line]:
        return ((("Note on ", "title"), (quoted(self._quote, 60), "")),)

    def widgets(self) -> Iterable[Widget]:
        return (self._area,)

    def first_focus(self) -> Widget:
        return self._area

    def opened(self) -> None:
        self._area.move_cursor(self._area.document.end)

    def take_key(self, key: str) -> bool:
        if key == "ctrl+s":
            self.answer(self._written())
            return True
        if key == "escape" and self._area.text != self._before and not self._warned:
            self._warned = True
            self.hint("esc again throws the changes away · ctrl+s keeps them", trouble=True)
            return True
        if key != "escape":
            self._warned = False
        return super().take_key(key)

    def keep_typed(self) -> None:
        written = self._written()
        self._before = self._area.text  # once: the terminal's end may be told of twice
        if written is None or self.answered.done():
            return
        try:
            self._keep(written)
        except ReaderError as error:
            logging.getLogger(__name__).error("A note was not kept as the app ended", exc_info=error)

    def _written(self) -> str | None:
        """The note as it is by now; None where nothing was changed."""
        return None if self._area.text == self._before else self._area.text.rstrip()


class _NoteArea(TypedInto, TextArea):
    """The note itself."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False
        )
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """A line as it is painted: none of it commands the terminal."""
        return Text(safe_line(super().get_line(line_index).plain), end="", no_wrap=True)
