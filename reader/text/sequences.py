"""Two sequences held side by side."""

from __future__ import annotations

from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Parting(NamedTuple):
    """Between which ends two sequences differ; before and behind them they hold the same objects."""

    start: int
    old_end: int
    new_end: int


def parting(old: Sequence[object], new: Sequence[object]) -> Parting:
    """Where two sequences of objects part and come together again; quick even where they are long."""
    most = min(len(old), len(new))
    start = next(compress(count(), map(is_not, old, new)), most)
    behind = next(compress(count(), map(is_not, reversed(old), reversed(new))), most)
    behind = min(behind, most - start)
    return Parting(start, len(old) - behind, len(new) - behind)
