"""What stands somewhere, asked of many spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.tui.desk import after, before
from reader.tui.stretches import Stretches
from tests.effort import effort

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def stretches(spans: list[Span]) -> Stretches[Span]:
    return Stretches(spans, lambda span: span)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_all_that_touch_a_place_are_found(spans: list[Span], place: Span) -> None:
    letter = Span(place.start, place.start + 1)
    wanted = [s for s in spans if (s.overlaps(place) if len(place) else s.overlaps(letter) and len(s))]
    order = lambda span: (span.start, span.end)  # noqa: E731
    assert sorted(stretches(spans).touching(place), key=order) == sorted(wanted, key=order)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_neighbours_of_a_place_are_found(spans: list[Span], place: Span) -> None:
    assert stretches(spans).after(place) == after(spans, place)
    assert stretches(spans).before(place) == before(spans, place)


def test_of_ten_thousand_only_those_near_by_are_looked_at() -> None:
    many = stretches([Span(10 * i, 10 * i + 15) for i in range(10_000)])
    assert effort(lambda: many.touching(Span(50_000, 50_004))) < 60
    assert effort(lambda: many.after(Span(50_000, 50_004))) < 20
