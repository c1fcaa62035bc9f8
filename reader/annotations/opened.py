"""A store as it stands after opening: what ``opening`` fills, ``recovery`` mends and ``file_store`` keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotations.changes import Table
from reader.annotations.document import Meta
from reader.annotations.numbers import Numbers
from reader.annotations.state import State

if TYPE_CHECKING:
    from reader.annotations.journal import Journal
    from reader.annotations.lock import Lock
    from reader.annotations.names import Files
    from reader.annotations.signature import Signature
    from reader.annotations.texts import KeptTexts


@dataclass(slots=True, eq=False, repr=False)
class Opened:
    """A store as it stands after opening."""

    files: Files
    journal: Journal
    lock: Lock
    texts: KeptTexts
    state: State = field(default_factory=State)
    meta: Meta = field(default_factory=Meta)
    numbers: dict[Table, Numbers] = field(default_factory=lambda: {table: Numbers() for table in Table})
    signature: Signature | None = None
    """Of the TinyDB file that ``meta`` speaks of."""
    seen_whole: Signature | None = None
    """Of the TinyDB file that was last read, or written, whole; any other was set aside and is no backup."""
    unfounded: bool = False
    """Whether the journal is missing and has to begin with everything there is."""
    outdated: bool = False
    """Whether the TinyDB file has to be written anew in any case."""
    read_only: str | None = None
    notices: list[str] = field(default_factory=list)
