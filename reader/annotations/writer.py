"""Getting changes onto the disk: at once, or from a thread of its own so that no screen waits."""

from __future__ import annotations

import threading
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.errors import StoreError, StoreReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotations.changes import Change
    from reader.annotations.store import Store

POLL_SECONDS = 1.0
"""How often to look for what other windows wrote."""
RETRY_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""How long to wait after the first, second, … failure in a row."""
COMPACT_AFTER = 500
"""Changes after which the file is written anew in a quiet moment; more where it is large."""


class SaveState(Enum):
    """How what was done stands to what is on the disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read-only"


class SaveStatus(NamedTuple):
    """What the status line says."""

    state: SaveState
    message: str = ""
    """Why, where it failed or cannot be."""
    pending: int = 0
    """Changes that are not on the disk yet."""


class Writer(Protocol):
    """Takes changes and sees to it that the store keeps them, in their order."""

    @property
    def status(self) -> SaveStatus:
        """How saving stands now."""

    def submit(self, change: Change) -> None:
        """Keep *change*. Raises StoreReadOnlyError where nothing can be kept."""

    def keep_text(self, sha256: str, text: str) -> None:
        """Keep *text* before any change that is submitted after it."""

    def flush(self, timeout: float | None = None) -> SaveStatus:
        """Wait until everything submitted is on the disk or has failed, at most *timeout* seconds."""

    def close(self) -> SaveStatus:
        """Flush, bring the store's file up to date, and let go of the store."""


def _ignore_status(_: SaveStatus) -> None:
    """For who does not look."""


def _ignore_foreign(_: tuple[Change, ...]) -> None:
    """For who does not look."""


class DirectWriter:
    """Writes in the caller's own time, for commands: when ``submit`` returns it is on the disk."""

    def __init__(
        self, store: Store, on_foreign: Callable[[tuple[Change, ...]], None] = _ignore_foreign
    ) -> None:
        self._store = store
        self._on_foreign = on_foreign

    @property
    def status(self) -> SaveStatus:
        return _resting(self._store)

    def submit(self, change: Change) -> None:
        """Keep *change*; raises StoreError where that failed, and then it is not kept."""
        foreign = self._store.append([change])
        if foreign:
            self._on_foreign(foreign)

    def keep_text(self, sha256: str, text: str) -> None:
        self._store.keep_text(sha256, text)

    def flush(self, timeout: float | None = None) -> SaveStatus:
        del timeout
        return self.status

    def close(self) -> SaveStatus:
        try:
            if self._store.read_only is None:
                self._store.compact()
        except StoreError:
            return self.status  # the journal holds everything; the next opening catches up
        finally:
            self._store.close()
        return self.status


