"""Copying: through the system where there is one, else through the terminal; and saying which."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from reader.text.display import safe_display

if TYPE_CHECKING:
    from textual.app import App

SECONDS = 3.0
"""How long the system's clipboard may take."""


async def copy_text(app: App[object], text: str) -> str:
    """Copy *text* made harmless, and say in a sentence which way it went."""
    text = safe_display(text)
    if _is_remote():
        app.copy_to_clipboard(text)
        return "Sent to your terminal (OSC 52), which gives no answer."
    why = await _through_system(text)
    if why is None:
        return "Copied, with its citation."
    app.copy_to_clipboard(text)
    return f"Sent to the terminal (OSC 52), which gives no answer; no system clipboard: {why}."


def _is_remote() -> bool:
    """Whether the clipboard of this machine is not the reader's."""
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


async def _through_system(text: str) -> str | None:
    """Copy through the system in a thread; why that failed, None where it did not."""
    try:
        import pyperclip  # type: ignore[import-untyped]
    except ImportError:
        return "pyperclip is not installed"
    try:
        await asyncio.wait_for(asyncio.to_thread(pyperclip.copy, text), SECONDS)
    except pyperclip.PyperclipException:
        return "no program for it"
    except (TimeoutError, OSError):
        return "it did not answer"
    return None
