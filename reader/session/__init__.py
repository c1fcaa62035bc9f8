"""Everything a person can do with a folder of articles; no screen, no arguments, no files of its own.

``ledger`` is the one way in for changes; ``reading``, ``marked`` and ``exchange`` answer questions;
``session`` adds the operations and is what both front ends hold.
"""

from __future__ import annotations

from reader.session.session import Session
from reader.session.values import (
    Changed,
    DiskNews,
    Event,
    ForeignChanges,
    Passage,
    SaveChanged,
    Suggestion,
    Summary,
)

__all__ = [
    "Changed",
    "DiskNews",
    "Event",
    "ForeignChanges",
    "Passage",
    "SaveChanged",
    "Session",
    "Suggestion",
    "Summary",
]
