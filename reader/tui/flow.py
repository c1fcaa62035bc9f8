"""Words with roles, wrapped to the width of a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.wrap import Wrapped

if TYPE_CHECKING:
    from reader.tui.inks import Line


def flow(line: Line, width: int, *, indent: int = 0, most: int = 0) -> tuple[Line, ...]:
    """*line* on rows of *width* cells, each behind *indent* spaces; at most *most* rows if given."""
    text = "".join(words for words, _ in line)
    wrapped = Wrapped(text, max(width - indent, 4))
    rows = [i for i in range(wrapped.height) if not wrapped.is_spacer(i)]
    pad: Line = ((" " * indent, ""),) if indent else ()
    shown = rows[:most] if most else rows
    lines = []
    for i in shown:
        start, end = wrapped.row_span(i).start, wrapped.content_end(i)
        pieces = _cut(line, start, end)
        if i == shown[-1] and len(shown) < len(rows):
            pieces += ((" …", "quiet"),)
        lines.append(pad + pieces)
    return tuple(lines)


def _cut(line: Line, start: int, end: int) -> Line:
    """The pieces of *line* between two offsets of its joined words."""
    kept, at = [], 0
    for words, role in line:
        low, high = max(start - at, 0), min(end - at, len(words))
        if low < high:
            kept.append((words[low:high], role))
        at += len(words)
    return tuple(kept)
