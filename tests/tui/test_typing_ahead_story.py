"""Keys that come faster than the screens change: each finds the screen that the one before led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import MEDIUM

if TYPE_CHECKING:
    from tests.tui.conftest import Open

BEFORE_HELP = {
    "a tag left": ("e", "t", "escape"),
    "a tag given": ("e", "t", "x", "enter"),
    "a note left": ("e", "c", "escape"),
    "a note kept": ("e", "c", "x", "ctrl+s"),
    "kinds": ("z", "escape"),
    "a relation left": ("e", "L", "J", "e", "L", "escape"),
    "a link made": ("e", "L", "J", "e", "L", "u", "enter"),
    "a list": ("f3", "escape"),
    "a filter": ("f3", "slash", "x", "escape", "escape"),
    "a name in a list": ("f3", "n", "escape"),
    "a question": ("f3", "x", "n"),
    "a search": ("f", "x", "escape"),
    "a find": ("slash", "x", "escape"),
    "the palette": ("ctrl+p", "escape"),
}


@pytest.mark.parametrize("keys", BEFORE_HELP.values(), ids=BEFORE_HELP)
async def test_help_comes_however_fast_it_is_asked_for_after_a_screen_that_closes(
    story: Open, keys: tuple[str, ...]
) -> None:
    async with story(MEDIUM) as told:
        for key in (*keys, "f1"):
            told.app.simulate_key(key)
        await told.settle()
        assert told.shows("enter runs it")
        await told.press("escape")
        assert not told.shows("enter runs it")
