"""The program's own source, as trees and lines."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def trees(folder: str = "reader") -> dict[str, ast.Module]:
    """Every module below *folder*, by its path from the top."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def called(node: ast.Call) -> str:
    """The last name of what is called: ``notify`` of ``self.app.notify(…)``."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
