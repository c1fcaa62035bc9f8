"""The store under kill, power loss, refusals and crowds; short by default, long by ``READER_TORTURE``."""

from __future__ import annotations

import os

FACTOR = float(os.environ.get("READER_TORTURE", "0") or 0)
"""0: the short forms, a few seconds in all; 1: the long forms that the README quotes."""


def amount(short: int, long: int) -> int:
    """How often to do something."""
    return max(short, round(long * FACTOR))
