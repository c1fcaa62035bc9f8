"""One file to one Article; the file is opened for reading only and never followed into a pipe."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.decoding import MAX_BYTES, decode, too_large
from reader.articles.metadata import describe
from reader.errors import ArticleUnreadableError
from reader.model import Article
from reader.text.digest import digest

if TYPE_CHECKING:
    from reader.model import ArticleRef


def load(ref: ArticleRef) -> Article:
    """The article of *ref*.

    Raises ArticleUnreadableError with a sentence that names the file.
    """
    try:
        decoded = decode(read_bytes(ref.path))
    except ArticleUnreadableError as error:
        if str(ref.path) in error.message:
            raise
        raise ArticleUnreadableError(f"{ref.path} was not opened. {error.message}") from error
    notes = (decoded.note,) if decoded.note else ()
    return article_of(decoded.text, ref.id, ref.path, decoded.encoding, notes)


def article_of(
    text: str, article_id: str, path: Path | None = None, encoding: str = "utf-8", notes: tuple[str, ...] = ()
) -> Article:
    """An article of a text that is already decoded; *article_id* ends like a file name of its kind."""
    known = describe(article_id, text)
    return Article(
        id=article_id,
        path=path if path is not None else Path(article_id),
        text=text,
        sha256=digest(text),
        title=known.title,
        headings=known.headings,
        reference=known.reference,
        language=known.language,
        encoding=encoding,
        notes=notes,
    )


def read_bytes(path: Path) -> bytes:
    """What the regular file at *path* holds, at most ``MAX_BYTES``.

    Raises ArticleUnreadableError.
    """
    try:
        opened = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - Path.open takes no opener
    except (OSError, ValueError) as error:
        raise ArticleUnreadableError(_why_not(path, error)) from error
    with opened as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise ArticleUnreadableError(
                f"{path} is not a regular file and was not opened. Give a text file."
            )
        if status.st_size > MAX_BYTES:
            raise ArticleUnreadableError(f"{path} was not opened. {too_large(status.st_size)}")
        try:
            return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise ArticleUnreadableError(_why_not(path, error)) from error


def _without_waiting(path: str, flags: int) -> int:
    """Open for reading without waiting for a writer at the other end of a pipe."""
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY)


def _why_not(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path} does not exist (any more). Check the name, or reopen the folder."
    if isinstance(error, PermissionError):
        return f"{path} may not be read by you. Change its permissions, or ask its owner."
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder, not an article. Open the folder itself."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{path} was not opened: {reason}. Check the file and the disk it is on."
