"""What every store can do; where it keeps things is its own affair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotations.changes import Change
    from reader.annotations.history import History
    from reader.annotations.state import State


class Store(Protocol):
    """Keeps the changes of one annotator, and the texts they were made on."""

    @property
    def folder(self) -> Path | None:
        """Where it is; None where it is only in memory."""

    @property
    def annotator(self) -> str:
        """Whose it is, as its files spell it."""

    @property
    def read_only(self) -> str | None:
        """Why nothing can be written, as a sentence; None where it can."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What was found, mended or set aside at opening, one sentence each."""

    def load(self) -> tuple[State, History]:
        """What was kept; the caller owns both. Raises StoreError where nothing can be made of it."""

    def append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Keep *changes*, all or none; when it returns they are on the disk.

        Returns what has to be applied to be level with the store: changes of other processes that
        came before, and, where those touched the same rows, *changes* again as they were written.
        Raises StoreError; the same changes may then be given again.
        """

    def poll(self) -> tuple[Change, ...]:
        """What other processes have written since the last look; cheap where they have not."""

    def compact(self) -> None:
        """Bring the file that other programs read up to date. Raises StoreError."""

    def keep_text(self, sha256: str, text: str) -> None:
        """Keep the annotated *text*; when it returns it is on the disk. Raises StoreError."""

    def kept_text(self, sha256: str) -> str | None:
        """The text of that hash, if it was kept and is still whole."""

    def close(self) -> None:
        """Let go of files; nothing is written."""
