"""The open article, where nothing else stands at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.here.page import BLANK
from reader.tui.languages import is_marked, language_words
from reader.tui.widgets.status_line import trouble_words
from reader.tui.wording import quoted, reference_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.tui.here.page import Page
    from reader.tui.widgets.rows import Row


def article_rows(page: Page) -> Iterator[Row]:
    """Title, date and language; what went wrong with it; what is marked in it."""
    trouble = trouble_words(page.session.save_status)
    if trouble:
        yield page.row(((trouble, "unsaved"),))
        yield BLANK
    yield page.head("This article")
    yield from _known(page)
    yield from _problems(page)
    yield BLANK
    yield from _marked(page)


def _known(page: Page) -> Iterator[Row]:
    article = page.article
    yield page.row(((safe_line(article.title), "strong"),))
    yield page.quiet(safe_line(article.id))
    yield BLANK
    yield page.row(((reference_words(article.reference), "date" if article.reference else "quiet"),))
    yield page.quiet(f"{language_words(article.language)} · {len(article.text)} characters")
    if not is_marked(article.language):
        yield page.quiet("only dates in ISO form, as 2024-03-01, are marked in it")


def _problems(page: Page) -> Iterator[Row]:
    for note in page.article.notes:
        yield page.row(((safe_line(note), "unsaved"),))
    recognition = page.session.recognised(page.article.id)
    if recognition is not None:
        for problem in recognition.problems:
            yield page.row(((safe_line(problem), "unsaved"),))


def _marked(page: Page) -> Iterator[Row]:
    desk = page.desk
    yield page.quiet(counted(len(desk.suggestions), "mention"))
    if desk.shown.hidden:
        yield page.quiet(f"{desk.shown.hidden} unsure kept back, z shows")
    yield page.quiet(counted(len(desk.annotations), "annotation"))
    for annotation in desk.standing.lost:
        yield page.row(((f"lost: {quoted(annotation.quote)}", "unsaved"),))
    if desk.standing.lost:
        yield page.quiet("B on a selection gives one its new passage")
