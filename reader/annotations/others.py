"""Who else has annotations in a store folder; nobody's file is opened for it."""

from __future__ import annotations

from stat import S_ISREG
from typing import TYPE_CHECKING

from reader.annotations.names import same_spelling
from reader.annotator import check_annotator
from reader.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_ENDINGS = (".journal.jsonl", ".json")


def others_in(folder: Path, annotator: str) -> tuple[str, ...]:
    """The annotators besides *annotator* with anything in *folder*, by name; none where it cannot be read."""
    found = set()
    try:
        for path in folder.iterdir():
            name = _annotator_of(path.name)
            if name and not same_spelling(name, annotator) and _holds_something(path):
                found.add(name)
    except OSError:
        return ()
    return tuple(sorted(found))


def _annotator_of(file: str) -> str:
    """Whose file it is; empty where it is none of reader's, or set aside."""
    for ending in _ENDINGS:
        if file.endswith(ending):
            name = file.removesuffix(ending)
            try:
                return name if check_annotator(name) == name else ""
            except UsageError:
                return ""
    return ""


def _holds_something(path: Path) -> bool:
    status = path.lstat()
    return S_ISREG(status.st_mode) and status.st_size > 0
