"""Opening the app: the one place of the command line that imports the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError

if TYPE_CHECKING:
    import argparse


def open_app(options: argparse.Namespace) -> int:
    """Open the app on the paths of *options*; its exit code."""
    import gc
    import sys

    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(
            "The app needs a terminal. “reader show ARTICLE” prints an article without one; "
            "“reader --help” lists the other commands."
        )
    from reader.cli.logs import log_to_file
    from reader.tui.app import run_app

    log_to_file()
    try:
        return run_app(options.paths, store=options.store, annotator=options.annotator, engine=options.engine)
    finally:
        gc.freeze()  # the process ends: looking through all that was read and recognised would take seconds
