"""Weighted terms held against each other: cosines by way of an index from term to holders.

Knows no article and no sentence; numbers stand for whatever was put in.
"""

from __future__ import annotations

from array import array
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Vector = Mapping[str, float]


def unit(weights: Vector) -> dict[str, float]:
    """*weights* in the same proportion, brought to length 1; terms that weigh nothing are left out."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items() if weight}


class Index:
    """Vectors of length 1, found by the terms they have."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._count = len(vectors)
        self._holders: dict[str, tuple[array[int], array[float]]] = {}
        for number, vector in enumerate(vectors):
            for term, weight in vector.items():
                numbers, weights = self._holders.setdefault(term, (array("L"), array("d")))
                numbers.append(number)
                weights.append(weight)

    def cosines(self, vector: Vector) -> list[float]:
        """How near *vector*, of length 1 too, is to each: from 0 to 1."""
        found = [0.0] * self._count
        for term, own in vector.items():
            if term in self._holders:
                for number, weight in zip(*self._holders[term], strict=True):
                    found[number] += own * weight
        return found
