"""Headings: lines that name what follows."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING

from reader.articles.headers import is_byline
from reader.model import Span
from reader.text.full_dates import full_dates
from reader.text.space import last_ink, next_ink, stripped

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
    return _without_lists(_judged_blocks(text, start))


def _judged_blocks(text: str, start: int) -> Iterator[tuple[bool, Span]]:
    """Each block between blank lines but the last, and whether it is one line that reads as a heading."""
    opens = True
    first = next_ink(text, start)
    if first < 0:
        return
    for gap in _blank_lines().finditer(text, first):
        if gap.end() == len(text):
            return
        last = last_ink(text, gap.start(), first) + 1
        short = last - first <= LONGEST_TITLE and "\n" not in text[first:last]
        yield short and _reads_as_heading(text[first:last], opens), Span(first, last)
        opens, first = False, gap.end()


@cache
def _blank_lines() -> re.Pattern[str]:
    return re.compile(r"\n[^\S\n]*\n\s*")


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
    return not is_byline(line) and not (any(map(str.isdigit, line)) and _is_date(line))


def _is_date(line: str) -> bool:
    """Whether *line* is little more than a date."""
    return sum(len(each.span) for each in full_dates(line)) * 2 >= len(line)


# --- Markdown -----------------------------------------------------------------------


def markdown_headings(text: str, start: int = 0) -> tuple[Span, ...]:
    """``# Title`` lines, and lines underlined with ``===`` or ``---``; not inside code fences."""
    headings: list[Span] = []
    fence, barred = "", start
    for found in _markdown_line().finditer(text, start):
        first, last = found.start(), found.end()
        if found["fence"] and (not fence or found["fence"] == fence):
            fence = "" if fence else found["fence"]
        elif fence:
            continue
        elif found["sharp"]:
            headings.append(Span(*stripped(text, first, last)))
        elif (title := _line_before(text, first, barred)) is not None:
            headings.append(title)
        barred = last
    return tuple(headings)


def _line_before(text: str, offset: int, barred: int) -> Span | None:
    """The line before the one at *offset*, if it may be underlined and begins after *barred*."""
    first = text.rfind("\n", barred, max(barred, offset - 1)) + 1 or barred
    if first >= offset or not _may_be_underlined().match(text, first, offset):
        return None
    return Span(*stripped(text, first, offset))


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
def _markdown_line() -> re.Pattern[str]:
    """A line that is a heading, underlines one, or opens or closes a block of code."""
    return re.compile(
        r"(?m)^ {0,3}(?:(?P<sharp>#{1,6}[ \t]+[^\s#])|(?P<fence>```|~~~)|(?P<under>(?:=+|--+)[ \t]*$))[^\n]*"
    )


@cache
def _may_be_underlined() -> re.Pattern[str]:
    return re.compile(r" {0,3}[^\s>#|*+-]")
