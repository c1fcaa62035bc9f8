"""Tests of the parts of the screen that need no running app."""

from __future__ import annotations
