"""How far the work on a folder is, and what went wrong on the way: on stderr, beside the results."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from reader.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

TELL_EVERY = 0.25
"""Seconds between two words about progress; shorter work is done without any."""


class Tally:
    """Counts the articles recognised, on one line of stderr where that is a terminal; tells problems."""

    def __init__(self, total: int) -> None:
        self.problems = 0
        self._done, self._total = 0, total
        self._told = monotonic()
        self._shown = ""

    def heard(self, id: str, problems: Sequence[str]) -> None:
        """An article is done."""
        self._done += 1
        for problem in problems:
            self.clear()
            tell(f"{id}: {problem}")
            self.problems += 1
        if monotonic() - self._told >= TELL_EVERY and self._done < self._total and sys.stderr.isatty():
            self._told = monotonic()
            self._shown = f"recognised {self._done} of {self._total} articles"
            print(f"\r{self._shown}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, so that another may be written."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=sys.stderr, flush=True)
            self._shown = ""
