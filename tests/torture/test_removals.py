"""Each protection edited out of a copy of the program: a regular test fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.guards.source import ROOT
from tests.torture import amount
from tests.torture.removals import REMOVALS

if TYPE_CHECKING:
    from pathlib import Path

TRIED = list(REMOVALS)[: amount(1, len(REMOVALS))]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program and its tests, to be edited."""
    for name in ("reader", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def passes(copy: Path, test: str) -> bool:
    """Whether *test* passes in its short form; fails where it cannot be run."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", test],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "READER_TORTURE": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stdout
    return done.returncode == 0


@pytest.mark.parametrize("name", REMOVALS)
def test_each_protection_stands_in_the_code_as_it_is_written_here(name: str) -> None:
    removal = REMOVALS[name]
    assert (ROOT / "reader" / "annotations" / removal.file).read_text("utf-8").count(removal.there) == 1


@pytest.mark.parametrize("name", TRIED)
def test_without_a_protection_a_regular_test_fails(copy: Path, name: str) -> None:
    removal = REMOVALS[name]
    path = copy / "reader" / "annotations" / removal.file
    path.write_text(path.read_text("utf-8").replace(removal.there, removal.without), "utf-8")
    assert not passes(copy, removal.noticed)


def test_with_all_of_them_none_does(copy: Path) -> None:
    tests = sorted({REMOVALS[name].noticed for name in TRIED})
    assert [test for test in tests if not passes(copy, test)] == []