class BackgroundWriter:
    """Writes from a thread of its own; what could not be written is kept and tried again.

    Both callbacks are called from that thread.
    """

    def __init__(
        self,
        store: Store,
        on_status: Callable[[SaveStatus], None] = _ignore_status,
        on_foreign: Callable[[tuple[Change, ...]], None] = _ignore_foreign,
    ) -> None:
        self._store = store
        self._on_status = on_status
        self._on_foreign = on_foreign
        self._wake = threading.Condition()
        self._texts: dict[str, str] = {}
        self._queue: list[Change] = []
        self._status = _resting(store)
        self._failures = 0
        self._hurry = False
        self._closing = False
        self._since_compaction = 0
        self._thread = threading.Thread(target=self._run, name="reader-store", daemon=True)
        self._thread.start()

    # --- from the caller's thread

    @property
    def status(self) -> SaveStatus:
        return self._status

    def submit(self, change: Change) -> None:
        self._refuse_if_read_only()
        with self._wake:
            self._queue.append(change)
            self._status = SaveStatus(SaveState.SAVING, pending=len(self._queue))
            self._hurry = True
            self._wake.notify_all()

    def keep_text(self, sha256: str, text: str) -> None:
        self._refuse_if_read_only()
        with self._wake:
            self._texts[sha256] = text
            self._wake.notify_all()

    def flush(self, timeout: float | None = None) -> SaveStatus:
        with self._wake:
            if self._is_behind() and not self._closing:
                failures = self._failures
                self._hurry = True
                self._wake.notify_all()
                self._wake.wait_for(lambda: not self._is_behind() or self._failures > failures, timeout)
            return self._status

    def close(self) -> SaveStatus:
        status = self.flush()
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join()
        self._store.close()
        return self._status if status.state is SaveState.SAVED else status

    def _refuse_if_read_only(self) -> None:
        if self._store.read_only is not None:
            raise StoreReadOnlyError(self._store.read_only)

    def _is_behind(self) -> bool:
        return bool(self._queue or self._texts)

    # --- in the writer's thread

    def _run(self) -> None:
        while self._await_work():
            if self._is_behind():
                self._write()
            else:
                self._look_around()
        if not self._is_behind() and self._store.read_only is None:
            self._compact()

    def _await_work(self) -> bool:
        """Wait for something to write, the time to try again, or the time to look around."""
        with self._wake:
            behind = self._is_behind()
            if not (self._closing or (behind and self._hurry)):
                step = min(self._failures, len(RETRY_SECONDS)) - 1
                self._wake.wait(RETRY_SECONDS[step] if behind and step >= 0 else POLL_SECONDS)
            self._hurry = False
            return not self._closing

    def _write(self) -> None:
        with self._wake:
            changes, texts = list(self._queue), dict(self._texts)
        foreign: tuple[Change, ...] = ()
        try:
            for sha256, text in texts.items():
                self._store.keep_text(sha256, text)
            if changes:
                foreign = self._store.append(changes)
        except StoreError as error:
            self._failed(error.message)
            return
        except Exception as error:  # noqa: BLE001  a worker's border: the changes stay and the person is told
            _log("saving failed")
            self._failed(f"Not saved: reader made a mistake ({type(error).__name__}); the log says more.")
            return
        self._tell_foreign(foreign)
        self._wrote(len(changes), texts)

    def _wrote(self, changes: int, texts: dict[str, str]) -> None:
        with self._wake:
            del self._queue[:changes]
            for sha256 in texts:
                self._texts.pop(sha256, None)
            self._failures = 0
            self._since_compaction += changes
            self._hurry = self._is_behind()
            if self._hurry:
                self._status = SaveStatus(SaveState.SAVING, pending=len(self._queue))
            else:
                self._status = _resting(self._store)
            status = self._status
            self._wake.notify_all()
        self._tell_status(status)

    def _failed(self, message: str) -> None:
        with self._wake:
            self._failures += 1
            self._status = SaveStatus(SaveState.FAILED, message, len(self._queue))
            status = self._status
            self._wake.notify_all()
        self._tell_status(status)

    def _look_around(self) -> None:
        try:
            foreign = self._store.poll()
        except StoreError:
            return  # the next write says what is wrong, if it still is
        except Exception:  # noqa: BLE001  a worker's border: without it nothing would be saved any more
            _log("looking around failed")
            return
        self._tell_foreign(foreign)
        if not foreign and self._since_compaction >= COMPACT_AFTER:
            self._compact()

    def _tell_foreign(self, foreign: tuple[Change, ...]) -> None:
        if not foreign:
            return
        try:
            self._on_foreign(foreign)
        except Exception:  # noqa: BLE001  a worker's border: saving goes on whatever a listener does
            _log("a listener failed")

    def _tell_status(self, status: SaveStatus) -> None:
        try:
            self._on_status(status)
        except Exception:  # noqa: BLE001  as above
            _log("a listener failed")

    def _compact(self) -> None:
        try:
            self._store.compact()
        except StoreError:
            return  # the journal holds everything; the next opening catches up
        except Exception:  # noqa: BLE001  as above
            _log("compacting failed")
        self._since_compaction = 0


def _log(message: str) -> None:
    import logging  # only where something went wrong

    logging.getLogger("reader.store").exception(message)


def _resting(store: Store) -> SaveStatus:
    """How saving stands where nothing waits to be saved."""
    if store.read_only is not None:
        return SaveStatus(SaveState.READ_ONLY, store.read_only)
    return SaveStatus(SaveState.SAVED)
