"""Rows kept in order while they change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.ordered import Ordered
from tests.effort import effort

CHANGES = st.lists(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12), max_size=6)


def itself(row: int) -> int:
    return row


@given(CHANGES)
def test_they_are_what_sorting_all_would_give_however_much_changed_since(
    rounds: list[list[tuple[int, bool]]],
) -> None:
    there: set[int] = set()
    order = Ordered(itself)
    for changes in rounds:
        for row, wanted in changes:
            before = row if row in there else None
            (there.add if wanted else there.discard)(row)
            order.changed(before, row if wanted else None)
        assert order.rows(lambda: list(there)) == tuple(sorted(there))


def test_they_are_the_same_object_until_one_changes() -> None:
    order = Ordered(itself)
    order.changed(None, 3)
    rows = order.rows(lambda: [3])
    assert order.rows(lambda: [3]) is rows


def test_a_row_that_was_there_already_when_it_was_told_of_stands_there_once() -> None:
    order = Ordered(itself)
    for number in range(20):
        order.changed(None, number)
    assert order.rows(lambda: range(21)) == tuple(range(21))  # another thread was quicker than the news
    order.changed(None, 20)
    assert order.rows(lambda: range(21)) == tuple(range(21))


def test_one_of_ten_thousand_is_put_in_without_looking_at_the_others() -> None:
    order = Ordered(itself)
    for number in range(0, 20_000, 2):
        order.changed(None, number)
    order.rows(lambda: range(0, 20_000, 2))
    order.changed(None, 777)
    assert effort(lambda: order.rows(lambda: range(0))) < 60
    assert 777 in order.rows(lambda: range(0))
