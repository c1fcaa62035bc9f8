"""Where a row of French text may end.

Works on offsets and characters only; how wide they are is wrap.py's affair. Spaces
that may break are already unified to U+0020 by the caller; every other space
(U+00A0, U+2007, U+2009, U+202F, U+2060) is simply not one of them and so never breaks.
"""

from __future__ import annotations

NOT_AT_ROW_START = frozenset(";:!?»›”%‰€$£¥°")
"""French typography sets a space before these; it never breaks."""
NOT_AT_ROW_END = frozenset("«‹“„")
"""French typography sets a space after these; it never breaks."""

_DASHES = frozenset("—–-")
_UNBREAKABLE = frozenset("\u00a0\u2007\u2009\u202f\u2060\ufeff")
_CLOSING = NOT_AT_ROW_START | _UNBREAKABLE | frozenset(" ,.…)]}’'\"、。」』）！？：；，")
"""A word is not cut just before one of these."""
_OPENING = NOT_AT_ROW_END | _UNBREAKABLE | frozenset(" ([{‘’'\"「『（")
"""A word is not cut just after one of these."""


def row_end(text: str, start: int, limit: int, end: int) -> int:
    """Where the row that begins at *start* ends, given that *limit* is the first offset that does not fit.

    The line ends at *end*; start < limit < end. The result is greater than *start*, at most
    *limit* unless the spaces after it hang over.
    """
    content, after = _last_space(text, start, limit, end)
    if not after or limit - content > (limit - start) // 4:
        inside = _last_joint(text, max(start, after), limit)
        if inside:
            return inside
    return after or _cut(text, start, limit)


def may_cut(text: str, offset: int) -> bool:
    """Whether a cut at *offset* parts no sign from its word; for long words and scripts without spaces."""
    return text[offset] not in _CLOSING and text[offset - 1] not in _OPENING


def _last_space(text: str, start: int, limit: int, end: int) -> tuple[int, int]:
    """Where the last run of spaces that may end a row begins and ends; ``(start, 0)`` if there is none."""
    space = text.rfind(" ", start, limit + 1)
    while space > start:
        after = space + 1
        while after < end and text[after] == " ":
            after += 1
        content = space
        while content > start and text[content - 1] == " ":
            content -= 1
        if content == start:
            return start, after if after > limit else 0
        if after == end or _may_break(text, content, after):
            return content, after
        space = text.rfind(" ", start, content)
    return start, 0


def _may_break(text: str, content: int, after: int) -> bool:
    """Whether the spaces between *content* and *after*, words on both sides, may end a row."""
    before, following = text[content - 1], text[after]
    if following in NOT_AT_ROW_START or before in NOT_AT_ROW_END:
        return False
    if before in _DASHES and (content < 2 or text[content - 2] == "\n"):
        return False  # the dash that opens a line of dialogue
    return not (before.isdigit() and following.isdigit() and _parts_a_number(text, content, after))


def _parts_a_number(text: str, content: int, after: int) -> bool:
    """Whether the space groups digits by three: ``10 000``."""
    group = text[after : after + 4]
    if after - content != 1 or len(group) < 3 or not group[:3].isdigit() or group[3:].isdigit():
        return False
    return content < 4 or not text[content - 4 : content].isdigit()


def _last_joint(text: str, start: int, limit: int) -> int:
    """The last offset after a hyphen, dash or slash within a word, in ]start, limit]; 0 if there is none."""
    for sign in range(limit - 1, start, -1):
        if (
            text[sign] in "-–—/‐"
            and sign + 1 < len(text)
            and text[sign + 1].isalpha()
            and text[sign - 1].isalnum()
        ):
            return sign + 1
    return 0


def _cut(text: str, start: int, limit: int) -> int:
    """The last offset at which a word may be cut in ]start, limit], keeping signs with their word."""
    for offset in range(limit, start, -1):
        if may_cut(text, offset):
            return offset
    return limit
