"""What must hold after anything has happened to a store."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from reader.annotations.file_store import FileStore
from reader.annotations.texts import sha256_of
from tests.unit.annotations.kit import QuickDisk, adding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotations.state import State

KNOWN = re.compile(r"alice\.(json(\.bak(\.\d)?)?|journal\.jsonl|lock)|texts")
ASIDE = re.compile(r"alice\.damaged-\d+\.journal\.jsonl")
"""Where sectors of one write arrive out of order, what is there of it is kept aside."""


def faults_of(
    folder: Path,
    states: Sequence[State],
    acknowledged: int,
    texts: Sequence[str] = (),
    *,
    aside: bool = False,
) -> list[str]:
    """What is wrong with the store in *folder*, one sentence each.

    *states* are those after each number of changes; the first *acknowledged* of them were called saved.
    *aside*: whether a piece of the journal may have been set aside.
    """
    try:
        store = FileStore(folder, "alice", QuickDisk())
        state, _ = store.load()
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        return [f"unreadable: {error!r}"]
    faults = _faults(folder, store, state, states, acknowledged, texts)
    store.close()
    for path in folder.glob("*"):
        if not KNOWN.fullmatch(path.name) and not (aside and ASIDE.fullmatch(path.name)):
            faults.append(f"stray file {path.name}")
    faults += [f"stray file {path.name}" for path in folder.glob("texts/*") if path.suffix != ".txt"]
    return faults


def _faults(
    folder: Path,
    store: FileStore,
    state: State,
    states: Sequence[State],
    acknowledged: int,
    texts: Sequence[str],
) -> list[str]:
    faults = []
    if not any(state == possible for possible in states[acknowledged:]):
        earlier = next((place for place, possible in enumerate(states) if possible == state), None)
        was = "a state that never was" if earlier is None else f"only {earlier} changes"
        faults.append(f"{was} where {acknowledged} of {len(states) - 1} were acknowledged; {store.notices}")
    faults += [
        f"a kept text is lost: {text[:20]!r}" for text in texts if store.kept_text(sha256_of(text)) != text
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
