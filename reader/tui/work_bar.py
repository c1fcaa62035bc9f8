"""How far a long piece of work is: a bar in the status line, once it has taken a second."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds of work about which nothing is said."""
TELL_EVERY = 0.1
"""Seconds between two words."""
CELLS = 12


class WorkBar:
    """Told of every step, from whichever thread works; says something now and then."""

    def __init__(
        self, tell: Callable[[str], None], what: str, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        self._tell = tell
        self._what = what
        self._total = max(total, 1)
        self._clock = clock
        self._done = 0
        self._next = clock() + PATIENCE

    def step(self, size: int = 1) -> None:
        """So much more is done."""
        self._done += size
        now = self._clock()
        if now >= self._next:
            self._next = now + TELL_EVERY
            self._tell(bar_words(self._what, self._done / self._total))

    def over(self, items: Iterable[Item], size: Callable[[Item], int] = lambda _: 1) -> Iterator[Item]:
        """*items*, each a step of its *size* once it is dealt with."""
        for item in items:
            yield item
            self.step(size(item))


def bar_words(what: str, share: float) -> str:
    """``writing ██████░░░░░░ 50 %``."""
    share = min(max(share, 0.0), 1.0)
    full = int(share * CELLS)
    return f"{what} {'█' * full}{'░' * (CELLS - full)} {int(share * 100)} %"
