"""A list in a prompt: its screen takes the keys."""

from __future__ import annotations

from reader.tui.widgets.rows import Rows
from reader.tui.widgets.typing_in import TypedInto


class ChoiceRows(TypedInto, Rows):
    """Rows whose every key is first offered to the prompt."""
