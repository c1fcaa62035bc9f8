"""Nothing from data is parsed as markup: it goes to the screen as Content or Text, or with markup off."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.guards.source import called, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

PARSING = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Option",
    "notify",
    "Toast",
    "Collapsible",
    "Tab",
}
"""What parses its first argument as markup when that is a plain string."""
SAFE = {"Content", "Text", "from_text", "assemble", "styled", "Segment", "Visual"}
"""What makes something that is not parsed."""
TITLES = {"border_title", "border_subtitle", "tooltip"}
"""Attributes that are parsed when a plain string is set."""
FORBIDDEN = {"from_markup", "from_rich_text"}


def faults(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and reason of every place where data could be parsed as markup."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _faults_of_call(node)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in TITLES and not _harmless(node.value):
                    yield node.lineno, f"{target.attr} is set to a string that is parsed"


def _faults_of_call(node: ast.Call) -> Iterator[tuple[int, str]]:
    name = called(node)
    if name in FORBIDDEN:
        yield node.lineno, f"{name} parses markup"
    elif name in PARSING and not _markup_is_off(node):
        given = [
            *node.args[:1],
            *(k.value for k in node.keywords if k.arg in ("title", "message", "content", "label")),
        ]
        if any(not _harmless(value) for value in given):
            yield node.lineno, f"{name} parses its text; give it Content or markup=False"
    elif (
        name == "update"
        and node.args
        and isinstance(node.args[0], ast.JoinedStr)
        and not _markup_is_off(node)
    ):
        yield node.lineno, "update parses its text; give it Content"


def _markup_is_off(node: ast.Call) -> bool:
    return any(
        keyword.arg == "markup" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        for keyword in node.keywords
    )


def _harmless(value: ast.expr) -> bool:
    """A literal without brackets, nothing, or something that is no string."""
    if isinstance(value, ast.Constant):
        return not (isinstance(value.value, str) and "[" in value.value)
    if isinstance(value, ast.IfExp):
        return _harmless(value.body) and _harmless(value.orelse)
    return isinstance(value, ast.Call) and called(value) in SAFE


def test_no_string_from_data_is_parsed_as_markup() -> None:
    found = [
        f"{path}:{line}: {why}"
        for path, tree in trees().items()
        if path.startswith("reader/tui/")
        for line, why in faults(tree)
    ]
    assert not found, "\n".join(found)


def test_the_guard_sees_what_it_must_see() -> None:
    source = """
Static(f"{quote}")
Label(name)
self.notify(error.message)
self.app.notify("ok", title=name)
widget.border_title = f"{tag}"
widget.update(f"{tag}")
Content.from_markup(text)
Static("[b]x")
"""
    assert sorted(line for line, _ in faults(ast.parse(source))) == [2, 3, 4, 5, 6, 7, 8, 9]


def test_the_guard_lets_pass_what_is_safe() -> None:
    source = """
Static(Content(quote))
Static("words")
Static()
self.notify(message, markup=False)
widget.border_title = Content(tag)
known.update(other)
"""
    assert list(faults(ast.parse(source))) == []
