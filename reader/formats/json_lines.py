"""Values as JSON on one line, harmless to terminals and to tools that split at other line ends."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_line(value: Mapping[str, object]) -> str:
    r"""*value* on one line that ends in ``\n``; only visible characters stand unescaped."""
    text = json.dumps(value, ensure_ascii=False)
    return (text if text.isprintable() else escaped(text)) + "\n"


def escaped(text: str) -> str:
    r"""JSON text with DEL, C1, line and paragraph separators, bidi controls and surrogates as ``\u``."""
    return _invisible().sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
