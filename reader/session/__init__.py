"""Everything a person can do with a folder of articles; no screen, no arguments, no files of its own.

``ledger`` is the one way in for changes; ``reading``, ``marked`` and ``exchange`` answer questions;
``session`` adds the operations and is what both front ends hold.
"""

from __future__ import annotations

from reader.annotations.changes import Change
from reader.annotations.operations.base import tag_name
from reader.annotations.operations.identities import identity_name
from reader.annotations.writer import SaveState, SaveStatus
from reader.session.session import Session
from reader.session.values import (
    Changed,
    DiskNews,
    Dropped,
    Event,
    ForeignChanges,
    Passage,
    SaveChanged,
    Suggestion,
    Summary,
)

__all__ = [
    "Change",
    "Changed",
    "DiskNews",
    "Dropped",
    "Event",
    "ForeignChanges",
    "Passage",
    "SaveChanged",
    "SaveState",
    "SaveStatus",
    "Session",
    "Suggestion",
    "Summary",
    "identity_name",
    "tag_name",
]
