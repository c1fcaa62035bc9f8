"""The signs of the margin, and the columns they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.marks import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.layout.rows import Margin

WIDE_FROM = 44
"""A view of at least so many cells has a margin with a column for each sign."""
NARROW_FROM = 16
"""A view of at least so many cells has a margin of one sign and the bar; a smaller one has none."""


class Glyphs(NamedTuple):
    """One character of one cell for each sign."""

    bars: tuple[str, str, str]
    """Beside one, two, and more annotations upon one another."""
    note: str
    link: str
    doubtful: str
    claims: Mapping[Role, str]


UNICODE = Glyphs(
    ("▎", "▌", "█"),
    "✎",
    "⇄",
    "?",
    {Role.QUOTE: "“", Role.INDIRECT: "›", Role.CONDITIONAL: "≈", Role.HEDGE: "~"},
)
ASCII = Glyphs(
    ("|", "H", "#"),
    "*",
    "&",
    "?",
    {Role.QUOTE: '"', Role.INDIRECT: ">", Role.CONDITIONAL: "=", Role.HEDGE: "~"},
)


def glyphs_for(encoding: str | None) -> Glyphs:
    """The signs that a terminal of that encoding can show."""
    return UNICODE if (encoding or "").lower().replace("-", "").startswith("utf") else ASCII


def margin_width(width: int) -> int:
    """The cells of the margin in a view of *width* cells: it never depends on what is marked."""
    return 5 if width >= WIDE_FROM else 2 if width >= NARROW_FROM else 0


def margin_signs(margin: Margin, cells: int, glyphs: Glyphs) -> list[tuple[str, Role | None]]:
    """The character of each of *cells* columns and the role it speaks of, the bar's as ANNOTATION."""
    claim = (glyphs.claims[margin.claim], margin.claim) if margin.claim else _NOTHING
    link = (glyphs.link, Role.LINK) if margin.link else _NOTHING
    note = _NOTHING
    if margin.doubtful:
        note = (glyphs.doubtful, Role.DOUBTFUL)
    elif margin.note:
        note = (glyphs.note, Role.NOTE)
    bar = (glyphs.bars[min(margin.depth, 3) - 1], Role.ANNOTATION) if margin.depth else _NOTHING
    if cells >= 5:
        return [claim, link, note, bar, *[_NOTHING] * (cells - 4)]
    if cells >= 2:
        return [next((sign for sign in (link, note, claim) if sign is not _NOTHING), _NOTHING), bar]
    return []


_NOTHING: tuple[str, Role | None] = (" ", None)
