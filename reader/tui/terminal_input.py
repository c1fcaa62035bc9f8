"""What the terminal sends: a pasted text is text and nothing else, and no byte of it can end the app.

Where a pasted text holds an escape sequence that Textual does not know, Textual presses the keys it is made
of: a stranger's text could press ``D`` or ``q``. Most terminals take the escapes out before, not all. And a
byte that is no UTF-8, as a terminal set to Latin-1 sends, ends Textual with a traceback.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Callable, Iterable

    from textual.message import Message

ESCAPE = "\x1b"
START, END = "\x1b[200~", "\x1b[201~"
"""What stands around a pasted text (xterm: bracketed paste mode)."""


class Pastes:
    """Takes the escapes out of what stands between START and END, however the stream is cut into pieces."""

    def __init__(self) -> None:
        self._inside = False
        self._behind = ""
        """The last letters that were passed on; START may have begun in them."""
        self._held = ""
        """The last letters of a pasted text, which may be the first of END."""

    def harmless(self, data: str) -> str:
        """The next piece of the stream as it may be parsed."""
        data, self._held = self._held + data, ""
        passed = []
        while data:
            piece, data = self._pasted(data) if self._inside else self._typed(data)
            passed.append(piece)
        return "".join(passed)

    def _typed(self, data: str) -> tuple[str, str]:
        """What was typed before the next START and START itself; the rest."""
        seen = self._behind + data
        found = seen.find(START)
        if found < 0:
            self._behind = seen[-(len(START) - 1) :]
            return data, ""
        self._inside, self._behind = True, ""
        cut = found + len(START)
        return data[: cut - len(seen)] if cut < len(seen) else data, seen[cut:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """What was pasted before the next END and END itself; the rest."""
        text, end, rest = data.partition(END)
        if end:
            self._inside = False
        else:
            text, self._held = _parted(text)
        return text.replace(ESCAPE, "") + end, rest


def _parted(text: str) -> tuple[str, str]:
    """*text* and the end of it that may be the beginning of END."""
    at = text.rfind(ESCAPE)
    return (text[:at], text[at:]) if at >= 0 and END.startswith(text[at:]) else (text, "")


class PastingParser(XTermParser):
    """Textual's, but for what is pasted."""

    def __init__(self, debug: bool = False) -> None:
        self._pastes = Pastes()
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """The events of the next piece; an empty piece is the end of all."""
        harmless = self._pastes.harmless(data)
        return super().feed(harmless) if harmless or not data else ()


def _lenient(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), "replace")


def install() -> None:
    """Let the terminal's driver use these, which it has no public way for; test_input.py guards it."""
    linux_driver.XTermParser = PastingParser  # type: ignore[attr-defined]
    linux_driver.getincrementaldecoder = _lenient  # type: ignore[assignment, attr-defined]
