"""The list of articles: title, date, how far it was read, what was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.display import safe_line
from reader.tui.flow import flow
from reader.tui.languages import is_marked, language_words
from reader.tui.widgets.rows import Row, Rows
from reader.tui.wording import progress_sign, progress_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from reader.session import Summary
    from reader.tui.inks import Line


TITLE_ROWS = 2


class ArticleList(Rows):
    """The articles in reading order; the open one stands out."""

    FIXED_HEIGHT = True

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._summaries: tuple[Summary, ...] = ()
        self._opened: str | None = None
        self._made: dict[str, tuple[Summary, int, bool, Row]] = {}

    def show_articles(self, summaries: Iterable[Summary], opened: str | None) -> None:
        """Show the articles, the open one in bold."""
        self._summaries, self._opened = tuple(summaries), opened
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the list's own follows by itself
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        if width < 1:
            return
        target = self.target if self.has_focus and self.cursor >= 0 else self._opened
        rows = [self._row(summary, width) for summary in self._summaries]
        self.show(rows, target=target)

    def _row(self, summary: Summary, width: int) -> Row:
        """The row of an article, made anew only where it says something else."""
        is_open = summary.id == self._opened
        known = self._made.get(summary.id)
        if known is None or known[:3] != (summary, width, is_open):
            row = Row(article_lines(summary, width, is_open=is_open), summary.id)
            known = self._made[summary.id] = (summary, width, is_open, row)
        return known[3]


def article_lines(summary: Summary, width: int, *, is_open: bool) -> tuple[Line, ...]:
    """State and title; then date, state in words where there is room, and what was marked."""
    sign = (f"{progress_sign(summary)} ", "key" if is_open else "quiet")
    title = flow(((safe_line(summary.title), "strong" if is_open else ""),), width - 2, most=TITLE_ROWS)
    lines: list[Line] = [(sign, *title[0]), *((("  ", ""), *line) for line in title[1:])]
    if summary.problem:
        return (*lines, *flow(((safe_line(summary.problem), "unsaved"),), width - 2, indent=2, most=2))
    lines.append((("  ", ""), *_facts(summary, width - 2)))
    if not is_marked(summary.language):
        only = f"{language_words(summary.language)}: only ISO dates are marked"
        lines += flow(((only, "quiet"),), width - 2, indent=2, most=2)
    return (*lines, (("", ""),))


def _facts(summary: Summary, width: int) -> Line:
    date = summary.reference.date if summary.reference else "no date" if summary.is_read else ""
    counts = f"{summary.annotations}▎" if summary.annotations else ""
    counts += f"{summary.links}⇄" if summary.links else ""
    words = [date, progress_words(summary), counts]
    if len(" ".join(filter(None, words))) > width:
        words.pop(1)
    return ((" ".join(filter(None, words)), "quiet"),)
