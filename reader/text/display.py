"""What a text may look like on a terminal: nothing in it can command the screen or hide on it.

Every control, bidirectional or invisible format character and every lone surrogate becomes
one visible character of one cell, so that offsets into the painted text are offsets into the
text itself. Everything that comes from data goes through here before it is painted.
"""

from __future__ import annotations

import re
from functools import cache

from reader.text.code_points import PICTOGRAPHS
from reader.text.ranges import bounds, character_class

CONTROLS = "0-8 B-1F 7F-9F"
"""C0 without tab and newline, delete, C1."""
INVISIBLE = (
    "AD 61C 180E 200B-200C 200E-200F 202A-202E 2060-206F 3164 FEFF FFA0 FFF0-FFFB 13430-1343F "
    "1BCA0-1BCA3 1D173-1D17A E0000-E00FF E01F0-E0FFF"
)
"""Format characters and fillers that hide text or turn its direction; the tags of U+E0000."""
SEPARATORS = "2028-2029"
SURROGATES = "D800-DFFF"
STAND_INS = f"{CONTROLS} {INVISIBLE} {SEPARATORS} {SURROGATES}"
"""Everything that is painted as a stand-in of one cell (in no order)."""

ORDINARY = r"\n\t -~\xa0-\xac\xae-\u0600\u1e00-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u26ff"
"""Part of what needs no stand-in: European scripts and signs; a larger class takes longer to compile."""

HIDDEN = "·"
BROKEN = "\N{REPLACEMENT CHARACTER}"
BREAK = "\N{SYMBOL FOR NEWLINE}"
JOINER = "\u200d"


def safe_display(text: str) -> str:
    """*text* with a visible one-cell stand-in for each dangerous or invisible character; same length.

    Newlines and tabs stay. A zero width joiner stays only between two emoji.
    """
    doubtful = _doubtful().search(text)
    if doubtful is None:
        return text
    if _unsafe().search(text, doubtful.start()):
        text = text.translate(_stand_ins())
    if JOINER in text:
        text = _stray_joiner().sub(HIDDEN, text)
    return text


def safe_line(text: str) -> str:
    """*text* as one safe line of the same length: newlines visible as well, tabs as one space."""
    text = safe_display(text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", "␊").replace("\t", " ")
    return text


@cache
def _doubtful() -> re.Pattern[str]:
    """What an ordinary text has nothing of: a quick look before the slow one."""
    return re.compile(f"[^{ORDINARY}]")


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(f"[{character_class(STAND_INS)}]")


@cache
def _stand_ins() -> dict[int, str]:
    table = dict.fromkeys(_code_points(INVISIBLE), HIDDEN)
    table |= dict.fromkeys(_code_points(SURROGATES), BROKEN)
    table |= dict.fromkeys(_code_points(SEPARATORS), BREAK)
    table |= {code: _control_picture(code) for code in _code_points(CONTROLS)}
    return table


def _control_picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else BROKEN


@cache
def _stray_joiner() -> re.Pattern[str]:
    picture = f"[{character_class(PICTOGRAPHS)}]"
    modifier = "[\ufe0f\U0001f3fb-\U0001f3ff]"
    return re.compile(f"(?<!{picture})(?<!{picture}{modifier}){JOINER}|{JOINER}(?!{picture})")


def _code_points(ranges: str) -> list[int]:
    starts, ends = bounds(ranges)
    return [code for low, high in zip(starts, ends, strict=True) for code in range(low, high + 1)]
