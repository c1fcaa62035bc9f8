"""What a text is known by, wherever it is called what."""

from __future__ import annotations

import hashlib

PIECE = 1 << 20
"""Characters taken at a time."""


def digest(text: str) -> str:
    """SHA-256 of *text* in UTF-8, hexadecimal; a piece at a time, to hold no second copy."""
    total = hashlib.sha256()
    for start in range(0, len(text), PIECE):
        total.update(text[start : start + PIECE].encode("utf-8", "surrogatepass"))
    return total.hexdigest()
