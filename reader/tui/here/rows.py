"""The rows of a place: annotations with their links first, then what was recognised, else the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.here.page import Page

if TYPE_CHECKING:
    from reader.model import Span
    from reader.tui.desk import Desk
    from reader.tui.widgets.rows import Row


def here_rows(desk: Desk, place: Span, width: int) -> list[Row]:
    """The rows of the side panel for *place*, laid out for *width* cells."""
    if desk.article is None:
        return []
    rows: list[Row] = []
    page = Page(desk, max(width, 8))
    annotations, suggestions = desk.standing.at(place), desk.shown.at(place)
    if annotations:
        from reader.tui.here.annotations import annotation_rows

        rows += annotation_rows(page, annotations, place)
    if suggestions:
        from reader.tui.here.mentions import suggestion_rows

        rows += suggestion_rows(page, suggestions, place)
    if not rows:
        from reader.tui.here.article import article_rows

        rows += article_rows(page)
    return rows
