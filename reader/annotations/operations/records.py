"""Operations on what is remembered of articles, and rows brought in from outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.changes import Edit, Table, key_of
from reader.annotations.operations.base import Edits
from reader.model import ArticleRecord, Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.changes import Row
    from reader.annotations.state import State
    from reader.model import Article


def set_progress(state: State, article: str, progress: Progress) -> Edits:
    """Mark an article as unread, in progress or done."""
    before = state.articles.get(article)
    after = replace(before or ArticleRecord(article), progress=progress)
    return Edits(f"{article} {progress.value}", (Edit(Table.ARTICLES, article, before, after),))


def set_read_to_end(state: State, article: str) -> Edits:
    """Note that the last sentence of an article was reached; one that was unread is in progress then."""
    before = state.articles.get(article)
    now = before or ArticleRecord(article)
    progress = Progress.IN_PROGRESS if now.progress is Progress.UNREAD else now.progress
    after = replace(now, progress=progress, read_to_end=True)
    return Edits(f"{article} read to the end", (Edit(Table.ARTICLES, article, before, after),))


def set_position(state: State, article: Article, position: int) -> Edits:
    """Remember where reading stopped."""
    before = state.articles.get(article.id)
    after = replace(before or ArticleRecord(article.id), position=position, sha256=article.sha256)
    return Edits(f"position in {article.id}", (Edit(Table.ARTICLES, article.id, before, after),))


def brought_in(state: State, title: str, rows: Iterable[tuple[Table, Row]]) -> Edits:
    """Rows from outside, replacing those of the same key; equal ones are left out."""
    edits = []
    for table, row in rows:
        before = state.table(table).get(key_of(row))
        if before != row:
            edits.append(Edit(table, key_of(row), before, row))
    return Edits(title, tuple(edits))
