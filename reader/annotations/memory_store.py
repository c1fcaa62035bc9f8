"""A store for tests and dry runs: nothing outlives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.history import History
from reader.annotations.rebase import rebase
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
        corrected = False
        written = []
        for change in changes:
            rebased = rebase(change, self._state)
            corrected = corrected or rebased is not change
            self._state.apply(rebased)
            written.append(rebased)
        self.changes += written
        return tuple(written) if corrected else ()

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
