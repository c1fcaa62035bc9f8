"""Lines of dialogue: a dash opens a line of speech, which ends with the line or before its incise."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span
from reader.recognition.claims.lexicon import lexicon
from reader.recognition.claims.quotes import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST = 8
"""Characters a line of speech has at least."""


class _Line(NamedTuple):
    number: int
    quotation: Quotation
    incise: bool


def with_dialogue(text: str, found: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """*found* and the lines of speech: those with an incise, and those that stand next to another."""
    lines = list(_lines(text))
    if not lines:
        return found
    speech = [
        line.quotation
        for place, line in enumerate(lines)
        if (line.incise or _has_neighbour(lines, place)) and not _overlaps(line.quotation, found)
    ]
    return tuple(sorted((*found, *speech), key=lambda one: one.outer.start))


def _has_neighbour(lines: Sequence[_Line], place: int) -> bool:
    near = (lines[one].number for one in (place - 1, place + 1) if 0 <= one < len(lines))
    return any(abs(number - lines[place].number) <= 2 for number in near)


def _overlaps(line: Quotation, found: Sequence[Quotation]) -> bool:
    from bisect import bisect_left

    at = bisect_left(found, line.outer.start, key=lambda one: one.outer.end)
    return at < len(found) and found[at].outer.start < line.outer.end


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*[—–][ \t\u00a0]*(?=[A-ZÀ-ÖØ-Þ])", re.MULTILINE)


@cache
def _incise() -> re.Pattern[str]:
    return re.compile(
        r"[,?!…] (?:s['’]|lui |leur |a |ont )?(\w+)(?:(?:-t)?-(?:ils?|elles?)\b| (?=[A-ZÀ-ÖØ-Þ]))"
    )


def _lines(text: str) -> Iterator[_Line]:
    number, at = 0, 0
    for found in _dash().finditer(text):
        number += text.count("\n", at, found.start())
        at = found.start()
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        while end > found.end() and text[end - 1].isspace():
            end -= 1
        if end - found.end() < SHORTEST or text[end - 1] not in ".!?…":
            continue
        cut = _incise_start(text, found.end(), end)
        stop = end if cut is None else cut
        if stop > found.end():
            quotation = Quotation(Span(found.start(), stop), Span(found.end(), stop))
            yield _Line(number, quotation, cut is not None)


def _incise_start(text: str, start: int, end: int) -> int | None:
    """Where ``, dit-il`` or ``, répond Paul`` begins; a question mark stays with the speech."""
    verbs = lexicon().verbs
    for found in _incise().finditer(text, start, end):
        readings = verbs.get(found.group(1).lower(), ())
        if any(reading.with_clause or "voice" in reading.classes for reading in readings):
            return found.start() + (text[found.start()] != ",")
    return None
