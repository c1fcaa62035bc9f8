"""What every part of the side panel is written on: whose rows they are, how wide, in which inks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.tui.flow import flow
from reader.tui.widgets.rows import Row

if TYPE_CHECKING:
    from reader.model import Article
    from reader.session import Session
    from reader.tui.desk import Desk
    from reader.tui.inks import Line

BLANK = Row(((("", ""),),))


class Page(NamedTuple):
    """One desk and width."""

    desk: Desk
    width: int

    @property
    def session(self) -> Session:
        return self.desk.session

    @property
    def article(self) -> Article:
        """The open one."""
        return self.desk.opened()

    def head(self, words: str) -> Row:
        """Above a part."""
        return Row((((words, "title"),),))

    def quiet(self, words: str) -> Row:
        """What is said beside."""
        return self.row(((words, "quiet"),))

    def row(self, line: Line, indent: int = 0) -> Row:
        """A row that cannot be chosen, on as many lines as it needs."""
        return Row(self.flow(line, indent))

    def flow(self, line: Line, indent: int = 0, most: int = 0) -> tuple[Line, ...]:
        """*line* on lines of the panel, at *most* so many."""
        return flow(line, self.width - 1, indent=indent, most=most)

    def title(self, id: str) -> str:
        """The title of an article that may be gone; then its id."""
        try:
            return self.session.article(id).title
        except ReaderError:
            return id
