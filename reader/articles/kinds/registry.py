"""The kinds of article files, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.kinds import md, txt

if TYPE_CHECKING:
    from reader.articles.outline import Kind

KINDS: tuple[Kind, ...] = (txt.KIND, md.KIND)


def kind_of(name: str) -> Kind | None:
    """The kind of the file *name*, by its suffix in any case."""
    lowered = name.lower()
    return next((kind for kind in KINDS if lowered.endswith(kind.suffixes)), None)


def suffixes() -> str:
    """All suffixes, for a sentence: ``.txt, .md``."""
    return ", ".join(suffix for kind in KINDS for suffix in kind.suffixes)
