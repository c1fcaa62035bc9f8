"""Messages from workers and from the session to the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.session import Event
    from reader.tui.widgets.rows import Row


class SessionSpoke(Message):
    """Something changed, was saved, or came from another window."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class Loaded(Message):
    """Articles of a large folder were read in the background."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class Marked(Message):
    """Articles were recognised in the background."""

    def __init__(self, article: str, done: int, total: int) -> None:
        super().__init__()
        self.article = article
        """The last one."""
        self.done = done
        self.total = total


class Gathered(Message):
    """The rows of a list were made in a thread."""

    def __init__(self, rows: Sequence[Row], target: object | None) -> None:
        super().__init__()
        self.rows = rows
        self.target = target
        """Whose row the cursor goes to."""


class Sought(Message):
    """Words were looked for in all articles."""

    def __init__(self, words: str, rows: Sequence[Row], target: object | None) -> None:
        super().__init__()
        self.words = words
        self.rows = rows
        self.target = target
        """Whose row the cursor goes to, where it is about the same words as before."""


class Working(Message):
    """How far a long piece of work is that the reader asked for."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        """Empty when it has ended."""
