"""A store for tests and dry runs: nothing outlives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.history import History
from reader.annotations.rebase import as_told, rebase
from reader.annotations.state import State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotations.changes import Change


class MemoryStore:
    """Keeps changes in a list."""

    def __init__(self, annotator: str = "nobody") -> None:
        self.changes: list[Change] = []
        self._annotator = annotator
        self._texts: dict[str, str] = {}
        self._state = State()

    @property
    def folder(self) -> Path | None:
        return None

    @property
    def annotator(self) -> str:
        return self._annotator

    @property
    def read_only(self) -> str | None:
        return None

    @property
    def notices(self) -> tuple[str, ...]:
        return ()

    def load(self) -> tuple[State, History]:
        history = History()
        for change in self.changes:
            history.record(change)
        return self._state.copy(), history

    def append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        written = []
        for change in changes:
            written.append(rebase(change, self._state))
            self._state.apply(written[-1])
        self.changes += written
        if all(one is other for one, other in zip(changes, written, strict=True)):
            return ()
        return tuple(as_told(*pair, self._state) for pair in zip(changes, written, strict=True))

    def poll(self) -> tuple[Change, ...]:
        return ()

    def compact(self) -> None:
        """There is nothing to compact."""

    def keep_text(self, sha256: str, text: str) -> None:
        self._texts[sha256] = text

    def kept_text(self, sha256: str) -> str | None:
        return self._texts.get(sha256)

    def close(self) -> None:
        """There is nothing to close."""
