"""Undo history read from the end of the journal, no further back than it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.history import History
from reader.errors import StoreDamagedError

if TYPE_CHECKING:
    from reader.annotations.changes import Change
    from reader.annotations.journal import Journal


class PastHistory(History):
    """A history that continues into the journal as it was when the store was opened.

    Going backwards, the first word on a change is the last: undone, done again, or simply done.
    """

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._next = len(journal.starts) - 1
        self._settled: set[str] = set()
        """Changes whose place on one of the stacks is already known."""
        self._read: dict[str, Change] = {}
        self._sealed = False
        """Whether a plain change has been passed: what was undone before it cannot be redone."""
        self._read_undone()

    def record(self, change: Change) -> None:
        if change.undoes is not None:
            self._reach(change.undoes)
        super().record(change)

    def undoable(self) -> Change | None:
        if not self._done:
            self._earlier()
        return super().undoable()

    def _reach(self, id: str) -> None:
        """Read back until the change *id* is on the stack."""
        while all(change.id != id for change in self._done) and self._earlier():
            continue

    def _read_undone(self) -> None:
        while not self._sealed and self._earlier():
            continue

    def _earlier(self) -> bool:
        """Put the next earlier change that counts beneath its stack; False where there is none."""
        while (change := self._back()) is not None:
            if change.redoes is not None or change.undoes is not None:
                id = change.redoes or change.undoes or ""
                if id in self._settled:
                    continue
                self._settled.add(id)
                if change.redoes is not None:
                    return self._put(self._done, id)
                if not self._sealed:
                    return self._put(self._undone, id)
            elif change.undoable:
                self._sealed = True
                if change.id not in self._settled:
                    self._settled.add(change.id)
                    return self._put(self._done, change.id)
        return False

    def _put(self, stack: list[Change], id: str) -> bool:
        change = self._find(id)
        if change is not None:
            stack.insert(0, change)
        return change is not None

    def _back(self) -> Change | None:
        """The change before the last one looked at."""
        change = self._change_at(self._next)
        self._next -= 1
        return change

    def _find(self, id: str) -> Change | None:
        """The change *id*, which stands no later than the last one looked at."""
        place = self._next + 1
        while id not in self._read and (change := self._change_at(place)) is not None:
            self._read[change.id] = change
            place -= 1
        return self._read.get(id)

    def _change_at(self, place: int) -> Change | None:
        try:
            return self._journal.change_at(place) if place >= 0 else None
        except (OSError, StoreDamagedError):
            return None  # what cannot be read cannot be undone either
