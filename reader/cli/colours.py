"""An article with its marks in colours and weights of the terminal, by SGR codes of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.brackets import wrapped
from reader.layout.marks import CLAIMS, Role, marks_of
from reader.layout.rows import Flattened, Look
from reader.layout.wrap import Wrapped
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reader.model import Annotation, Article, Mention

RESET = "\x1b[0m"
BOLD, ITALIC, UNDERLINE, REVERSE = "1", "3", "4", "7"

OF_ROLE = {
    Role.HEADING: (BOLD,),
    Role.PERSON: (UNDERLINE, "36"),
    Role.PLACE: (ITALIC, "32"),
    Role.ORGANISATION: (BOLD, "34"),
    Role.OTHER: (BOLD, ITALIC, "35"),
    Role.DATE: (UNDERLINE, ITALIC, "33"),
    Role.LINK: (REVERSE,),
}
"""Each kind differs by more than its colour."""
OF_SLOT = ("41", "42", "43", "44", "45", "46", "100", "101", "102")
"""Backgrounds of the tags' colours, from 1."""


def coloured_rows(
    article: Article,
    mentions: Iterable[Mention],
    annotations: Sequence[Annotation],
    slots: Mapping[str, int],
    linked: Collection[str],
    width: int,
) -> Iterator[str]:
    """The rows of the article with a margin of signs; the notes follow under it."""
    rows = Wrapped(article.text, max(width - 2, 1), article.headings)
    flat = Flattened(marks_of(mentions, annotations, slots, linked))
    for number in range(rows.height):
        words = Span(rows.row_span(number).start, rows.content_end(number))
        painted = "".join(_painted(rows.shown[run.start : run.end], run.look) for run in flat.runs(words))
        yield (_margin(flat, rows, number) + painted).rstrip()
    for annotation in annotations:
        if annotation.note:
            yield ""
            yield from wrapped(f"“{annotation.quote}”: {annotation.note}", width)


def sgr(look: Look) -> str:
    """The codes of a look, without repeats; empty for plain text."""
    codes: list[str] = []
    for role, wanted in OF_ROLE.items():
        if look.roles & role.bit:
            codes += wanted
    if look.slot:
        codes.append(OF_SLOT[(look.slot - 1) % len(OF_SLOT)])
        codes.append("97")
    return ";".join(dict.fromkeys(codes))


def _painted(text: str, look: Look) -> str:
    codes = sgr(look)
    return f"\x1b[{codes}m{text}{RESET}" if codes and text else text


def _margin(flat: Flattened, rows: Wrapped, number: int) -> str:
    margin = flat.margin(rows.row_span(number))
    if margin.link:
        return "⇄ "
    if margin.note:
        return "✎ "
    if margin.depth:
        return "▌ "
    return "» " if margin.claim in CLAIMS else "  "
