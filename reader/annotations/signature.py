"""What tells one version of a file from another without reading it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import os

Signature: TypeAlias = tuple[int, int, int]


def signature_of(status: os.stat_result) -> Signature:
    """Inode, size and time of change; only ever compared for being equal."""
    return status.st_ino, status.st_size, status.st_mtime_ns
