"""What suggested links are said to rest on."""

from __future__ import annotations

import pytest

from reader.tui.screens.suggestions import _told_once


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (("donald", "Donald Trump", "trump", "vladimir"), ["Donald Trump", "vladimir"]),
        (("Échange", "echange", "échanges"), ["Échange", "échanges"]),
        (("2025-10-31",), ["2025-10-31"]),
        ((), []),
    ],
)
def test_a_word_is_told_once(evidence: tuple[str, ...], told: list[str]) -> None:
    assert _told_once(evidence) == told
