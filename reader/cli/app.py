"""Opening the app: the one place of the command line that imports the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError

if TYPE_CHECKING:
    import argparse


def open_app(options: argparse.Namespace) -> int:
    """Open the app on the paths of *options*; its exit code."""
    import sys

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The app needs a terminal. “reader show ARTICLE” prints an article without one; "
            "“reader --help” lists the other commands."
        )
    from reader.tui.app import run_app

    return run_app(options.paths, store=options.store, annotator=options.annotator, engine=options.engine)
