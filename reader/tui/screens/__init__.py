"""Screens and prompts: the main one, those that list, those that ask. No rule about articles lives here."""

from __future__ import annotations
