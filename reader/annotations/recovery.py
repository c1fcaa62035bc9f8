"""What holds where the TinyDB file and the journal do not fit, and how both are mended.

The rules, first that applies:

1. A journal that is whole from its first line is the truth. What another program edited in the
   file since is carried over as one more change.
2. A file that is as reader wrote it holds what the journal lacks; readable lines beyond it follow.
3. The newest backup that can be read, and the readable lines beyond it.
4. Every row that can still be read of the damaged file, and all readable lines.

Whatever cannot be used is kept under another name. Afterwards the journal says the same as the
state, by one more line where it has to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.aside import keep_bytes, set_aside
from reader.annotations.changes import Edit, Table
from reader.annotations.disk import remove
from reader.annotations.document import SCHEMA, Meta
from reader.annotations.filed import Filed, read_filed
from reader.annotations.names import BACKUPS
from reader.annotations.rebase import rebase
from reader.annotations.replay import difference, mending, merged, replay
from reader.errors import StoreDamagedError
from reader.model import Annotation

if TYPE_CHECKING:
    from reader.annotations.changes import Change
    from reader.annotations.disk import Disk
    from reader.annotations.journal import Findings
    from reader.annotations.opened import Opened
    from reader.annotations.state import State


class Recovery:
    """One recovery of one annotator's files; the lock is held where it *mends*."""

    def __init__(self, disk: Disk, opened: Opened, filed: Filed, found: Findings) -> None:
        self._disk = disk
        self._opened = opened
        self._files = opened.files
        self._journal = opened.journal
        self._filed = filed
        self._found = found
        self._mixed = found.disordered or found.conflict
        self._lost_lines = len(found.damaged)
        self._notices: list[str] = []
        self._seqs, self._changes = self._readable()
        self._complete = self._is_complete()

    def run(self) -> None:
        """Put what holds into the opened store, and mend the files where they may be written.

        Raises OSError where mending fails; what holds is in place by then.
        """
        replayed = replay(self._changes)
        state = self._whole(replayed) if self._complete else self._pieced(replayed)
        opened = self._opened
        opened.state = state
        opened.notices += self._notices
        if opened.read_only is None:
            self._keep_what_is_broken()
            self._mend_journal(difference(replayed, state))
            opened.outdated = True
            for left in self._files.temporary:
                remove(self._disk, left)
            opened.texts.tidy()

    # --- the journal as it can be read

    def _readable(self) -> tuple[list[int], list[Change]]:
        seqs, changes = [], []
        for index, seq in enumerate(self._found.seqs):
            try:
                changes.append(self._journal.change_at(index))
                seqs.append(seq)
            except StoreDamagedError:
                self._lost_lines += 1
        if self._mixed:
            changes = merged(changes)
            seqs = list(range(1, len(changes) + 1))
        return seqs, changes

    def _is_complete(self) -> bool:
        if self._lost_lines or self._found.gaps or self._found.newer:
            return False
        if not self._filed.usable:
            return bool(self._changes)
        return self._journal.seq >= self._filed.meta.seq or self._mixed

    def _place_of(self, filed: Filed) -> int | None:
        """How many of the changes *filed* contains; None where it does not come from this journal."""
        meta = filed.meta
        if filed.usable and meta.seq == 0:
            return 0
        for index in range(len(self._changes) - 1, -1, -1):
            if self._changes[index].id == meta.last:
                return index + 1
        if not filed.usable or self._mixed or not self._changes:
            return None
        if self._changes[0].id == meta.first or self._seqs[0] > 1:
            return sum(1 for seq in self._seqs if seq <= meta.seq)
        return None

    # --- what holds

    def _whole(self, replayed: State) -> State:
        """Rule 1: the journal, and what others edited in the file."""
        state = replayed.copy()
        if self._filed.sides:
            for side in self._filed.sides:
                self._carry_over(state, side)
        elif self._filed.usable:
            self._carry_over(state, self._filed)
        return state

    def _carry_over(self, state: State, filed: Filed) -> None:
        """Make the edits on *state* that another program made in the file since reader wrote it."""
        place = self._place_of(filed)
        if self._mixed and place is not None and filed.intact:
            return  # all of it is in the lines of one of the two copies
        if self._mixed or place is None:
            edits = additions(state, filed.state, touched=self._touched(0))
        else:
            before = replay(self._changes[:place])
            whole = filed.damage is None and not filed.bad_rows and not filed.newer
            edits = difference(before, filed.state, removing=whole)
        if not edits:
            return
        change = rebase(mending("edited outside reader", edits, self._files.annotator), state)
        state.apply(change)
        if filed.meta.schema and change.edits and not filed.newer:
            rows = _rows(len(change.edits))
            self._say(f"{rows} of {self._files.json.name} had been edited by another program; taken over.")

    def _pieced(self, replayed: State) -> State:
        """Rules 2 to 4: a file that can be read, and the lines of the journal beyond it."""
        filed = self._filed
        if filed.usable:
            state = self._forward(filed)
            if filed.bad_rows:
                _apply(state, additions(state, replayed, touched=set()))
            return state
        backup = self._backup()
        if backup is not None:
            state = self._forward(backup)
            touched = self._touched(self._place_of(backup) or 0)
        else:
            state, touched = replayed.copy(), self._touched(0)
        for side in filed.sides or [filed]:
            _apply(state, additions(state, side.state, touched))
        return state

    def _forward(self, filed: Filed) -> State:
        state = filed.state.copy()
        for change in self._changes[self._place_of(filed) or 0 :]:
            state.apply(change)
        return state

    def _backup(self) -> Filed | None:
        """The newest backup that is whole."""
        for path in (self._files.backup, *(self._files.older_backup(age) for age in range(1, BACKUPS + 1))):
            try:
                filed = read_filed(self._disk, path)
            except OSError:
                continue
            if filed.whole:
                self._say(f"The backup {path.name} was used.")
                return filed
        return None

    def _touched(self, place: int) -> set[tuple[Table, str]]:
        """The rows that changes from *place* on speak of."""
        return {(edit.table, edit.key) for change in self._changes[place:] for edit in change.edits}

    # --- mending

    def _keep_what_is_broken(self) -> None:
        filed, found, json = self._filed, self._found, self._files.json
        if filed.damage is not None:
            aside = set_aside(self._disk, self._files, json, "conflict" if filed.sides else "damaged")
            self._say(f"{json.name} could not be used: {filed.damage} It is kept as {aside.name}.")
        elif filed.bad_rows:
            aside = set_aside(self._disk, self._files, json, "damaged")
            rows, first = _rows(len(filed.bad_rows)), filed.bad_rows[0]
            self._say(f"{rows} of {json.name} could not be used. {first} It is kept as {aside.name}.")
        elif filed.usable and filed.meta.schema < SCHEMA:
            aside = set_aside(self._disk, self._files, json, f"schema-{filed.meta.schema}")
            self._say(f"{json.name} was of an earlier version of reader; it is kept as {aside.name}.")
        if found.needs_rewriting or self._lost_lines or found.gaps:
            reason = "conflict" if self._mixed and not self._lost_lines else "damaged"
            aside = set_aside(self._disk, self._files, self._journal.path, reason)
            self._say(self._journal_sentence(aside.name))

    def _journal_sentence(self, aside: str) -> str:
        name = self._journal.path.name
        if self._lost_lines:
            return f"{_places(self._lost_lines)} of {name} cannot be read any more. It is kept as {aside}."
        if self._found.gaps and not self._mixed:
            return f"Lines are missing from {name}. It is kept as {aside}."
        return f"{name} held the lines of two copies of this store; both were merged. It is kept as {aside}."

    def _mend_journal(self, edits: tuple[Edit, ...]) -> None:
        mend = [mending("mended at opening", edits, self._files.annotator)] if edits else []
        drop_torn(self._disk, self._opened, self._found)
        if not self._complete or self._found.needs_rewriting:
            self._journal.rewrite([*self._changes, *mend])
            self._opened.meta = Meta()
        elif mend:
            self._journal.append(mend)
        elif self._changes:
            self._journal.settle()

    def _say(self, sentence: str) -> None:
        self._opened.notices.append(sentence)


