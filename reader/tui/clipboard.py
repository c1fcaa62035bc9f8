"""Copying: through the system where there is one, else through the terminal; and saying which."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.text.display import safe_display

if TYPE_CHECKING:
    from reader.tui.screens.command_screen import CommandScreen


async def copy_text(screen: CommandScreen[None], text: str) -> str:
    """Copy *text* made harmless, and say in a sentence which way it went."""
    text, app = safe_display(text), screen.app
    if is_remote():
        app.copy_to_clipboard(text)
        return "Sent to your terminal (OSC 52), which gives no answer."
    why = await screen.away(lambda: _through_system(text))
    if why is None:
        return "Copied, with its citation."
    app.copy_to_clipboard(text)
    return f"Sent to the terminal (OSC 52), which gives no answer; no system clipboard: {why}."


def is_remote() -> bool:
    """Whether the clipboard of this machine is not the reader's."""
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def _through_system(text: str) -> str | None:
    """Copy through the system; why that failed, None where it did not. Runs in a thread."""
    try:
        import pyperclip  # type: ignore[import-untyped]

        pyperclip.copy(text)
    except ImportError:
        return "pyperclip is not installed"
    except (pyperclip.PyperclipException, OSError):
        return "no program for it works here"
    return None
