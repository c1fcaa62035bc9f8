"""Rules that hold for every line of the program and of the repository."""

from __future__ import annotations

import ast
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.guards.source import ROOT, called, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITERS = {
    "reader/annotations/disk.py": "the store",
    "reader/formats/files.py": "exports, and a setting that is kept",
    "reader/cli/logs.py": "the log of errors",
    "reader/recognition/cache.py": "recognitions that can be made again",
    "reader/recognition/entities/modelfile.py": "a newly trained model",
    "reader/articles/loading.py": "nothing: it opens a descriptor to read, so as never to wait on a pipe",
}
"""Who may change the disk, and what for; training and crash screens add themselves here."""
OS_CALLS = frozenset(
    {
        "open",
        "write",
        "pwrite",
        "replace",
        "rename",
        "renames",
        "fsync",
        "fdatasync",
        "unlink",
        "remove",
        "mkdir",
        "makedirs",
        "truncate",
        "ftruncate",
        "link",
        "symlink",
        "chmod",
        "fchmod",
        "rmdir",
        "mkfifo",
    }
)
PATH_CALLS = frozenset(
    ("write_text", "write_bytes", "unlink", "mkdir", "touch", "rmdir", "symlink_to", "hardlink_to", "chmod")
)
HARMLESS = ("which", "get_terminal_size")
"""What of shutil only looks."""
PRINTERS = ("reader/cli/",)
TRAINING = "/training/"
PRIVATE = re.compile(
    r"/(?:work|root|Users)/|/home/[a-z]|/opt/(?:pypi|wheels)|\b(?:localhost|127\.0\.0\.1):\d"
    r"|https?://[^/\s\"']*\.(?:internal|local|lan|corp)\b|\b(?:10|192\.168)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b"
)
"""Paths of somebody's machine, names of somebody's hosts."""


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def changes_disk(node: ast.Call) -> bool:
    if not isinstance(node.func, ast.Attribute):
        return isinstance(node.func, ast.Name) and node.func.id == "open" and _opens_for_writing(node, 1)
    owner = node.func.value
    if isinstance(owner, ast.Name) and owner.id == "shutil":
        return node.func.attr not in HARMLESS
    if isinstance(owner, ast.Name) and owner.id == "os":
        return node.func.attr in OS_CALLS
    return node.func.attr in PATH_CALLS or (node.func.attr == "open" and _opens_for_writing(node, 0))


def _opens_for_writing(node: ast.Call, position: int) -> bool:
    modes = [*node.args[position : position + 1], *(k.value for k in node.keywords if k.arg == "mode")]
    return any(
        isinstance(mode, ast.Constant) and isinstance(mode.value, str) and set(mode.value) & set("wax+")
        for mode in modes
    )


def test_only_the_named_modules_change_the_disk() -> None:
    found = [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}"
        for path, tree in trees().items()
        if path not in WRITERS and TRAINING not in path
        for node in calls(tree)
        if changes_disk(node) and "os.devnull" not in ast.unparse(node)
    ]
    assert not found, "\n".join(found)


def test_text_is_never_split_at_exotic_line_ends() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        for node in calls(tree)
        if called(node) == "splitlines"
    ]
    assert not found, found


def test_only_the_command_line_prints() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        if not path.startswith(PRINTERS) and not path.endswith("__main__.py")
        for node in calls(tree)
        if isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not found, found


def test_nothing_is_unpickled_or_evaluated() -> None:
    forbidden = {"eval", "exec", "compile", "__import__"}
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names]
                origin = node.module if isinstance(node, ast.ImportFrom) else ""
                assert not {"pickle", "marshal", "shelve"} & {*names, origin or ""}, f"{path}:{node.lineno}"
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in forbidden, f"{path}:{node.lineno}"


def tracked() -> list[str]:
    """Every file under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        pytest.skip("this is no checkout of a repository")
    return [name for name in listed.stdout.split("\0") if name]


def test_no_tracked_file_names_a_machine_or_a_host() -> None:
    found = []
    for name in tracked():
        path = ROOT / name
        if name == "tests/guards/test_source.py" or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{name}: {hit[0]}" for hit in PRIVATE.finditer(text)]
    assert not found, "\n".join(found)


def test_the_constraints_name_exact_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").strip().split("\n")
    for line in lines:
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.+!]*", line), line
