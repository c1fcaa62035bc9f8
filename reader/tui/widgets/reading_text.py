"""The article in the main screen: wrapped once, and on the screen with the very first painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.geometry import Region
    from textual.strip import Strip

    from reader.layout.marks import Mark
    from reader.model import Article


class ReadingText(ArticleView):
    """Waits for its size before it wraps, and does not wait to be told: Textual paints before it tells."""

    _waiting: tuple[Article, int] | None = None
    """What is to be shown, and where, once there is a size."""
    _waiting_marks: tuple[Mark, ...] = ()
    _wrapped_for: int = 0
    """The width it was last wrapped for, in cells."""

    def show_article(self, article: Article, position: int = 0) -> None:
        if self.size.width:
            super().show_article(article, position)
        else:
            self._waiting, self._waiting_marks = (article, position), ()
            self.marks_made_of = None

    def swap_article(self, article: Article, carried: Callable[[int], int]) -> None:
        if self._waiting is None:
            super().swap_article(article, carried)
        else:
            self._waiting = (article, carried(self._waiting[1]))

    def set_marks(self, marks: Iterable[Mark], made_of: object = None) -> None:
        if self._waiting is None:
            super().set_marks(marks, made_of)
        else:
            self._waiting_marks, self.marks_made_of = tuple(marks), made_of

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._waiting is not None and self.size.width:
            (article, position), self._waiting = self._waiting, None
            made_of = self.marks_made_of
            super().show_article(article, position)
            super().set_marks(self._waiting_marks, made_of)
        if self.size.width != self._wrapped_for:
            self._wrapped_for = self.size.width
            self.on_resize()
        return super().render_lines(crop)
