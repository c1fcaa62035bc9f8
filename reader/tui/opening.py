"""The article that is opened by itself, and that another may take the place of until the reader begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.background import can_read_at_once, load_articles

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Opening:
    """Opens what is to be read first: at once, and again when all dates of a large folder are known."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._opened = ""
        """The article that was opened by itself."""

    async def begin(self) -> tuple[str, ...]:
        """Show the first article, whatever is read of the others yet; what is to be said about renames."""
        reading, session = self._reading, self._reading.session
        is_read = can_read_at_once(session.articles)
        reading.shelf.fill(is_read=is_read)
        renames = session.follow_renames() if is_read else ()
        await self._open_first()
        if not is_read:
            load_articles(reading)
        return renames

    async def all_are_read(self) -> tuple[str, ...]:
        """The articles in their order now, and the first of them open if nothing was begun."""
        reading = self._reading
        reading.shelf.is_read = True
        renames = reading.session.follow_renames()
        reading.rearrange()
        if self._has_not_begun():
            await self._open_first()
        return renames

    async def _open_first(self) -> None:
        reading = self._reading
        for id in reading.shelf.to_begin_with():
            if reading.desk.is_open(id) or await reading.open_article(id, quietly=True):
                self._opened = id
                return
        reading.say("None of the articles can be read; the list says why.", role="unsaved")

    def _has_not_begun(self) -> bool:
        """Whether the reader did nothing yet."""
        reading, desk = self._reading, self._reading.desk
        if not desk.is_open(self._opened) or reading.text.point != desk.opened_at:
            return False
        undisturbed = reading.app.screen is reading and reading.focused is reading.text
        return undisturbed and reading.text.selection is None and desk.link_start is None
