"""The app: screens, widgets, the table of commands, themes. What is done to articles is the session's."""

from __future__ import annotations
