"""What holds for every test: nothing is remembered between runs, and nothing of this user is touched."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recognitions are made anew; a test of the cache switches it on in a folder of its own."""
    monkeypatch.setenv("READER_CACHE", "off")
