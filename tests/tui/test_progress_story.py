"""Exports and imports that take long show how far they are, and take the bar away at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.tui.widgets.status_line import StatusLine
from tests.tui.conftest import WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Open


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every word about progress that the status line was given, for work that takes no time at all."""
    said: list[str] = []
    known = StatusLine.set

    def noting(line: StatusLine, **changes: object) -> None:
        if "working" in changes:
            said.append(str(changes["working"]))
        known(line, **changes)

    monkeypatch.setattr(StatusLine, "set", noting)
    monkeypatch.setattr("reader.tui.work_bar.PATIENCE", 0.0)
    monkeypatch.setattr("reader.tui.work_bar.TELL_EVERY", 0.0)
    return said


async def test_a_long_export_and_import_say_how_far_they_are(
    story: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bars: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    async with story(WIDE) as told:
        await told.press("A", "t", "y", "X", "j", "ctrl+u")
        await told.type("out.jsonl")
        await told.press("enter")
        await told.settle()
        assert told.shows("5 passages")
        assert bars[0] == "writing ██░░░░░░░░░░ 20 %"
        assert bars[-2:] == ["writing ████████████ 100 %", ""]
        bars.clear()
        await told.press("u", "I")
        await told.type("out.jsonl")
        await told.press("enter")
        await told.settle()
        assert told.shows("Bring it in?")
        assert any(words.startswith("reading █") for words in bars)
        assert "comparing ████████████ 100 %" in bars
        assert bars[-1] == ""
        await told.press("y")
        assert len(told.annotations()) == 5
        assert {tag.favourite for tag in told.app.session.tags()} == {None}
