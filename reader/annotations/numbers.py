"""The document numbers TinyDB wants, kept from one writing of the file to the next."""

from __future__ import annotations


class Numbers:
    """Which row of one table stands under which number."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}
        self._taken: set[int] = set()
        self._last = 0

    def of(self, key: str) -> int:
        """The number of *key*, a fresh one where it has none."""
        if key not in self._of:
            self.note(key, self._last + 1)
        return self._of[key]

    def note(self, key: str, number: int) -> None:
        """Take down that *key* stands under *number*, unless either is taken."""
        if key in self._of or number in self._taken:
            return
        self._of[key] = number
        self._taken.add(number)
        self._last = max(self._last, number)
