"""The hostile folder, made once for all tests that only look at it, and a starter of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile import articles
from tests.hostile.commands import Commands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """Starts commands of the program."""
    with Commands(tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All hostile articles in one folder."""
    folder = tmp_path_factory.mktemp("hostile") / "articles"
    articles.make(folder)
    yield folder
    articles.give_back(folder)
