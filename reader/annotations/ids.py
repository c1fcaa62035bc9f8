"""New ids and the time of day; nothing is ever ordered by either."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def new_id(prefix: str) -> str:
    """A fresh id such as ``a-0f3c9d2e5b7a8146``: *prefix*, then 64 random bits."""
    return f"{prefix.removesuffix('-')}-{os.urandom(8).hex()}"


def now() -> str:
    """The time in UTC to the second, RFC 3339; for people to read."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
