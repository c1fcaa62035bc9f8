"""Headings: lines that name what follows."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from reader.articles.full_dates import full_dates
from reader.articles.headers import is_byline
from reader.articles.lines import lines_of
from reader.model import Span

LONGEST = 100
"""Characters of a heading inside a plain text."""
LONGEST_TITLE = 160
"""Characters of the heading that opens a plain text."""
MOST_IN_A_ROW = 3
"""More short lines than this, one after another, are a list."""


def plain_headings(text: str, start: int = 0) -> tuple[Span, ...]:
    """Short lines without final stop, between blank lines or at the top, from the offset *start* on."""
    lines = list(lines_of(text, start))
    blank = [not text[first:last].strip() for first, last in lines]
    filled = [index for index, is_blank in enumerate(blank) if not is_blank]
    candidates: list[tuple[bool, Span]] = []
    for index in filled[:-1]:
        opens = index == filled[0]
        alone = (opens or blank[index - 1]) and (blank[index + 1] if index + 1 < len(lines) else True)
        reads_so = alone and _reads_as_heading(text[slice(*lines[index])].strip(), opens)
        candidates.append((reads_so, Span(*_stripped(text, *lines[index]))))
    return _without_lists(candidates)


def _without_lists(candidates: list[tuple[bool, Span]]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for is_heading, run in groupby(candidates, key=lambda candidate: candidate[0]):
        spans = [span for _, span in run]
        if is_heading and len(spans) <= MOST_IN_A_ROW:
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
