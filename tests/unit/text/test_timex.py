from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import TimexKind
from reader.text.timex import timex_words

DATE, TIME, DURATION, SET, RANGE = TimexKind


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-10-17", "17 October 2025"),
        ("2025-10", "October 2025"),
        ("2025-10-XX", "October 2025"),
        ("2025", "2025"),
        ("0222", "222"),
        ("BC0234", "234 BC"),
        ("196X", "the 1960s"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("BC04XX", "5th century BC"),
        ("004X", "the 40s"),
        ("BC004X", "the 40s BC"),
        ("2XXX", "3rd millennium"),
        ("BC2XXX", "3rd millennium BC"),
        ("2025-W43", "week 43 of 2025 (20–26 October)"),
        ("2025-W40", "week 40 of 2025 (29 September – 5 October)"),
        ("2026-W01", "week 1 of 2026 (29 December 2025 – 4 January 2026)"),
        ("2025-W43-WE", "weekend of 25–26 October 2025"),
        ("2025-W43-2", "Tuesday 21 October 2025"),
        ("2025-SU", "summer 2025"),
        ("2025-WI", "winter 2025–26"),
        ("2025-Q3", "third quarter of 2025"),
        ("2025-H1", "first half of 2025"),
        ("PRESENT_REF", "now"),
        ("FUTURE_REF", "in the future"),
        ("XXXX", "year not known"),
        ("XXXX-XX", "month not known"),
        ("XXXX-WXX", "week not known"),
        ("XXXX-XX-XX", "day not known"),
        ("XXXX-12-24", "24 December, year not known"),
        ("XXXX-12", "December, year not known"),
        ("XXXX-WXX-2", "a Tuesday, date not known"),
        ("XXXX-WXX-WE", "a weekend, date not known"),
        ("XXXX-XX-19", "the 19th of a month"),
        ("XXXX-SU", "summer, year not known"),
    ],
)
def test_a_date_reads_as_people_say_it(value: str, words: str) -> None:
    assert timex_words(value, DATE) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-10-17T19:00", "17 October 2025, 19:00"),
        ("2025-10-17T19", "17 October 2025, 19:00"),
        ("2025-10-17T19:00:30", "17 October 2025, 19:00:30"),
        ("2025-10-17TMO", "17 October 2025, morning"),
        ("2025-10-17TNI", "17 October 2025, night"),
        ("T19:00", "19:00"),
        ("TAF", "afternoon"),
        ("XXXX-XX-XXTEV", "day not known, evening"),
        ("XXXX-XX-XXTXX:XX", "day not known, time not known"),
        ("2025-10-17T08:11Z", "17 October 2025, 08:11 UTC"),
    ],
)
def test_a_time_says_the_hour_or_the_part_of_the_day(value: str, words: str) -> None:
    assert timex_words(value, TIME) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P3W", "3 weeks"),
        ("P1Y", "1 year"),
        ("P1.5Y", "1.5 years"),
        ("P2Y3M21D", "2 years 3 months 21 days"),
        ("P74DT3H35M", "74 days 3 hours 35 minutes"),
        ("PT2H30M", "2 hours 30 minutes"),
        ("PT3.5S", "3.5 seconds"),
        ("PXW", "some weeks"),
        ("PTXM", "some minutes"),
        ("PXE", "some decades"),
        ("P1C", "1 century"),
        ("P1F", "1 fortnight"),
        ("P3WE", "3 weekends"),
        ("P11Q", "11 quarters"),
        ("P3000000000Y", "3,000,000,000 years"),
    ],
)
def test_a_duration_counts_its_units(value: str, words: str) -> None:
    assert timex_words(value, DURATION) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("XXXX-WXX-2", "every Tuesday"),
        ("XXXX-WXX-WE", "every weekend"),
        ("XXXX-WXX-2T09", "every Tuesday at 09:00"),
        ("XXXX-XX-XXTMO", "every morning"),
        ("XXXX-XX-XX", "every day"),
        ("XXXX-WXX-7TNI", "every Sunday night"),
        ("XXXX-XX-19", "every 19th of the month"),
        ("XXXX-12-24", "every 24 December"),
        ("XXXX-08", "every August"),
        ("XXXX-SU", "every summer"),
        ("T16", "every day at 16:00"),
        ("TNI", "every night"),
        ("P1D", "every day"),
        ("P3M", "every 3 months"),
        ("P1WE", "every weekend"),
        ("PT30M", "every 30 minutes"),
    ],
)
def test_a_set_says_how_often(value: str, words: str) -> None:
    assert timex_words(value, SET) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-03-02/2018-03-04", "2–4 March 2018"),
        ("2012-08-10/2012-09-12", "10 August – 12 September 2012"),
        ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2018-03/2018-05", "March–May 2018"),
        ("2018-11/2019-02", "November 2018 – February 2019"),
        ("1964/2014", "1964–2014"),
        ("2017-01-23T08:00/2017-01-23T20:00", "23 January 2017, 08:00–20:00"),
        ("2017-01-23T08:00/2017-01-24T20:00", "23 January 2017, 08:00 – 24 January 2017, 20:00"),
        ("T17/T18:30", "17:00–18:30"),
        ("2013-03-08/..", "from 8 March 2013"),
        ("../2014", "until 2014"),
        ("2018-05-21/", "from 21 May 2018"),
        ("2013-W05/2013-W06", "week 5 of 2013 (28 January – 3 February) – week 6 of 2013 (4–10 February)"),
    ],
)
def test_a_range_says_once_what_its_ends_share(value: str, words: str) -> None:
    assert timex_words(value, RANGE) == words


