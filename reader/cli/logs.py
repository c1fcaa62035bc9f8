"""Where the details of errors go: into a file, never over the results or the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paths import user_cache_folder

STAMP = "%Y-%m-%d %H:%M:%S%z"
"""The line above each entry: the time here, and how far it is from UTC."""

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path


def log_file() -> Path:
    """The log of errors; it may not exist yet."""
    return user_cache_folder() / "error.log"


def log_to_file() -> None:
    """Send what recognisers and workers log to the file; without this Python prints it to stderr."""
    import logging

    class LogFile(logging.FileHandler):
        """Made with its folder when there is something to write."""

        def _open(self) -> TextIOWrapper:
            log_file().parent.mkdir(parents=True, exist_ok=True)
            return super()._open()

    logging.raiseExceptions = False  # a log that cannot be written is no reason to say anything
    root = logging.getLogger()
    for former in [handler for handler in root.handlers if handler.name == "reader"]:
        root.removeHandler(former)  # of an earlier command in this process, maybe with another cache folder
        former.close()
    handler = LogFile(log_file(), encoding="utf-8", errors="backslashreplace", delay=True)
    handler.name = "reader"
    handler.setFormatter(logging.Formatter("%(asctime)s\n%(message)s", STAMP))
    root.addHandler(handler)


def log_error(error: Exception) -> Path | None:
    """Write the traceback of *error* to the log; None where that cannot be done."""
    import time
    import traceback

    log = log_file()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("".join((time.strftime(STAMP), "\n", *traceback.format_exception(error))))
    except OSError:
        return None
    return log
