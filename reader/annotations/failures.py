"""What the operating system's refusals mean, in words for a person."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MEANINGS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "the disk is read-only",
    errno.EIO: "the disk reports an error",
    errno.EFBIG: "the file would be too large",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ELOOP: "it is a link to another place, which reader does not follow",
    errno.EINVAL: "it is not a plain file",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "it is not a folder",
    errno.ENOENT: "it has disappeared",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ESTALE: "the network folder was disconnected",
}


def meaning_of(error: OSError) -> str:
    """*error* in a few plain words."""
    known = _MEANINGS.get(error.errno or 0)
    return known or (error.strerror or "the system refused it").rstrip(".")


def write_sentence(error: OSError, path: Path) -> str:
    """What to tell a person whose change could not be written to *path*."""
    reason = meaning_of(error)  # first: the end of a long line is not seen
    return f"Not saved: {reason} ({path.name} in {path.parent}). What was saved before is intact."


def read_sentence(error: OSError, path: Path) -> str:
    """What to tell a person whose file *path* cannot be read."""
    return f"{path.name} in {path.parent} cannot be read: {meaning_of(error)}."
