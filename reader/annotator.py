"""Which names an annotator may have, and which one a person has without choosing."""

from __future__ import annotations

import os

from reader.errors import UsageError

MAX_BYTES = 200
"""Of a name in UTF-8; file systems allow 255 with the endings that come after it."""

_FORBIDDEN = '/\\:*?"<>|'
_RESERVED = frozenset({"bak", "conflict", "damaged", "journal", "json", "jsonl", "lock", "schema", "tmp"})


def check_annotator(name: str) -> str:
    """*name* in NFC, fit to be a file name everywhere: the store's files are called by it.

    Raises UsageError saying what is wrong with it.
    """
    name = _composed(name)
    fault = _fault_of(name)
    if fault:
        shown = "".join(letter if letter.isprintable() else "�" for letter in name[:80])
        raise UsageError(f"“{shown}” cannot be an annotator’s name: {fault}. Choose another with --as.")
    return name


def login_name() -> str:
    """The name the user logged in with, made fit for a file name."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        name = _fit(os.environ.get(variable, ""))
        if name:
            return name
    return _fit(_account_name()) or f"user-{os.getuid()}"


def _composed(name: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", name).strip()


def _fault_of(name: str) -> str | None:
    import unicodedata

    if not name:
        return "it is empty"
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in name):
        return "it holds a character that cannot be seen"
    if any(letter in _FORBIDDEN for letter in name):
        return f"it holds one of {' '.join(_FORBIDDEN)}"
    if name.startswith((".", "-")) or name.endswith("."):
        return "it begins or ends with a dot, or begins with a dash"
    if len(name.encode()) > MAX_BYTES:
        return "it is too long"
    if any(part.rstrip("-0123456789").casefold() in _RESERVED for part in name.split(".")[1:]):
        return "after a dot it has an ending that reader gives to its own files"
    return None


def _fit(name: str) -> str:
    """The nearest name that may be an annotator's; empty if nothing is left."""
    seen = (
        letter if letter.isprintable() and letter not in _FORBIDDEN else "-" for letter in _composed(name)
    )
    kept = "".join(seen).lstrip(" .-").encode()[:MAX_BYTES].decode("utf-8", "ignore").rstrip(" .")
    return kept.replace(".", "-") if kept and _fault_of(kept) else kept


def _account_name() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return ""
