"""English: the table of rows, and what each of them means. No reckoning here."""

from __future__ import annotations
