"""A date: when it is, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.display import safe_line
from reader.tui.kind_words import DATES
from reader.tui.wording import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Timex
    from reader.tui.here.page import Page
    from reader.tui.widgets.rows import Row


def date_rows(page: Page, mention: Timex) -> Iterator[Row]:
    """In words, in TIMEX3 where that says more, and what it was reckoned from."""
    yield page.head(DATES[mention.type])
    words = date_words(mention)
    yield page.row(((words, "date" if mention.value else "quiet"),))
    code = " ".join(part for part in (mention.value, mention.mod) if part)
    if code and code != words:
        yield page.quiet(safe_line(code))
    if mention.reason:
        yield page.row(((safe_line(mention.reason), ""),))
    elif mention.reference:
        yield page.row(((f"reckoned from {safe_line(mention.reference)}", ""),))
