"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date


def is_day(text: str) -> bool:
    """Whether *text* is a day of the calendar, ``YYYY-MM-DD``."""
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False
