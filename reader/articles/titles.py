"""Titles: a heading, else the first words of an article, cut where a reader would cut them."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reader.text.cells import clip, is_simple
from reader.text.lines import filled_lines_of
from reader.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 80
"""Characters of a title made of first words."""
MOST_LINES = 50
"""Lines in which the first words are sought."""
LONGEST_HEADING = 200
ELLIPSIS = "…"


def first_words(text: str, start: int, plain: Callable[[str], str] = str) -> str:
    """The first sentence from the offset *start* on, or as much of it as makes a title; may be empty."""
    for begin, end in islice(filled_lines_of(text, start), MOST_LINES):
        line_end = min(end, begin + 600)
        for first, last in sentences(text, _after_dateline(text, begin, line_end), line_end):
            words = " ".join(plain(text[first:last]).split())
            if any(map(str.isalpha, words)):
                return shortened(words.rstrip(" .") if not words.endswith("..") else words)
    return ""


def shortened(words: str, longest: int = LONGEST) -> str:
    """*words* cut after a whole word, not after a small one nor inside a name, with … where cut."""
    if len(words) <= longest:
        return words
    kept = words[: longest + 1].rpartition(" ")[0]
    if not kept:
        return clip(words, longest) if not is_simple(words) else words[: longest - 1] + ELLIPSIS
    following = words[len(kept) :].lstrip()
    shorter = _tail().sub("", kept) if following[:1].isupper() else kept
    shorter = _without_small_words(shorter).rstrip(' ,;:–—-(«"“')
    return (shorter if len(shorter) > longest // 3 else kept) + ELLIPSIS


def _after_dateline(text: str, start: int, end: int) -> int:
    """Past ``PARIS, 16 octobre 2025 (AFP) –`` and ``1er mars 2016 . –``; *start* where there is none."""
    found = _agency_opening().match(text, start, end)
    return found.end() if found else start


@cache
def _agency_opening() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[–—-]\s+|[^\n.!?–—]{0,60}\d{4}[^\n!?–—]{0,30}\s[–—-]\s+)(?=\S)")


@cache
def _tail() -> re.Pattern[str]:
    """Capitalised words at the end: the beginning of a name."""
    return re.compile(r"(?: [A-ZÀ-Þ][\w'’.-]*){1,3}\Z")


_SMALL = """
    le la les un une des de du et ou à au aux en dans sur pour par avec que qui dont entre son sa ses leur
    leurs ce cette ne se l' d' qu' n' s' j' c' l’ d’ qu’ n’ s’ j’ c’
    the a an of and or in on to for with by that his her its
"""
SMALL = frozenset(_SMALL.split())
"""Words that want another one after them."""


def _without_small_words(words: str) -> str:
    """*words* up to the last one that may stand at an end; the first one stays in any case."""
    before, space, last = words.rpartition(" ")
    while space and last.lower() in SMALL:
        words = before
        before, space, last = words.rpartition(" ")
    return words
