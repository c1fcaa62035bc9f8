"""What differs between two sequences of objects."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.sequences import Parting, parting


def test_two_sequences_are_told_apart_by_what_differs_in_the_middle() -> None:
    a, b, c, d = (Span(n, n + 1) for n in range(4))
    assert parting([a, b, c], [a, b, c]) == Parting(3, 3, 3)
    assert parting([a, b, c], [a, d, c]) == Parting(1, 2, 2)
    assert parting([a, c], [a, b, c]) == Parting(1, 1, 2)
    assert parting([a, a], [a, a, a]) == Parting(2, 2, 3)
    assert parting([], [a]) == Parting(0, 0, 1)


NUMBERS = st.lists(st.integers(0, 3), max_size=8)


@given(NUMBERS, NUMBERS)
def test_what_lies_between_the_ends_makes_one_of_the_other(old: list[int], new: list[int]) -> None:
    start, old_end, new_end = parting(old, new)
    assert 0 <= start <= min(old_end, new_end)
    assert [*old[:start], *new[start:new_end], *old[old_end:]] == new
    assert len(old) - old_end == len(new) - new_end
