"""What must hold after anything has happened to a store."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from reader.annotations.file_store import FileStore
from reader.text.digest import digest
from tests.unit.annotations.kit import QuickDisk, adding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotations.state import State

KNOWN = re.compile(r"alice\.(json(\.bak(\.\d)?)?|journal\.jsonl|lock)|texts")
ASIDE = re.compile(r"alice\.(damaged|conflict|schema-\d)-\d+(\.json|\.journal\.jsonl)")
"""What was there and could not be used as it was is kept aside."""


def faults_of(
    folder: Path, possible: Sequence[State], texts: Sequence[str] = (), *, aside: bool = False
) -> list[str]:
    """What is wrong with the store in *folder*, one sentence each.

    *possible*: the state that was called saved, and that with the change that was then under way.
    *aside*: whether something may have been set aside; nothing is under two names.
    """
    try:
        store = FileStore(folder, "alice", QuickDisk())
        state, _ = store.load()
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        return [f"unreadable: {error!r}"]
    faults = _strays(folder, aside=aside)  # before anything is written, which would tidy, too
    return [*faults, *_faults(folder, store, state, possible, texts), *_strays(folder, aside=aside)]


def _strays(folder: Path, *, aside: bool) -> list[str]:
    known = (KNOWN, ASIDE) if aside else (KNOWN,)
    strays = [path for path in folder.glob("*") if not any(one.fullmatch(path.name) for one in known)]
    strays += [path for path in folder.glob("texts/*") if path.suffix != ".txt"]
    return [*(f"stray file {path.name}" for path in strays), *_kept_twice(folder)]


def _kept_twice(folder: Path) -> list[str]:
    """Files that were set aside under two names."""
    kept = [path for path in folder.glob("*") if ASIDE.fullmatch(path.name)]
    contents = [path.read_bytes() for path in sorted(kept)]
    return ["the same file was set aside twice"] if len(set(contents)) < len(contents) else []


def _faults(
    folder: Path, store: FileStore, state: State, possible: Sequence[State], texts: Sequence[str]
) -> list[str]:
    faults = []
    if state not in possible:
        sizes = [len(one.annotations) for one in possible]
        faults.append(f"{len(state.annotations)} annotations that are not those {sizes}; {store.notices}")
    faults += [
        f"a kept text is lost: {text[:20]!r}" for text in texts if store.kept_text(digest(text)) != text
    ]
    if store.read_only is not None:
        return [*faults, f"read-only: {store.read_only}"]
    probe = 10**9 + random.randrange(10**9)
    try:
        store.append([adding(probe)])
        store.compact()
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        return [*faults, f"the next save fails: {error!r}"]
    again, _ = FileStore(folder, "alice", QuickDisk()).load()
    if f"a-{probe}" not in again.annotations or len(again.annotations) != len(state.annotations) + 1:
        faults.append("the next save is lost")
    return faults
