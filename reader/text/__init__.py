"""Texts as positions: safe to paint, measured in cells, cut into sentences and words, folded for searching.

Pure functions on ``str`` live here; no file, no article, no screen.
"""

from __future__ import annotations
