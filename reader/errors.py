"""Everything that can go wrong, as one tree; nothing here prints or logs.

::

    ReaderError
    ├── UsageError                 the command or option makes no sense as given
    ├── SpanError                  a span lies outside its text, or is empty where it may not be
    ├── ArticleError               an article or a folder of articles cannot be read
    │   ├── NoArticlesError        nothing readable below the given paths
    │   └── ArticleUnreadableError missing, empty, binary, too large, or not permitted
    ├── RecognitionError           a recogniser failed or cannot be loaded
    ├── StoreError                 the annotation store cannot do what was asked
    │   ├── StoreDamagedError      the file cannot be understood; it was set aside
    │   ├── StoreLockedError       another process holds the store, or the lock is refused
    │   ├── StoreReadOnlyError     the store may not be written (permissions, newer schema)
    │   └── StoreWriteError        the disk refused a write
    ├── ChangeConflictError        a change no longer fits the state it was made for
    ├── FormatError                an import cannot be read, or an export format is unknown
    └── ConfigError                a configuration or keymap file is wrong

Each error carries a *title* (what, in a few words) and a *message*: which file or
passage, what was done, what to do. Only the front ends turn them into words.
"""

from __future__ import annotations


class ReaderError(Exception):
    """The root: whatever reader raises on purpose."""

    title = "Something went wrong"

    def __init__(self, message: str, *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        """Which file or passage, what was done, what to do; one or two plain sentences."""
        if title is not None:
            self.title = title


class UsageError(ReaderError):
    """The command or option makes no sense as given."""

    title = "That cannot be done as written"


class SpanError(ReaderError):
    """A span lies outside its text, or is empty where it may not be."""

    title = "That passage does not exist"


class ArticleError(ReaderError):
    """An article or a folder of articles cannot be read."""

    title = "An article cannot be read"


class NoArticlesError(ArticleError):
    """There is nothing readable below the given paths."""

    title = "No articles here"


class ArticleUnreadableError(ArticleError):
    """The file is missing, empty, binary, too large, or may not be read."""


class RecognitionError(ReaderError):
    """A recogniser failed or cannot be loaded."""

    title = "Recognition failed"


class StoreError(ReaderError):
    """The annotation store cannot do what was asked."""

    title = "The annotation store has a problem"


class StoreDamagedError(StoreError):
    """A file of the store cannot be understood; it was set aside."""

    title = "The annotation store is damaged"


class StoreLockedError(StoreError):
    """Another process holds the store, or the file system refuses locks."""

    title = "The annotation store is locked"


class StoreReadOnlyError(StoreError):
    """The store may be read but not written."""

    title = "The annotation store is read-only"


class StoreWriteError(StoreError):
    """The disk refused a write; what was saved before is intact."""

    title = "Not saved"


class ChangeConflictError(ReaderError):
    """A change no longer fits the state it was made for."""

    title = "That changed in the meantime"


class FormatError(ReaderError):
    """An import cannot be read, or an export format is unknown."""

    title = "That file cannot be imported"


class ConfigError(ReaderError):
    """A configuration or keymap file is wrong; the message names file and line."""

    title = "The configuration has a mistake"
