"""The one way in for every change: state, history, writer and listeners kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.changes import Change
from reader.annotations.ids import new_id, now
from reader.annotations.operations.base import Stamp
from reader.annotations.writer import BackgroundWriter, DirectWriter, SaveState, SaveStatus
from reader.errors import StoreReadOnlyError
from reader.session.values import Changed, ForeignChanges, SaveChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.annotations.changes import Edit
    from reader.annotations.operations.base import Edits
    from reader.annotations.store import Store
    from reader.annotations.writer import Writer
    from reader.model import Article
    from reader.session.values import Event


class Ledger:
    """The state of one store, and what was done to it.

    A change is applied here at once and written by the writer; in the app that is another thread.
    """

    def __init__(self, store: Store, *, background: bool) -> None:
        self.store = store
        self.state, self._history = store.load()
        self._listeners: list[Callable[[Event], None]] = []
        self._unsaved: list[Change] = []
        self._arrived: list[Change] = []
        """What the store told while it was written to in our own time."""
        self._writer: Writer = (
            BackgroundWriter(store, self._on_status, self._on_foreign)
            if background
            else DirectWriter(store, self._arrived.extend)
        )

    def stamp(self) -> Stamp:
        """Who writes, and when."""
        return Stamp(self.store.annotator, now())

    def commit(self, edits: Edits, *texts: Article, undoable: bool = True) -> Change | None:
        """Apply and save *edits*, keeping the *texts* they speak of; None where there is nothing to do.

        What is returned is the change as it stands: the store may have had to fit it to what another
        window wrote. Raises StoreReadOnlyError, ChangeConflictError, or StoreError where it is written at
        once and could not be; then nothing has changed.
        """
        if not edits.edits:
            return None
        return self._commit(edits.title, edits.edits, texts, undoable=undoable)

    def undo(self) -> Change | None:
        """Take back the last change; None where there is none."""
        last = self._history.undoable()
        if last is None:
            return None
        edits = self._fitted(last.inverse_edits())
        return self._commit(last.title, edits, undoes=last.id)

    def redo(self) -> Change | None:
        """Do the last undone change again; None where there is none."""
        last = self._history.redoable()
        if last is None:
            return None
        return self._commit(last.title, self._fitted(last.edits), redoes=last.id)

    def _fitted(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        from reader.annotations.fitting import fitted

        return fitted(edits, self.state)

    def undone(self) -> Change | None:
        """What was taken back last and could be done again."""
        return self._history.redoable()

    def receive(self, changes: Iterable[Change]) -> None:
        """Take in what the store has and this state has not, then put what is unsaved on top again."""
        written = list(changes)
        ours = {change.id for change in written}
        self._unsaved = [] if self._all_saved() else [c for c in self._unsaved if c.id not in ours]
        for change in written:
            self.state.apply(change)
            self._history.record(change)
        for change in self._unsaved:
            self.state.apply(change)
        for change in written:
            self._tell(Changed(change))

    @property
    def status(self) -> SaveStatus:
        """Whether everything is on disk."""
        if self.store.read_only:
            return SaveStatus(SaveState.READ_ONLY, self.store.read_only)
        return self._writer.status

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have *listener* called with every event, from whichever thread it arises in."""
        self._listeners.append(listener)

    def flush(self, timeout: float | None = None) -> SaveStatus:
        """Wait until everything is on disk, at most *timeout* seconds."""
        return self._writer.flush(timeout)

    def close(self) -> None:
        """Save, compact and let go of the store."""
        self._writer.close()
        self.store.close()

    def _commit(
        self,
        title: str,
        edits: tuple[Edit, ...],
        texts: Sequence[Article] = (),
        *,
        undoable: bool = True,
        undoes: str | None = None,
        redoes: str | None = None,
    ) -> Change:
        if self.store.read_only:
            raise StoreReadOnlyError(self.store.read_only)
        self.state.expect(edits, f"undo: {title}" if undoes else f"redo: {title}" if redoes else title)
        stamp = self.stamp()
        change = Change(new_id("c"), title, edits, stamp.time, stamp.creator, undoable, undoes, redoes)
        if self._all_saved():
            self._unsaved.clear()
        for text in texts:
            self._writer.keep_text(text.sha256, text.text)
        self._writer.submit(change)
        self._unsaved.append(change)
        self.state.apply(change)
        self._history.record(change)
        self._tell(Changed(change))
        return self._as_written(change)

    def _as_written(self, change: Change) -> Change:
        """*change* after taking in what the store told when it was written."""
        arrived = list(self._arrived)
        self._arrived.clear()
        if arrived:
            self.receive(arrived)
        return next((told for told in arrived if told.id == change.id), change)

    def _all_saved(self) -> bool:
        return self._writer.status.state is SaveState.SAVED

    def _tell(self, event: Event) -> None:
        for listener in self._listeners:
            listener(event)

    def _on_status(self, status: SaveStatus) -> None:
        self._tell(SaveChanged(status))

    def _on_foreign(self, changes: Sequence[Change]) -> None:
        self._tell(ForeignChanges(tuple(changes)))
