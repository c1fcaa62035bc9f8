"""The list of articles: title, date, how far it was read, what was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.display import safe_line
from reader.tui.widgets.rows import Row, Rows
from reader.tui.wording import PROGRESS_SIGNS, counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.session import Summary


class ArticleList(Rows):
    """The articles in reading order; the open one stands out."""

    def show_articles(self, summaries: Iterable[Summary], opened: str | None) -> None:
        """Show the articles, the open one in bold."""
        rows = [Row(article_lines(s, is_open=s.id == opened), s.id) for s in summaries]
        target = self.target if self.has_focus and self.cursor >= 0 else opened
        self.show(rows, target=target)


def article_lines(summary: Summary, *, is_open: bool) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Two lines: state and title; date and counts."""
    title = (safe_line(summary.title), "strong" if is_open else "")
    first = ((f"{PROGRESS_SIGNS[summary.progress]} ", "key" if is_open else "quiet"), title)
    if summary.problem:
        return first, ((f"  {safe_line(summary.problem)}", "unsaved"),)
    facts = [summary.reference.date if summary.reference else "no date", summary.progress.value]
    if summary.annotations:
        facts.append(f"{summary.annotations}▎")
    if summary.links:
        facts.append(f"{summary.links}⇄")
    return first, ((f"  {' · '.join(facts)}", "quiet"),)


def total_words(articles: int, annotations: int) -> str:
    """What the list's head says."""
    return f"{counted(articles, 'article')} · {counted(annotations, 'mark')}"
