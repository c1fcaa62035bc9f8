"""Opening a store: the TinyDB file, what the journal holds beyond it, and mending where they differ.

The journal replayed from its first line and the file brought forward by its last ones are the
same thing. Where they are not, ``recovery`` says what holds; here is only the plain case.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from reader.annotations.disk import is_writable, remove
from reader.annotations.failures import meaning_of, read_sentence, write_sentence
from reader.annotations.filed import Filed, read_filed
from reader.annotations.journal import Findings, Journal
from reader.annotations.lock import Lock
from reader.annotations.names import Files, spelling_in
from reader.annotations.opened import Opened
from reader.annotations.texts import KeptTexts
from reader.errors import StoreDamagedError, StoreError, StoreLockedError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.disk import Disk


def open_store(disk: Disk, folder: Path, annotator: str, lock: Lock | None = None) -> Opened:
    """Read what *annotator* keeps in *folder*, and mend what is broken where that is allowed.

    A *lock* that is held already is used again. Raises StoreError where the folder cannot be read.
    """
    names = _names_in(disk, folder)
    spelt = spelling_in(names, annotator)
    files = Files(folder, spelt)
    lock = lock or Lock(disk, files.lock)
    opened = Opened(files, Journal(disk, files.journal), lock, KeptTexts(disk, folder, spelt))
    if spelt != annotator:
        opened.notices.append(
            f"The annotations are those of “{spelt}”, which is how this store spells “{annotator}”."
        )
    if not any(_is_content(files, name) for name in names):
        opened.read_only = _why_unwritable(disk, folder)
        if files.lock.name in names and opened.read_only is None:
            _tidy_texts(opened)
        return opened
    _open_files(disk, opened)
    return opened


def _tidy_texts(opened: Opened) -> None:
    """Remove what is left of a process that was killed before its first save, unless somebody is at work."""
    with suppress(OSError, StoreError), opened.lock.held(patience=0):
        opened.texts.tidy()


def _is_content(files: Files, name: str) -> bool:
    return name in (files.json.name, files.journal.name) or name.startswith(files.backup.name)


def _names_in(disk: Disk, folder: Path) -> list[str]:
    try:
        return disk.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"The store {folder} cannot be opened: {meaning_of(error)}.") from error


def _why_unwritable(disk: Disk, folder: Path) -> str | None:
    """Why no file can be made in *folder*, which may have to be made itself."""
    if is_writable(disk, folder):
        return None
    return f"Nothing can be kept in {folder}: you may not write there. What you mark will not be saved."


def _open_files(disk: Disk, opened: Opened) -> None:
    filed = _read_json(disk, opened)
    if filed.newer:
        opened.read_only = _newer_sentence(opened)
    with ExitStack() as stack:
        if opened.read_only is None:
            _take_lock(opened, stack)
        if filed.damage is not None and opened.read_only is None:
            filed = _read_json(disk, opened)  # nobody is writing it now
        found = _scan(opened)
        if found.newer and opened.read_only is None:
            opened.read_only = _newer_sentence(opened)
        try:
            _bring_together(disk, opened, filed, found)
        except OSError as error:
            _stay_out(opened, write_sentence(error, opened.files.journal))


def _read_json(disk: Disk, opened: Opened) -> Filed:
    try:
        return read_filed(disk, opened.files.json)
    except OSError as error:
        _stay_out(opened, read_sentence(error, opened.files.json))
        return Filed()


def _take_lock(opened: Opened, stack: ExitStack) -> None:
    try:
        stack.enter_context(opened.lock.held())
    except StoreLockedError as error:
        opened.read_only = f"{error.message} Until then it can only be read."
    except OSError as error:
        opened.read_only = (
            f"The annotations in {opened.files.folder} can be read but not changed: "
            f"{opened.files.lock.name}: {meaning_of(error)}."
        )


def _scan(opened: Opened) -> Findings:
    try:
        return opened.journal.scan()
    except OSError as error:
        _stay_out(opened, read_sentence(error, opened.files.journal))
        return Findings()


def _stay_out(opened: Opened, sentence: str) -> None:
    """Leave everything as it stands: what cannot be read may not be written either."""
    opened.read_only = opened.read_only or sentence
    if sentence not in opened.notices:
        opened.notices.append(sentence)


def _newer_sentence(opened: Opened) -> str:
    return (
        f"The annotations of {opened.files.annotator} were written by a later version of reader. They can be "
        "read, as far as this version understands them, but not changed."
    )


def _bring_together(disk: Disk, opened: Opened, filed: Filed, found: Findings) -> None:
    opened.meta, opened.signature = filed.meta, filed.signature
    opened.numbers, opened.state = filed.numbers, filed.state
    opened.seen_whole = filed.signature if filed.whole else None
    opened.journal.take(found)
    founds = filed.intact and not filed.bad_rows and filed.meta.seq > 0
    opened.unfounded = founds and not found.starts and found.torn is None
    first = 0 if opened.unfounded else _first_beyond(opened, filed, found)
    if first is None or not _bring_forward(opened, first):
        from reader.annotations.recovery import Recovery  # only where something is wrong

        Recovery(disk, opened, filed, found).run()
    elif opened.read_only is None:
        _tidy(disk, opened, found, first)


def _first_beyond(opened: Opened, filed: Filed, found: Findings) -> int | None:
    """The first line of the journal that the file does not contain; None where they do not fit."""
    if not filed.exists and not found.starts and found.torn is None:
        return None  # there is a backup, or opening would have ended before
    if found.needs_rewriting or found.gaps or found.newer or filed.newer or filed.bad_rows:
        return None
    seq = filed.meta.seq if filed.usable else 0
    if filed.exists and not (filed.usable and filed.intact):
        return None
    if seq > opened.journal.seq:
        return None
    first = sum(1 for number in found.seqs if number <= seq)
    try:
        return first if seq == 0 or opened.journal.id_at(seq) == filed.meta.last else None
    except StoreDamagedError:
        return None


def _bring_forward(opened: Opened, first: int) -> bool:
    """Apply the lines from *first* on; False where one holds no change."""
    try:
        for change in opened.journal.changes(first):
            opened.state.apply(change)
    except StoreDamagedError:
        return False
    return True


def _tidy(disk: Disk, opened: Opened, found: Findings, first: int) -> None:
    with suppress(OSError):  # the next write does it again, and says why where it cannot
        if found.torn is not None:
            from reader.annotations.recovery import drop_torn

            drop_torn(disk, opened, found)
        if len(found.starts) > first:
            opened.journal.settle()
    for left in opened.files.temporary:
        remove(disk, left)
    opened.texts.tidy()
