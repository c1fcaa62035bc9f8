"""The two sample articles in a folder of their own, for the installed command."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.guards.source import ROOT
from tests.pty.terminal import READER

if TYPE_CHECKING:
    from pathlib import Path


def with_samples(folder: Path) -> Path:
    """*folder* with the samples in ``articles``; skips where the command is not installed."""
    if not READER.exists():
        pytest.skip("the command reader is not installed in this environment")
    shutil.copytree(ROOT / "seeds", folder / "articles")
    return folder
