"""What stands somewhere, asked of many spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.stretches import Stretches
from reader.model import Span
from tests.effort import effort

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def after(spans: list[Span], place: Span) -> Span | None:
    """The next span after *place* in reading order; after an empty place, one that begins right there too."""
    first = (place.start, -place.end) if len(place) else (place.start - 1, 0)
    later = [s for s in spans if (s.start, -s.end) > first]
    return min(later, key=lambda s: (s.start, -s.end), default=None)


def before(spans: list[Span], place: Span) -> Span | None:
    """The span before *place* in reading order."""
    earlier = [s for s in spans if (s.start, -s.end) < (place.start, -place.end)]
    return max(earlier, key=lambda s: (s.start, -s.end), default=None)


def stretches(spans: list[Span]) -> Stretches[Span]:
    return Stretches(spans, lambda span: span)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_all_that_touch_a_place_are_found(spans: list[Span], place: Span) -> None:
    letter = Span(place.start, place.start + 1)
    wanted = [s for s in spans if (s.overlaps(place) if len(place) else s.overlaps(letter) and len(s))]
    order = lambda span: (span.start, span.end)  # noqa: E731
    assert sorted(stretches(spans).touching(place), key=order) == sorted(wanted, key=order)


def test_steps_go_by_start_longer_first() -> None:
    spans = [Span(0, 10), Span(0, 4), Span(6, 10), Span(12, 15)]
    many, order, place = stretches(spans), [], Span(0, 0)
    while (found := many.after(place)) is not None:
        order.append(found)
        place = found
    assert order == spans
    assert [many.before(span) for span in spans] == [None, *spans[:-1]]


def test_a_place_between_letters_takes_what_begins_right_there() -> None:
    many = stretches([Span(0, 10), Span(12, 15)])
    assert many.after(Span(12, 12)) == Span(12, 15)
    assert many.after(Span(13, 13)) is None


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_neighbours_of_a_place_are_found(spans: list[Span], place: Span) -> None:
    assert stretches(spans).after(place) == after(spans, place)
    assert stretches(spans).before(place) == before(spans, place)


def test_of_ten_thousand_only_those_near_by_are_looked_at() -> None:
    many = stretches([Span(10 * i, 10 * i + 15) for i in range(10_000)])
    assert effort(lambda: many.touching(Span(50_000, 50_004))) < 60
    assert effort(lambda: many.after(Span(50_000, 50_004))) < 20


def test_one_that_spans_all_does_not_make_all_be_looked_at() -> None:
    spans = [Span(0, 100_000), *(Span(10 * i, 10 * i + 5) for i in range(1, 10_000))]
    many = stretches(spans)
    found = many.touching(Span(50_000, 50_004))
    assert found == [spans[0], Span(50_000, 50_005)]
    assert effort(lambda: many.touching(Span(50_000, 50_004))) < 60


@given(
    st.lists(SPANS, max_size=12), st.lists(SPANS, max_size=4), st.integers(0, 12), st.integers(0, 12), SPANS
)
def test_after_a_change_the_same_is_found_as_if_all_were_made_anew(
    spans: list[Span], others: list[Span], first: int, last: int, place: Span
) -> None:
    order = lambda span: (span.start, -span.end)  # noqa: E731
    before_change = sorted(spans, key=order)
    changed = [*before_change[:first], *others, *before_change[max(first, last) :]]
    now, anew = stretches(before_change).now(changed), stretches(changed)
    assert sorted(now.touching(place), key=order) == sorted(anew.touching(place), key=order)
    assert (now.after(place), now.before(place)) == (anew.after(place), anew.before(place))


def test_a_change_among_ten_thousand_looks_at_no_other_span() -> None:
    looked = []
    spans = [Span(10 * i, 10 * i + 5) for i in range(10_000)]
    many = Stretches(spans, lambda span: looked.append(span) or span)  # type: ignore[func-returns-value]
    looked.clear()
    many.now([*spans[:5000], Span(50_000, 50_007), *spans[5001:]])
    assert len(looked) < 5
