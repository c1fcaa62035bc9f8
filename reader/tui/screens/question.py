"""A screen that is asked something, and answers once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.screen import Screen, ScreenResultType

if TYPE_CHECKING:
    from collections.abc import Callable


class Question(Screen[ScreenResultType]):
    """Its answer is there as soon as it is given: who asks need not wait for the screen to be gone."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: asyncio.Future[ScreenResultType | None] = asyncio.get_running_loop().create_future()

        self.when_answered: Callable[[], None] = lambda: None
        """What to do at once, before whoever asked goes on."""

    def answer(self, result: ScreenResultType | None) -> None:
        """Give the answer and go; a second one is not heard."""
        if not self.answered.done():
            self.when_answered()
            self.answered.set_result(result)
            self.dismiss(result)

    def keep_typed(self) -> None:
        """Keep what is typed here and not answered yet, where it is worth it: the app is ending."""
