"""Widgets: they own what is scrolled, pointed at and selected, and tell of it; they write nothing."""

from __future__ import annotations
