"""What was typed before, to be called back; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REMEMBERED = 100


class Recall:
    """Goes back through former words, the latest first, and on again to what was being typed."""

    def __init__(self, former: Sequence[str]) -> None:
        self._words = [*former, ""]
        """The former ones, then what is being typed."""
        self._at = len(former)

    def back(self, typed: str) -> str:
        """The words before these."""
        return self._step(typed, -1)

    def forth(self, typed: str) -> str:
        """The words after these."""
        return self._step(typed, 1)

    def _step(self, typed: str, by: int) -> str:
        self._words[self._at] = typed
        self._at = min(max(self._at + by, 0), len(self._words) - 1)
        return self._words[self._at]


def remember(former: list[str], words: str) -> None:
    """Let *words* be the latest of the *former* ones, each of them once."""
    if words in former:
        former.remove(words)
    former.append(words)
    del former[:-REMEMBERED]
