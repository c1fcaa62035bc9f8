"""Which files belong to an annotator."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BACKUPS = 4
"""How many older backups are kept beside ``.bak``."""


def spelling_in(names: Iterable[str], annotator: str) -> str:
    """*annotator* as the files *names* of a store spell it, where only case or accents' coding differ."""
    wanted = _folded(annotator)
    found = {
        name.removesuffix(end) for name in names for end in (".json", ".journal.jsonl") if name.endswith(end)
    }
    if annotator in found:
        return annotator
    return min((name for name in found if _folded(name) == wanted), default=annotator)


def same_spelling(one: str, other: str) -> bool:
    """Whether two names are one annotator's: they differ in case or accents' coding alone, if at all."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


class Files(NamedTuple):
    """The files of one annotator in one store folder."""

    folder: Path
    annotator: str

    @property
    def json(self) -> Path:
        """The TinyDB file: everything up to some line of the journal."""
        return self._named(".json")

    @property
    def journal(self) -> Path:
        """Every change ever made, one per line."""
        return self._named(".journal.jsonl")

    @property
    def lock(self) -> Path:
        """Locked by whoever writes; never removed, never read."""
        return self._named(".lock")

    @property
    def backup(self) -> Path:
        """The TinyDB file as it was before it was last written."""
        return self._named(".json.bak")

    @property
    def temporary(self) -> tuple[Path, ...]:
        """What may be left behind by a process that was killed."""
        return self._named(".json.tmp"), self._named(".json.bak.tmp"), self._named(".journal.jsonl.tmp")

    def older_backup(self, age: int) -> Path:
        """The backup of *age* sessions ago, from 1."""
        return self._named(f".json.bak.{age}")

    def set_aside(self, path: Path, reason: str, number: int) -> Path:
        """The name under which *path* is kept: ``alice.damaged-1.json``."""
        ending = path.name.removeprefix(self.annotator)
        return self._named(f".{reason}-{number}{ending}")

    def _named(self, ending: str) -> Path:
        return self.folder / f"{self.annotator}{ending}"
