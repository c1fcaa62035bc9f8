"""What can be undone and done again, read off the changes in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.annotations.changes import Change

RECENT = 64
"""How far back a change may lie that the store corrects."""


class History:
    """Two stacks of changes; feeding it every change of a journal restores them after a restart."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def record(self, change: Change) -> None:
        """Take note of *change*, which has just been applied; one that is known is replaced."""
        if self._amend(change):
            return
        if change.undoes is not None:
            self._move(change.undoes, self._done, self._undone)
        elif change.redoes is not None:
            self._move(change.redoes, self._undone, self._done)
        elif change.undoable:
            self._done.append(change)
            self._undone.clear()

    def undoable(self) -> Change | None:
        """The change that undo would take back."""
        return self._done[-1] if self._done else None

    def redoable(self) -> Change | None:
        """The change that redo would do again."""
        return self._undone[-1] if self._undone else None

    def _amend(self, change: Change) -> bool:
        """Whether *change* was known under another form: the store had to fit it in."""
        if not change.undoable or change.undoes or change.redoes:
            return False
        for stack in (self._done, self._undone):
            for place in range(len(stack) - 1, max(-1, len(stack) - 1 - RECENT), -1):
                if stack[place].id == change.id:
                    stack[place] = change
                    return True
        return False

    @staticmethod
    def _move(id: str, origin: list[Change], goal: list[Change]) -> None:
        for place in range(len(origin) - 1, -1, -1):
            if origin[place].id == id:
                goal.append(origin.pop(place))
                return
