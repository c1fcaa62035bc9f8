"""How far an article was read, noted while the reader moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Progress
from reader.session import SaveState

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.widgets.article_view import ArticleView


def note_progress(desk: Desk, text: ArticleView) -> None:
    """In progress from the first movement on; done when the last sentence is reached."""
    article, point = desk.article, text.point
    if article is None or point == desk.opened_at or text.article is None or text.article.id != article.id:
        return
    if desk.session.save_status.state is SaveState.READ_ONLY:
        return
    desk.opened_at = -1
    now = desk.session.record(article.id).progress
    if now is Progress.DONE:
        return
    last = desk.sentence_at(len(article.text.rstrip()) - 1)
    at_end = point >= last.start
    reached = Progress.DONE if at_end else Progress.IN_PROGRESS
    if reached is not now:
        desk.session.set_progress(article.id, reached, undoable=False)
