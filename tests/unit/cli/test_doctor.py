"""What ``reader doctor`` says of a terminal."""

from __future__ import annotations

import os
import sys

import pytest

from reader.cli.verbs import doctor
from reader.tui.screens.reading import TOO_SMALL


@pytest.mark.parametrize(("columns", "rows", "fits"), [(24, 6, True), (23, 6, False), (24, 5, False)])
def test_a_terminal_is_called_too_small_where_the_app_says_so(
    columns: int, rows: int, fits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda: os.terminal_size((columns, rows)))
    [terminal] = [answer for answer in doctor._terminal() if answer.about == "terminal"]  # noqa: SLF001
    assert terminal.good is fits
    assert "24 columns and 6 rows" in TOO_SMALL
