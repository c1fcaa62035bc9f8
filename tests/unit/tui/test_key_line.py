"""The bottom line: which keys are shown where there is not room for all."""

from __future__ import annotations

import pytest

from reader.text.cells import cell_width
from reader.tui.commands.command import LIST_SCREENS, Place
from reader.tui.commands.table import COMMANDS
from reader.tui.keymap import for_places
from reader.tui.widgets.key_line import fitting

READING = {Place.EVERYWHERE, Place.READING, Place.TEXT}


def words(places: set[Place], width: int) -> list[str]:
    shown = [command for command in for_places(COMMANDS, places) if command.footer and command.keys]
    return [word for _, word in fitting(shown, width)]


@pytest.mark.parametrize("width", [40, 78, 118])
def test_the_way_out_and_help_are_shown_at_every_usual_width(width: int) -> None:
    assert words(READING, width)[-2:] == ["leave", "help"]
    for place in LIST_SCREENS:
        assert words({Place.EVERYWHERE, Place.LISTING, Place.ROWS, place}, width)[-2:] == ["close", "help"]


def test_in_the_narrowest_window_help_is_what_stays() -> None:
    assert words(READING, 10) == ["help"]


@pytest.mark.parametrize("width", range(10, 130, 7))
def test_what_is_shown_fits(width: int) -> None:
    shown = fitting([c for c in for_places(COMMANDS, READING) if c.footer and c.keys], width)
    assert sum(cell_width(label) + cell_width(word) + 3 for label, word in shown) <= width
