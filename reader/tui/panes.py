"""Showing, focusing and folding the panes beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.tui.screens.reading import ReadingScreen

Pane = Literal["articles", "here"]


def toggle(reading: ReadingScreen, name: Pane) -> None:
    """Show a pane that is folded, focus one that is shown, fold one that has the focus."""
    pane = _pane(reading, name)
    if pane.display and pane.has_focus:
        fold(reading, name)
    elif pane.display:
        pane.focus()
    else:
        fold_overlays(reading)
        reading.remove_class(f"-fold-{name}").add_class(f"-show-{name}")
        pane.focus()
        reading.call_after_refresh(reading.show_place)


def fold(reading: ReadingScreen, name: Pane) -> None:
    """Fold a pane and go back to the text."""
    reading.remove_class(f"-show-{name}").add_class(f"-fold-{name}")
    reading.set_focus(reading.text)


def fold_overlays(reading: ReadingScreen) -> bool:
    """Fold the panes that were opened over the text; whether there was one."""
    found = False
    for name in ("articles", "here"):
        pane = _pane(reading, name)
        if reading.has_class(f"-show-{name}") and pane.display and pane.styles.layer == "over":
            reading.remove_class(f"-show-{name}")
            found = True
    if found:
        reading.set_focus(reading.text)
    return found


def _pane(reading: ReadingScreen, name: str) -> Widget:
    return reading.list if name == "articles" else reading.here