@pytest.mark.parametrize(
    ("value", "kind", "mod", "words"),
    [
        ("P20Y", DURATION, "APPROX", "about 20 years"),
        ("P20Y", DURATION, "MORE_THAN", "more than 20 years"),
        ("P20Y", DURATION, "LESS_THAN", "less than 20 years"),
        ("2025-04", DATE, "MID", "middle of April 2025"),
        ("2025", DATE, "START", "beginning of 2025"),
        ("2025-W43", DATE, "END", "end of week 43 of 2025 (20–26 October)"),
        ("2025-10-17T19:00", TIME, "BEFORE", "before 17 October 2025, 19:00"),
        ("2025-10-17T19:00", TIME, "AFTER", "after 17 October 2025, 19:00"),
        ("1977", DATE, "MORE_THAN", "further off than 1977"),
        ("2022", DATE, "LESS_THAN", "nearer than 2022"),
        ("2025", DATE, "SOMETHING", "2025"),
    ],
)
def test_a_modifier_becomes_a_word(value: str, kind: TimexKind, mod: str, words: str) -> None:
    assert timex_words(value, kind, mod) == words


def test_the_day_of_the_week_is_said_where_it_is_asked_for() -> None:
    assert timex_words("2025-10-17", DATE, weekday=True) == "Friday 17 October 2025"
    assert timex_words("2025-10-17T19:00", TIME, weekday=True) == "Friday 17 October 2025, 19:00"


@pytest.mark.parametrize("kind", list(TimexKind))
@pytest.mark.parametrize(
    "value",
    [
        "", "P", "PT", "P1BD", "PZ", "Pâques", "2025-13", "2025-02-30", "2025-13-01", "2025-W60",
        "2025-W54-WE", "T", "T25", "TBH", "FY2008", "SU", "/", "../..", "2025/2026/2027", "2025-10/nonsense",
        "XXXX-99", "XXXX-XX-00", "XXXX-12-32", "9999-W53-7", "0000-01-01", "20251017", "2025-10-17TXY",
        "-234-08-10", "2025 ", "２０２５",
    ],
)  # fmt: skip
def test_what_is_not_understood_stays_as_it_is(value: str, kind: TimexKind) -> None:
    assert timex_words(value, kind) == value


@given(st.text("0123456789XPTWEQHYMDSUFA-/:.BCZ_", max_size=24), st.sampled_from(TimexKind), st.booleans())
def test_no_value_is_a_stumbling_block(value: str, kind: TimexKind, weekday: bool) -> None:
    for mod in (None, "APPROX", "LESS_THAN"):
        assert isinstance(timex_words(value, kind, mod, weekday=weekday), str)


@pytest.mark.parametrize(
    "value", ["9999-W52-7", "9999-W52", "0001-W01", "9999-12-31", "9999-WI", "P" + "9" * 15 + "Y"]
)
def test_the_ends_of_the_calendar_are_words_or_the_value(value: str) -> None:
    assert timex_words(value, TimexKind.DATE, weekday=True)
