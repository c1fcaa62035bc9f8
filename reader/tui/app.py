"""Opening the app: configuration, session and screen brought together. Light until it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.tui.reader_app import ReaderApp


def make_app(
    paths: Sequence[Path],
    *,
    store: Path | None = None,
    annotator: str | None = None,
    engine: str | None = None,
) -> ReaderApp:
    """The app on *paths* with the user's configuration, its session open.

    Raises ReaderError where the configuration, the articles or the store cannot be read, or where there is
    no such *engine* for names.
    """
    from reader.annotator import check_annotator
    from reader.config import load_config
    from reader.paths import find_store, opened_paths
    from reader.session import Session
    from reader.tui.commands.table import COMMANDS
    from reader.tui.keymap import keymap
    from reader.tui.reader_app import ReaderApp
    from reader.tui.theme import configured_theme

    config = load_config()
    commands = keymap(COMMANDS, config.keys, config.path)
    theme = configured_theme(config)
    who = check_annotator(annotator) if annotator is not None else config.annotator
    session = Session.open(
        opened_paths(paths),
        store=find_store(paths, store),
        annotator=who,
        background=True,
        engine=config.engine if engine is None else engine,
    )
    return ReaderApp(session, commands=commands, theme=theme, measure=config.measure)


def run_app(
    paths: Sequence[Path],
    *,
    store: Path | None = None,
    annotator: str | None = None,
    engine: str | None = None,
) -> int:
    """Open the app on *paths* and read; its exit code. Raises as ``make_app``, and where it crashed."""
    import gc

    from reader.tui import terminal_input
    from reader.tui.ending import forget_closed_terminal

    terminal_input.install()
    gc.disable()  # a tenth of the time to the first words; the app turns it on again once they are there
    app = make_app(paths, store=store, annotator=annotator, engine=engine)
    try:
        app.run()
    finally:
        app.session.close()
        forget_closed_terminal()
    if app.crash is not None:
        raise RuntimeError(f"{type(app.crash).__name__}: {app.crash}") from app.crash
    return app.return_code or 0
