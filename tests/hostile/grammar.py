"""The grammar of what the program itself may send to a terminal; anything else came from data.

The list is closed: a sequence stands here because the driver of the screen library or our own
painting writes it. Parameters are bounded too, so that ``CSI 99999999 C`` is not taken for ours.
"""

from __future__ import annotations

import base64
import re

_NUMBER = r"[0-9]{1,4}"
_COLOUR = rf"[34]8;2;{_NUMBER};{_NUMBER};{_NUMBER}|[34]8;5;{_NUMBER}"
_STYLE = rf"(?:{_COLOUR}|{_NUMBER})?"

SCREEN = {
    "alternate screen": r"\x1b\[\?1049[hl]",
    "cursor shown or hidden": r"\x1b\[\?25[hl]",
    "mouse": r"\x1b\[\?(?:1000|1003|1015|1006)[hl]",
    "mouse in pixels": r"\x1b\[\?1016[hl]",
    "focus is told": r"\x1b\[\?1004[hl]",
    "pasting in brackets": r"\x1b\[\?2004[hl]",
    "lines are wrapped": r"\x1b\[\?7[hl]",
    "one picture at a time": r"\x1b\[\?2026(?:[hl]|\$p)",
    "size in band": r"\x1b\[\?2048(?:[hl]|\$p)",
    "keyboard protocol": r"\x1b\[(?:>[0-9]{1,2}|<)u",
    "cursor to a place": rf"\x1b\[{_NUMBER};{_NUMBER}H",
    "cursor moved": rf"\x1b\[{_NUMBER}[A-D]",
    "mouse pointer": r"\x1b\]22;[a-z-]{1,12}\x07",
    "clipboard": r"\x1b\]52;c;(?P<clipboard>[A-Za-z0-9+/=]*)\x07",
    "style": rf"\x1b\[{_STYLE}(?:;{_STYLE}){{0,12}}m",
    "bell": r"\x07",
    "line end": r"\r?\n",
    "return": r"\r",
}
"""What the app writes, by name."""
LINE = {name: SCREEN[name] for name in ("style", "line end")}
"""What the command line writes: nothing but colours and line ends."""
PRINTED = (
    r"[ -~\u00a0-\u00ac\u00ae-\u061b\u061d-\u180d\u180f-\u200a\u200d\u2010-\u2027\u202f-\u205f\u2070-\u3163"
    r"\u3165-\ud7ff\ue000-\ufefe\uff00-\uff9f\uffa1-\uffef\ufffc-\uffff\U00010000-\U0001342f"
    r"\U00013440-\U0001bc9f\U0001bca4-\U0001d172\U0001d17b-\U000dffff\U000e0100-\U000e01ef\U000e1000-\U0010ffff]+"
)
"""Visible characters; written down here apart from the program's own table."""


class ForeignError(AssertionError):
    """Something that the program does not write of its own accord reached the terminal."""


def check(data: bytes, allowed: dict[str, str] | None = None) -> list[str]:
    """What *data* puts on the clipboard; raises ForeignError with what is not *allowed* and where."""
    text = data.decode("utf-8", "surrogateescape")
    rules = SCREEN if allowed is None else allowed
    known = re.compile("|".join([PRINTED, *rules.values()]))
    place, copied = 0, []
    while place < len(text):
        found = known.match(text, place)
        if found is None:
            raise ForeignError(
                f"at {place}: {text[max(place - 40, 0) : place]!r} then {text[place : place + 40]!r}"
            )
        if "clipboard" in known.groupindex and (content := found["clipboard"]) is not None:
            copied.append(base64.b64decode(content).decode("utf-8", "surrogateescape"))
        place = found.end()
    return copied
