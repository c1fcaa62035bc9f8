"""The article in the main screen: on the screen with the very first painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip


class ReadingText(ArticleView):
    """Wraps when it is painted, not only when it is told of its size: Textual paints before it tells."""

    _wrapped_for: int = 0
    """The width it was last wrapped for, in cells."""

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.size.width != self._wrapped_for:
            self._wrapped_for = self.size.width
            self.on_resize()
        return super().render_lines(crop)