def drop_torn(disk: Disk, opened: Opened, found: Findings) -> None:
    """Cut off what was being written when a process or the power went; more than that is kept aside.

    Raises OSError.
    """
    if found.torn is None:
        return
    journal = opened.journal
    torn = journal.read(found.torn, journal.size())
    if b"\n" in torn:
        aside = keep_bytes(disk, opened.files, journal.path, torn)
        opened.notices.append(
            f"The end of {journal.path.name} could not be read; it is kept as {aside.name}."
        )
    else:
        opened.notices.append("A change that was half saved when reader last stopped was dropped.")
    journal.cut()


def additions(state: State, other: State, touched: set[tuple[Table, str]]) -> tuple[Edit, ...]:
    """The edits that put into *state* what only *other* has, where no change *touched* it.

    Of an annotation that both have, the tags are joined and a note is not lost.
    """
    edits = []
    for table in Table:
        mine = state.table(table)
        for key, row in other.table(table).items():
            current = mine.get(key)
            if current is None:
                if (table, key) not in touched:
                    edits.append(Edit(table, key, None, row))
            elif isinstance(current, Annotation) and isinstance(row, Annotation):
                joined = _joined(current, row)
                if joined != current:
                    edits.append(Edit(table, key, current, joined))
    return tuple(edits)


def _joined(mine: Annotation, other: Annotation) -> Annotation:
    tags = (*mine.tags, *(tag for tag in other.tags if tag not in mine.tags))
    note = mine.note
    if other.note and other.note not in note:
        note = f"{note}\n{other.note}" if note else other.note
    return replace(mine, tags=tags, note=note)


def _apply(state: State, edits: tuple[Edit, ...]) -> None:
    state.apply(rebase(mending("", edits, ""), state))


def _rows(number: int) -> str:
    return "One row" if number == 1 else f"{number} rows"


def _places(number: int) -> str:
    return "One place" if number == 1 else f"{number} places"
