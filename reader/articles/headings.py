"""Headings: lines that name what follows."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from reader.articles.full_dates import full_dates
from reader.articles.headers import is_byline
from reader.articles.lines import filled_lines_of, lines_of
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 100
"""Characters of a heading inside a plain text."""
LONGEST_TITLE = 160
"""Characters of the heading that opens a plain text."""
MOST_IN_A_ROW = 3
"""More short lines than this, one after another, are a list."""


def plain_headings(text: str, start: int = 0) -> tuple[Span, ...]:
    """Short lines without final stop, between blank lines or at the top, from the offset *start* on."""
    return _without_lists(_judged_lines(text, start))


def _judged_lines(text: str, start: int) -> Iterator[tuple[bool, Span]]:
    """Each filled line but the last, and whether it reads as a heading."""
    opens, apart = True, True
    for (first, last), (following, _) in pairwise(filled_lines_of(text, start)):
        parted = text.count("\n", last, following) > 1
        alone = apart and parted and last - first <= LONGEST_TITLE
        yield alone and _reads_as_heading(text[first:last], opens), Span(first, last)
        opens, apart = False, parted


def _without_lists(candidates: Iterable[tuple[bool, Span]]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for is_heading, run in groupby(candidates, key=lambda candidate: candidate[0]):
        if not is_heading:
            continue
        spans = [span for _, span in islice(run, MOST_IN_A_ROW + 1)]
        if len(spans) <= MOST_IN_A_ROW:
            kept += spans
    return tuple(kept)


def _reads_as_heading(line: str, opens: bool) -> bool:
    """Whether *line* is short, has words, begins like a title and does not end like a sentence."""
    if len(line) > (LONGEST_TITLE if opens else LONGEST) or not any(map(str.isalpha, line)):
        return False
    first = line.lstrip("«“\"'‘([ \u00a0\u202f")[:1]
    if not first or first.islower() or not (first.isalnum() or first == "¿" or first == "¡"):
        return False
    if line.rstrip(" »”\"')\u00a0\u202f")[-1:] in (".", ",", ";", ":", "–", "—", "-"):
        return False
    dated = sum(len(each.span) for each in full_dates(line))
    return dated * 2 < len(line) and not is_byline(line)


# --- Markdown -----------------------------------------------------------------------


def markdown_headings(text: str, start: int = 0) -> tuple[Span, ...]:
    """``# Title`` lines, and lines underlined with ``===`` or ``---``; not inside code fences."""
    headings: list[Span] = []
    fence = ""
    previous: tuple[int, int] | None = None
    for first, last in lines_of(text, start):
        line = text[first:last]
        mark = _fence().match(line)
        if mark and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark.group(1)
            previous = None
        elif fence:
            continue
        elif _sharp().match(line):
            headings.append(Span(*_stripped(text, first, last)))
            previous = None
        elif previous is not None and _underline().match(line):
            headings.append(Span(*_stripped(text, *previous)))
            previous = None
        else:
            previous = (first, last) if _may_be_underlined().match(line) else None
    return tuple(headings)


def plain_markdown(line: str) -> str:
    """The words of a line of Markdown: a heading, a quotation, a list item, emphasis, links."""
    words = _line_mark().sub("", line.strip())
    return " ".join(_inline_mark().sub(r"\1", words).split())


@cache
def _line_mark() -> re.Pattern[str]:
    return re.compile(r"^(?:#{1,6}\s|>\s?|[*+-]\s)+|\s#+$")


@cache
def _inline_mark() -> re.Pattern[str]:
    return re.compile(r"!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)|[*`]|(?<!\w)_|_(?!\w)")


@cache
def _sharp() -> re.Pattern[str]:
    return re.compile(r" {0,3}#{1,6}[ \t]+[^\s#]")


@cache
def _underline() -> re.Pattern[str]:
    return re.compile(r" {0,3}(?:=+|--+)[ \t]*\Z")


@cache
def _may_be_underlined() -> re.Pattern[str]:
    return re.compile(r" {0,3}[^\s>#|*+-]")


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r" {0,3}(```|~~~)")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    return start, start + len(line.strip())
