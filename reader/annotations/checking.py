"""Whether the files of a store are whole and agree; looks only, for ``reader check``. Opening mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.disk import Disk
from reader.annotations.failures import read_sentence
from reader.annotations.filed import Filed, read_filed
from reader.annotations.journal import Journal
from reader.annotations.names import Files
from reader.annotations.replay import difference, replay
from reader.annotations.texts import KeptTexts
from reader.errors import StoreDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.annotations.changes import Change
    from reader.annotations.journal import Findings
    from reader.annotations.state import State


def check_store(folder: Path, annotator: str, disk: Disk | None = None) -> tuple[str, ...]:
    """What is wrong with the files of *annotator*, one sentence each; nothing is written."""
    disk = disk or Disk()
    files = Files(folder, annotator)
    journal = Journal(disk, files.journal)
    try:
        filed, found = read_filed(disk, files.json), journal.scan()
    except OSError as error:
        return (read_sentence(error, files.journal),)
    journal.take(found)
    changes, unread = _changes(journal)
    said = [*_about_file(files, filed), *_about_journal(files, found, unread)]
    if not said and changes and filed.exists:
        said += _disagreements(files, filed, journal, changes)
    state = replay(changes) if changes else filed.state
    said += _about_state(state)
    said += _about_texts(KeptTexts(disk, folder, annotator), state)
    return tuple(said)


def _changes(journal: Journal) -> tuple[list[Change], int]:
    changes, unread = [], 0
    for index in range(len(journal.starts)):
        try:
            changes.append(journal.change_at(index))
        except StoreDamagedError:
            unread += 1
    return changes, unread


def _about_file(files: Files, filed: Filed) -> Iterator[str]:
    if filed.damage is not None:
        yield f"{files.json.name} is damaged: {filed.damage}"
    elif filed.newer:
        yield f"{files.json.name} was written by a later version of reader."
    yield from (f"{files.json.name}: {sentence}" for sentence in filed.bad_rows)


def _about_journal(files: Files, found: Findings, unread: int) -> Iterator[str]:
    name = files.journal.name
    if found.damaged or unread:
        yield f"{name} has {len(found.damaged) + unread} places that cannot be read any more."
    if found.torn is not None:
        yield f"{name} ends with a change that was not saved whole."
    if found.conflict or found.disordered:
        yield f"{name} holds the lines of two copies of this store."
    for first, last in found.gaps:
        yield f"{name} lacks the lines {first} to {last}."


def _disagreements(files: Files, filed: Filed, journal: Journal, changes: list[Change]) -> Iterator[str]:
    covered = sum(1 for seq in journal.seqs if seq <= filed.meta.seq)
    edits = difference(replay(changes[:covered]), filed.state)
    if edits:
        yield f"{files.json.name} differs from the journal in {len(edits)} rows, {edits[0].key} first."


def _about_state(state: State) -> Iterator[str]:
    for link in state.links.values():
        for end in (link.source, link.target):
            if end not in state.annotations:
                yield f"The link {link.id} leads to {end}, which is not there."


def _about_texts(texts: KeptTexts, state: State) -> Iterator[str]:
    for sha256 in sorted({row.article_sha256 for row in state.annotations.values()}):
        if texts.is_altered(sha256):
            yield f"The kept text {sha256[:12]}… has been altered and is of no use."
