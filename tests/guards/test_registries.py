"""Whoever adds a module and forgets its registry line learns it here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from reader.cli.commands import COMMANDS, Command
from reader.formats.registry import FORMATS
from reader.recognition.registry import versions
from tests.guards.source import ROOT, trees


def modules_of(folder: str) -> set[str]:
    """The modules right in *folder*, by name."""
    return {path.stem for path in (ROOT / folder).glob("*.py")} - {"__init__"}


def defines(path: str, function: str) -> bool:
    """Whether a module has a top-level function of that name."""
    return any(isinstance(node, ast.FunctionDef) and node.name == function for node in trees()[path].body)


def test_every_format_is_registered() -> None:
    written = {
        f"reader.formats.{name}"
        for name in modules_of("reader/formats")
        if defines(f"reader/formats/{name}.py", "write")
    }
    assert written == {known.module for known in FORMATS}


def test_a_format_says_that_it_reads_exactly_where_it_can() -> None:
    for known in FORMATS:
        assert known.reads == defines(known.module.replace(".", "/") + ".py", "read"), known.name


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    names = [known.name for known in FORMATS]
    endings = [ending for known in FORMATS for ending in known.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


def test_every_sub_command_is_registered() -> None:
    assert modules_of("reader/cli/verbs") == {command.module for command in COMMANDS}
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_sub_command_says_what_it_does_and_shows_examples(command: Command) -> None:
    name, module, help = command.name, command.module, command.help
    tree = trees()[f"reader/cli/verbs/{module}.py"]
    assert (ast.get_docstring(tree) or "").startswith(f"``reader {name}``")
    assert help
    assert not help.endswith(".")
    (examples,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXAMPLES"
    ]
    shown = ast.literal_eval(examples)
    assert shown
    assert all(f"reader {name}" in example for example in shown)


def test_every_recogniser_is_registered() -> None:
    folders = {path.parent.name for path in (ROOT / "reader" / "recognition").glob("*/recogniser.py")}
    assert len(versions()) == len(folders), f"{sorted(folders)} but {sorted(versions())}"


def test_every_package_says_what_lives_there() -> None:
    for path, tree in trees().items():
        if Path(path).name == "__init__.py":
            assert ast.get_docstring(tree), path
