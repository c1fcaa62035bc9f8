"""Where a passage stands after its article changed; strings and spans only."""

from __future__ import annotations
