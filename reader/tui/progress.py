"""How far an article was read, noted while the reader moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Progress
from reader.session import SaveState

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.widgets.article_view import ArticleView


def note_progress(desk: Desk, text: ArticleView) -> bool:
    """In progress from the first movement on; read to the end with the last sentence; done a reader says.

    Whether its end was reached for the first time, and nobody has said that it is done.
    """
    article, shown, point = desk.article, text.page.article, text.point
    if article is None or shown is None or shown.id != article.id or point == desk.opened_at:
        return False
    if desk.session.save_status.state is SaveState.READ_ONLY:
        return False
    desk.opened_at = -1
    record = desk.session.record(article.id)
    if record.read_to_end and record.progress is not Progress.UNREAD:
        return False
    last = desk.sentence_at(len(article.text.rstrip()) - 1)
    at_end = point >= last.start
    if at_end:
        desk.session.set_read_to_end(article.id)
    if desk.session.record(article.id).progress is Progress.UNREAD:
        desk.session.set_progress(article.id, Progress.IN_PROGRESS, undoable=False)
    return at_end and record.progress is not Progress.DONE
