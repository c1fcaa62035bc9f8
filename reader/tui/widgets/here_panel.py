"""The side panel: what stands under the cursor, and ways to its other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.here.rows import here_rows
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual import events

    from reader.model import Span
    from reader.tui.desk import Desk


class HerePanel(Rows):
    """Rows about a place of the text; laid out anew when its width changes."""

    FIXED_HEIGHT = True

    def __init__(self, desk: Desk, id: str | None = None) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._place: Span | None = None

    def tell(self, place: Span) -> None:
        """Say what stands at *place*; nothing is worked out while the panel is folded."""
        self._place = place
        width = self.scrollable_content_region.width
        if self.display and width > 0:
            rows = tuple(here_rows(self._desk, place, width))
            if rows != self.rows:
                self.show(rows, anew=True)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the list's own follows by itself
        if self._place is not None:
            self.tell(self._place)
