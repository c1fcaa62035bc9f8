"""Told to end by a signal: everything is saved, the right code is left."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Open


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_a_signal_saves_and_leaves_with_its_code(story: Open, name: str) -> None:
    number = signal.Signals[name]
    async with story() as told:
        await told.press("e", "a")
        os.kill(os.getpid(), number)
        await told.pilot.pause()
        assert told.app.return_code == 128 + number
    async with story() as told:
        assert len(told.annotations()) == 1
