"""How an article's text and marks lie on rows of cells; no widget, no console, no screen library."""

from __future__ import annotations
