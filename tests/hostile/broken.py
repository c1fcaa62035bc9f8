"""The command with a mistake in it: ``READER_BREAKS`` names the method of the main screen that fails.

Only for tests: ``python -m tests.hostile.broken seeds/``.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.cli.main import main
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable

MESSAGE = "\x1b]0;volé\x07[/fin] \x1b[31mune erreur"


def fail(*_: object, **__: object) -> None:
    """Fail as a program does, with data in the message."""
    raise ValueError(MESSAGE)


def vanish(*_: object, **__: object) -> None:
    """Fail as the disk does."""
    open("/nulle-part")  # noqa: PTH123, SIM115


def later(broken: Callable[..., None]) -> Callable[..., None]:
    """*broken*, but only once something was marked."""

    def say(screen: ReadingScreen, *_: object, **__: object) -> None:
        if screen.session.has_begun():
            broken()

    return say


if __name__ == "__main__":
    where = os.environ["READER_BREAKS"]
    if where == "paint":
        ArticleView.render_line = fail  # type: ignore[method-assign, assignment]
    elif where == "mount":
        ReadingScreen.on_mount = fail  # type: ignore[method-assign, assignment]
    else:
        ReadingScreen.say = later(vanish if where == "disk" else fail)  # type: ignore[method-assign]
    sys.exit(main(sys.argv[1:]))
