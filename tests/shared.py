"""Finds the development data that stands beside a checkout, where it does."""

from __future__ import annotations

from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared(name: str) -> Path:
    """The file or folder *name* of the development data; skips the test where it is absent."""
    path = BESIDE / name
    if not path.exists():
        pytest.skip(f"the development data ({name}) does not stand beside this checkout")
    return path
