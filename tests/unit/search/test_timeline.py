"""The order of the calendar."""

from __future__ import annotations

import pytest

from reader.model import Span, Timex, TimexKind
from reader.search.timeline import calendar_key, timeline


def date(value: str, kind: TimexKind = TimexKind.DATE, start: int = 0) -> Timex:
    return Timex(Span(start, start + 1), "x", kind, value)


def test_dates_stand_in_the_order_of_the_calendar() -> None:
    values = [
        "2024-03",
        "2023-12-31",
        "2024",
        "2024-03-03T22:00",
        "2024-03-03",
        "2024-W10",
        "2024-Q2",
        "199X",
    ]
    ordered = [event.timex.value for event in timeline([("a", date(value)) for value in values])]
    assert ordered == [
        "199X",
        "2023-12-31",
        "2024",
        "2024-03",
        "2024-03-03",
        "2024-03-03T22:00",
        "2024-W10",
        "2024-Q2",
    ]


def test_durations_and_open_dates_are_left_out() -> None:
    dates = [("a", date("P2D", TimexKind.DURATION)), ("a", date("")), ("a", date("PRESENT_REF"))]
    assert timeline(dates) == []


def test_a_range_stands_at_its_beginning() -> None:
    assert calendar_key("2024-03-07/2024-03-12") == "2024-03-07"


@pytest.mark.parametrize(
    ("value", "monday"),
    [("2026-W01", "2025-12-29"), ("2025-W01", "2024-12-30"), ("2027-W01", "2027-01-04")],
)
def test_the_first_week_of_a_year_stands_on_its_monday_which_may_be_of_the_year_before(
    value: str, monday: str
) -> None:
    assert calendar_key(value) == monday


def test_days_before_christ_stand_before_all_others_the_earliest_first() -> None:
    values = ["0014", "BC0044-03-15", "BC0500", "BC01XX", "BC0044", "BC2XXX", "BC0044-12"]
    ordered = [event.timex.value for event in timeline([("a", date(value)) for value in values])]
    assert ordered == ["BC2XXX", "BC0500", "BC01XX", "BC0044", "BC0044-03-15", "BC0044-12", "0014"]


def test_equal_days_stand_in_the_order_of_articles_and_text() -> None:
    pairs = [
        ("b", date("2024-01-01")),
        ("a", date("2024-01-01", start=9)),
        ("a", date("2024-01-01", start=2)),
    ]
    assert [(e.article, e.timex.span.start) for e in timeline(pairs)] == [("a", 2), ("a", 9), ("b", 0)]


@pytest.mark.parametrize(
    "value", ["XXXX-03-03", "T22:00", "jamais", "20", "2024-W99", "2024-XX-XX", "2024-SU"]
)
def test_odd_values_are_placed_or_left_out_without_failing(value: str) -> None:
    key = calendar_key(value)
    assert key is None or key.startswith("2")
