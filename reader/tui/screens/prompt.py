"""What all prompts share: a sheet at the bottom of the screen, keys taken in the order typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen, ScreenResultType

from reader.paths import styles_folder
from reader.tui.screens.question import Question
from reader.tui.widgets.choice_rows import ChoiceRows
from reader.tui.widgets.lines import Lines
from reader.tui.widgets.typing_in import TypedInto

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from reader.tui.inks import Line
    from reader.tui.widgets.rows import Rows


HEIGHTS = [(0, "-low"), (20, "-tall")]
"""In a low window lists and notes leave room for the hint."""


class Prompt(TypedInto, Question[ScreenResultType], ModalScreen[ScreenResultType]):
    """Asks one thing. Subclasses give lines above, widgets, a hint below, and take keys."""

    CSS_PATH = styles_folder() / "prompt.tcss"
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = HEIGHTS
    HINT: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Lines(self.head(), id="head")
            yield from self.widgets()
            yield Lines([((self.HINT, "quiet"),)], id="hint")

    def on_mount(self) -> None:
        first = self.first_focus()
        if first is not None:
            self.set_focus(first)  # at once, so that the next key typed finds it
        self.opened()

    def opened(self) -> None:
        """What a kind of prompt does once it stands."""

    def head(self) -> Iterable[Line]:
        """The lines above."""
        return ()

    def widgets(self) -> Iterable[Widget]:
        """What stands between head and hint."""
        return ()

    def first_focus(self) -> Widget | None:
        """Where typing goes first."""
        return next(iter(self.query(ChoiceRows)), None)

    def take_key(self, key: str) -> bool:
        """Act on a key; whether it was one of this prompt's."""
        if key == "escape":
            self.answer(None)
            return True
        return False

    def hint(self, words: str, *, trouble: bool = False) -> None:
        """Say something else below."""
        self.query_one("#hint", Lines).say([((words, "unsaved" if trouble else "quiet"),)])

    def move_in(self, rows: Rows, key: str) -> bool:
        """Let arrows move in a list; whether *key* was one."""
        steps = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1}
        if key in steps:
            rows.step(steps[key])
        elif key in ("pagedown", "pageup"):
            rows.page(1 if key == "pagedown" else -1)
        else:
            return False
        return True
