"""The command with a mistake in it: ``READER_BREAKS`` names the method of the main screen that fails.

Only for tests: ``python -m tests.hostile.broken seeds/``.
"""

from __future__ import annotations

import os
import sys

from reader.cli.main import main
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_view import ArticleView

MESSAGE = "\x1b]0;volé\x07[/fin] \x1b[31mune erreur"


def fail(*_: object, **__: object) -> None:
    """Fail as a program does, with data in the message."""
    raise ValueError(MESSAGE)


if __name__ == "__main__":
    where = os.environ["READER_BREAKS"]
    if where == "paint":
        ArticleView.render_line = fail  # type: ignore[method-assign, assignment]
    elif where == "mount":
        ReadingScreen.on_mount = fail  # type: ignore[method-assign, assignment]
    elif where == "disk":
        ReadingScreen.say = lambda *_, **__: open("/nulle-part")  # type: ignore[method-assign, assignment]  # noqa: PTH123, SIM115
    else:
        setattr(ReadingScreen, where, fail)
    sys.exit(main(sys.argv[1:]))
