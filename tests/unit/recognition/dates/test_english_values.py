"""English expressions in sentences of our own; the reference is Thursday 16 October 2025 unless told."""

from __future__ import annotations

import pytest

from tests.unit.recognition.dates.helpers import values

FIGURES = [
    ("The vote is set for 4/25/2026.", "4/25/2026", "DATE", "2026-04-25"),
    ("He signed on 31/10/2024.", "31/10/2024", "DATE", "2024-10-31"),
    ("She left on 22/04.", "22/04", "DATE", "2025-04-22"),
    ("The file is dated 20240301.", "20240301", "DATE", "2024-03-01"),
    ("Sales fell in 2024-11 again.", "2024-11", "DATE", "2024-11"),
    ("They were away from 10/1 to 10/7.", "10/1 to 10/7", "RANGE", "2025-10-01/2025-10-07"),
    ("It was stamped 15SEP2024.", "15SEP2024", "DATE", "2024-09-15"),
]
DAYS = [
    ("They met this Friday.", "this Friday", "DATE", "2025-10-17"),
    ("They will meet next Friday.", "next Friday", "DATE", "2025-10-24"),
    ("Talks resume on Wednesday next week.", "Wednesday next week", "DATE", "2025-10-22"),
    ("Talks resume next week on Wednesday.", "next week on Wednesday", "DATE", "2025-10-22"),
    ("She returned two Thursdays ago.", "two Thursdays ago", "DATE", "2025-10-02"),
    ("He died two days after Christmas 2023.", "two days after Christmas 2023", "DATE", "2023-12-27"),
    ("Rent is due on the 20th of next month.", "the 20th of next month", "DATE", "2025-11-20"),
    ("It opens on the first Monday of May 2026.", "the first Monday of May 2026", "DATE", "2026-05-04"),
    ("They left on Wednesday the twenty-second.", "Wednesday the twenty-second", "DATE", "2025-10-22"),
    ("She was born on May 3 nineteen eighty-six.", "May 3 nineteen eighty-six", "DATE", "1986-05-03"),
    ("They met on 3 June last year.", "3 June last year", "DATE", "2024-06-03"),
    ("Thanksgiving 2025 came early.", "Thanksgiving 2025", "DATE", "2025-11-27"),
    ("Polls open on Election Day 2026.", "Election Day 2026", "DATE", "2026-11-03"),
    ("It rained on Labor Day weekend 2025.", "Labor Day weekend 2025", "DATE", "2025-W35-WE"),
    ("He spoke on Good Friday 2024.", "Good Friday 2024", "DATE", "2024-03-29"),
]
STRETCHES = [
    ("It fell in the second half of 2024.", "the second half of 2024", "DATE", "2024-H2"),
    ("It fell in the third quarter of last year.", "the third quarter of last year", "DATE", "2024-Q3"),
    ("It fell in the last week of July 2024.", "the last week of July 2024", "DATE", "2024-W30"),
    ("They moved here in the seventies.", "the seventies", "DATE", "197X"),
    ("The year before last was worse.", "The year before last", "DATE", "2023"),
    ("He is off for the rest of the month.", "the rest of the month", "RANGE", "2025-10-16/2025-10-31"),
    ("It ran between 2007 and 2009.", "2007 and 2009", "RANGE", "2007/2009"),
    ("It runs between 3 May and 7 June 2026.", "3 May and 7 June 2026", "RANGE", "2026-05-03/2026-06-07"),
    ("Away from today until Sunday.", "today until Sunday", "RANGE", "2025-10-16/2025-10-19"),
    ("It was the worst in ten years.", "ten years", "DURATION", "P10Y"),
    ("Prices rose for the first time in more than a decade.", "more than a decade", "DURATION", "P10Y"),
]
HOURS = [
    ("It starts tonight at 7.", "tonight at 7", "TIME", "2025-10-16T19:00"),
    ("It starts tomorrow at seven thirty.", "tomorrow at seven thirty", "TIME", "2025-10-17T07:30"),
    ("They met at 9 on Tuesday morning.", "9 on Tuesday morning", "TIME", "2025-10-14T09:00"),
    ("Shops close Fridays at 17.30.", "Fridays at 17.30", "SET", "XXXX-WXX-5T17:30"),
    ("It struck at a quarter to midnight.", "a quarter to midnight", "TIME", "2025-10-16T23:45"),
    ("Doors open 8 a.m. until 6.", "8 a.m. until 6", "RANGE", "2025-10-16T08:00/2025-10-16T18:00"),
    (
        "They met between 9:30 and 11:00 on Tuesday.",
        "9:30 and 11:00 on Tuesday",
        "RANGE",
        "2025-10-14T09:30/2025-10-14T11:00",
    ),
    ("Shots were heard in the early hours of Sunday.", "the early hours of Sunday", "TIME", "2025-10-12TMO"),
]
LENGTHS = [
    ("It took two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
    ("It took three quarters of an hour.", "three quarters of an hour", "DURATION", "PT45M"),
    ("It took 2 years, 1 month and 21 days.", "2 years, 1 month and 21 days", "DURATION", "P2Y1M21D"),
    ("It lasted all week.", "all week", "DURATION", "P1W"),
    ("They left 2 years and 3 months ago.", "2 years and 3 months ago", "DATE", "2023-07"),
    ("He stayed for a fortnight.", "a fortnight", "DURATION", "P2W"),
    ("They meet on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
    ("They meet every other Monday.", "every other Monday", "SET", "P2W"),
    ("They report each quarter.", "each quarter", "SET", "P3M"),
    ("Fees are due on the 5th of every month.", "the 5th of every month", "SET", "XXXX-XX-05"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), [*FIGURES, *DAYS, *STRETCHES, *HOURS, *LENGTHS])
def test_an_english_expression_has_its_value(text: str, words: str, kind: str, value: str) -> None:
    assert values(text, language="en") == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "April Jones said the march may go on.",
        "He was second in the 10,000 metres and had a second thought.",
        "The Good Friday Agreement holds.",
        "They lost 4-1 and the bill passed 52-48.",
        "Between 20 and 30 people died, 3.5 per cent of them at home.",
        "The 27 EU members and the 1st Armoured Division took 3 of the 4 hills.",
        "Sat on the bench, he read The Sun and the Daily Mail.",
        "Shares rose to 17.30 dollars, a new high.",
        "Easter Island and its Christmas market.",
        "Call 133-03-03-2020 or see version 2.10.30.",
        "He won two thirds of the vote, 12 or 13 of 20 seats.",
        "Route 66 and the A40 were closed; a new year of drought, they fear.",
    ],
)
def test_an_english_look_alike_is_left_alone(text: str) -> None:
    assert values(text, language="en") == []


def test_a_score_beside_a_day_is_no_hour() -> None:
    assert values("They won Saturday 3-2.", language="en") == [("Saturday", "DATE", "2025-10-11")]


def test_a_month_name_that_opens_a_sentence_is_no_month() -> None:
    assert values("In 2019, May stepped down.", language="en") == [("2019", "DATE", "2019")]


def test_an_appointment_counts_from_its_moment() -> None:
    assert values("in 1 day, 2 hours and 5 minutes", "2025-10-16T12:40:00", "en") == [
        ("in 1 day, 2 hours and 5 minutes", "TIME", "2025-10-17T14:45")
    ]
