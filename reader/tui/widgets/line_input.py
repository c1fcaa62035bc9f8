"""A line to type into that hands every key to its screen first, in the order typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class TakesKeys(Protocol):
    """A screen that may take a key before the line does."""

    def take_key(self, key: str) -> bool:
        """Whether the key was the screen's."""


class LineInput(Input):
    """One line; enter, escape, tab and arrows belong to the screen if it wants them."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def on_key(self, event: events.Key) -> None:
        if cast("TakesKeys", self.screen).take_key(event.key):
            event.stop()
            event.prevent_default()
