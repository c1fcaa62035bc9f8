"""Which files belong to an annotator, and which names an annotator may have."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_BYTES = 200
"""Of a name in UTF-8; file systems allow 255 with the endings that come after it."""
BACKUPS = 4
"""How many older backups are kept beside ``.bak``."""

_RESERVED = frozenset({"bak", "conflict", "damaged", "journal", "json", "jsonl", "lock", "schema", "tmp"})


def check_annotator(name: str) -> str:
    """*name* in NFC, fit to be a file name everywhere.

    Raises UsageError saying what is wrong with it.
    """
    name = unicodedata.normalize("NFC", name).strip()
    fault = _fault_of(name)
    if fault:
        raise UsageError(
            f"“{_printable(name)}” cannot be an annotator’s name: {fault}. Choose another with --as."
        )
    return name


def _fault_of(name: str) -> str | None:
    if not name:
        return "it is empty"
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in name):
        return "it holds a character that cannot be seen"
    if any(letter in '/\\:*?"<>|' for letter in name):
        return 'it holds one of / \\ : * ? " < > |'
    if name.startswith((".", "-")) or name.endswith("."):
        return "it begins or ends with a dot, or begins with a dash"
    if len(name.encode()) > MAX_BYTES:
        return "it is too long"
    if any(part.rstrip("-0123456789").casefold() in _RESERVED for part in name.split(".")[1:]):
        return "after a dot it has an ending that reader gives to its own files"
    return None


def spelling_in(names: Iterable[str], annotator: str) -> str:
    """*annotator* as the files *names* of a store spell it, where only case or accents' coding differ."""
    wanted = _folded(annotator)
    found = {
        name.removesuffix(end) for name in names for end in (".json", ".journal.jsonl") if name.endswith(end)
    }
    if annotator in found:
        return annotator
    return min((name for name in found if _folded(name) == wanted), default=annotator)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in name[:80])


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
