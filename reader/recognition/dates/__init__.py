"""Temporal expressions with TIMEX3 values, by rules in French and English.

``recogniser`` is the way in; ``finding`` does the same for a bare text. Words are
data in ``data/*.toml``; a language is its table of rows with their builders.
Nothing here knows of names, claims or overlaps.
"""

from __future__ import annotations
