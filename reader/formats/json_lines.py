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
    r"""JSON text with DEL, C1, line separators, bidi controls, what is invisible and surrogates as ``\u``."""
    return _invisible().sub(lambda found: json.dumps(found[0])[1:-1], text)


@cache
def _invisible() -> re.Pattern[str]:
    """What ``reader.text.display`` paints a stand-in for; written out because exports import none of it."""
    return re.compile(
        "[\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
        "\ufff0-\ufffb\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    )
