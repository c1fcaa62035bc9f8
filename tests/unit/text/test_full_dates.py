from __future__ import annotations

import pytest

from reader.text.full_dates import date_in_name, full_dates, iso_date


@pytest.mark.parametrize(
    ("text", "iso", "words"),
    [
        ("le 16 octobre 2025,", "2025-10-16", "16 octobre 2025"),
        ("le 1er janvier 2016", "2016-01-01", "1er janvier 2016"),
        ("le 1 er octobre 2017", "2017-10-01", "1 er octobre 2017"),
        ("16\u00a0août\u00a02016", "2016-08-16", "16\u00a0août\u00a02016"),
        ("16 AOUT 2016", "2016-08-16", "16 AOUT 2016"),
        ("3 févr. 2016", "2016-02-03", "3 févr. 2016"),
        ("2025-10-31 La", "2025-10-31", "2025-10-31"),
        ("2025-10-31T10:00", "2025-10-31", "2025-10-31"),
        ("2025/10/31", "2025-10-31", "2025/10/31"),
        ("31/10/2025", "2025-10-31", "31/10/2025"),
        ("3.1.2025", "2025-01-03", "3.1.2025"),
        ("10/31/2025", "2025-10-31", "10/31/2025"),
        ("October 16, 2025", "2025-10-16", "October 16, 2025"),
        ("Oct. 16th, 2025", "2025-10-16", "Oct. 16th, 2025"),
        ("16 October 2025", "2025-10-16", "16 October 2025"),
        ("the 16th of May 2025", "2025-05-16", "16th of May 2025"),
    ],
)
def test_full_dates_are_read_in_every_usual_spelling(text: str, iso: str, words: str) -> None:
    (found,) = full_dates(text)
    assert found.iso == iso
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "16 octobre",
        "octobre 2025",
        "31/02/2025",
        "2025-13-01",
        "120 mars 2016",
        "16 marsouins 2016",
        "1.2.3.2025",
        "16\noctobre 2025",
        "le 3 mars 20255",
        "v2025-10-31-x",
        "16 octobre 0025",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert full_dates(text) == []


def test_dates_come_in_text_order() -> None:
    assert [each.iso for each in full_dates("du 3 mars 2016 au 5 mars 2016")] == ["2016-03-03", "2016-03-05"]


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2025-10-16_x.txt", "2025-10-16"),
        ("20251016-x.txt", "2025-10-16"),
        ("2016_01_14-001.txt", "2016-01-14"),
        ("depeche.2016.01.14.md", "2016-01-14"),
        ("16-10-2025.txt", "2025-10-16"),
        ("000_7191556ead630460.txt", None),
        ("a20160203b.txt", None),
        ("2025-13-40.txt", None),
        ("123420160203.txt", None),
        ("article.txt", None),
    ],
)
def test_a_file_name_may_hold_a_date(name: str, iso: str | None) -> None:
    assert date_in_name(name) == iso


def test_the_calendar_decides() -> None:
    assert iso_date(2024, 2, 29) == "2024-02-29"
    assert iso_date(2025, 2, 29) is None
    assert iso_date(99, 1, 1) is None
