"""The calls that make data safe to show: where they stand, and the app with one or all of them taken away."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from reader.text.display import safe_display, safe_line
from tests.guards.source import trees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    import pytest

PROTECTIONS = {"safe_line": safe_line, "safe_display": safe_display}
FIRST_MARK = 0xE000
"""Of the private characters: one for each call."""


class Site(NamedTuple):
    """A call that makes data safe."""

    module: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.module}:{self.line}:{self.column}"

    @property
    def words(self) -> str:
        """The call as it is written, and where; it stays when lines move."""
        return f"{self.module}: {_written(self)}"


def _written(site: Site) -> str:
    tree = trees()[f"{site.module.replace('.', '/')}.py"]
    return next(
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (node.lineno, node.col_offset) == (site.line, site.column)
        and isinstance(node.func, ast.Name)
    )


def sites(*packages: str) -> tuple[Site, ...]:
    """Every such call in the modules below *packages*, which import it by its name."""
    return tuple(
        Site(path.removesuffix(".py").replace("/", "."), node.lineno, node.col_offset)
        for path, tree in trees().items()
        if path.startswith(packages)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PROTECTIONS
    )


def without(found: tuple[Site, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the calls at *found* away."""
    _put(found, monkeypatch, lambda _, text, __: text)


class Marks:
    """Lets every call show by a mark of its own what it was given that is not safe."""

    def __init__(self, found: tuple[Site, ...], monkeypatch: pytest.MonkeyPatch) -> None:
        self._by_mark = {chr(FIRST_MARK + number): site for number, site in enumerate(found)}
        marks = {site: mark for mark, site in self._by_mark.items()}
        _put(found, monkeypatch, lambda site, text, safe: _marked(text, safe, marks[site]))

    def seen(self, shown: Iterator[str]) -> set[Site]:
        """The calls whose marks stand in what was *shown*."""
        letters = Counter("".join(shown))
        return {site for mark, site in self._by_mark.items() if letters[mark]}


def _marked(text: str, safe: str, mark: str) -> str:
    pairs = zip(text, safe, strict=True)
    return "".join(new if old == new or old in "\n\t" else mark for old, new in pairs)


def _put(
    found: tuple[Site, ...],
    monkeypatch: pytest.MonkeyPatch,
    instead: Callable[[Site, str, str], str],
) -> None:
    """Let *instead* have the last word on what the calls at *found* give."""
    wanted = frozenset(found)
    for name in sorted({site.module for site in found}):
        module = import_module(name)
        for called, real in PROTECTIONS.items():
            if hasattr(module, called):
                monkeypatch.setattr(module, called, _standing_in(name, real, wanted, instead))


def _standing_in(
    module: str,
    real: Callable[[str], str],
    wanted: frozenset[Site],
    instead: Callable[[Site, str, str], str],
) -> Callable[[str], str]:
    def protect(text: str) -> str:
        site = Site(module, *_place(sys._getframe(1)))  # noqa: SLF001 - which call this is
        return instead(site, text, real(text)) if site in wanted else real(text)

    return protect


def _place(frame: FrameType) -> tuple[int, int]:
    line, _, column, _ = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    assert line is not None
    assert column is not None
    return line, column
