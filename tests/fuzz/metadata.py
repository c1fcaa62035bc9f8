"""Any text has a title, and whatever else is found at its head stands within it."""

from __future__ import annotations

from reader.articles.loading import article_of
from reader.text.days import is_day
from tests.fuzz.given import Given

NAMES = ("a.txt", "b/c.md", "2024-02-30.txt", "20240101_x.md", "\x1b[2J.txt", "99999999.txt")


def check(data: bytes) -> None:
    given = Given(data)
    name = NAMES[given.number(len(NAMES) - 1)]
    text = given.text()
    article = article_of(text, name)
    assert article.title
    assert "\n" not in article.title
    assert article.language
    assert all(0 <= heading.start <= heading.end <= len(text) for heading in article.headings)
    assert article.reference is None or is_day(article.reference.date)
