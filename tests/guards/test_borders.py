"""Imports run one way, and what needs no screen never loads one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.source import ROOT

WITHOUT_SCREEN = """
import sys
from reader.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as left:
    code = left.code
screens = ("textual", "rich", "pyperclip", "pygments")
loaded = sorted(name for name in sys.modules if name.split(".")[0] in screens)
print(loaded, code, file=sys.stderr)
sys.exit(bool(loaded))
"""


def test_imports_run_one_way() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["export", "SEEDS"],
        ["export", "SEEDS", "--include", "mentions,dates,claims"],
        ["list", "SEEDS"],
        ["search", "Budapest", "SEEDS"],
        ["show", "SEEDS/003_73690eb927d52fee.txt", "--color", "always"],
        ["links", "SEEDS"],
        ["check", "SEEDS"],
        ["keys"],
        ["keys", "--json"],
        ["config"],
        ["doctor", "SEEDS"],
        ["import", "--help"],
    ],
    ids=" ".join,
)
def test_no_sub_command_loads_the_screen(words: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            WITHOUT_SCREEN,
            *(word.replace("SEEDS", str(ROOT / "seeds")) for word in words),
        ],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "LOGNAME": "guard"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "[] 0" in done.stderr, done.stderr[-2000:]


SLOW = {
    "dataclasses",
    "inspect",
    "logging",
    "shutil",
    "tempfile",
    "threading",
    "tinydb",
    "tomllib",
    "platformdirs",
}
"""What ``--help`` and the usual export do without: each costs a good part of the start of bare Python."""


@pytest.mark.parametrize(
    "words", [["--help"], ["export", "--help"], ["export", str(ROOT / "seeds")]], ids=" ".join
)
def test_help_and_export_load_nothing_slow(words: list[str], tmp_path: Path) -> None:
    source = f"import sys; before = set(sys.modules)\n{WITHOUT_SCREEN}"
    source = source.replace("sys.exit(bool(loaded))", "print(*(set(sys.modules) - before), file=sys.stderr)")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            source,
            *words,
            *(["--store", str(tmp_path)] if words[-1] != "--help" else []),
        ],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "LOGNAME": "guard"},
        capture_output=True,
        text=True,
    )
    assert not SLOW & set(done.stderr.split()), done.stderr[-2000:]
    assert "reader.session" not in done.stderr.split()
