"""The clauses of a sentence: what stands between commas, semicolons, colons, dashes and brackets."""

from __future__ import annotations

import re
from functools import cache

PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]", "‘": "’"}
DEEPEST = 6
"""Brackets within brackets that are told apart."""
LONGEST = 4000
"""Characters of a sentence that is still cut; anything longer is no sentence that a person wrote."""
OPENERS = {closer: opener for opener, closer in PAIRS.items() if opener != "‘"}


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the sentence ``text[start:end]``; what stands in brackets is one inside another.

    Without the separators, without a quotation mark whose partner is elsewhere, by start.
    """
    end = _without_stop(text, start, end)
    if end - start > LONGEST:
        return [(start, end)]
    pieces: list[tuple[int, int]] = []
    open_since = [start]
    for found in _separator().finditer(text, start, end):
        sign, at = found.group(), found.start()
        if sign in "([":
            if len(open_since) < DEEPEST:
                open_since.append(found.end())
            continue
        if sign in ")]":
            if len(open_since) > 1:
                pieces.append((open_since.pop(), at))
            continue
        pieces.append((open_since[-1], at))
        open_since[-1] = found.end()
    pieces += [(since, end) for since in open_since]
    trimmed = (_trim(text, *piece) for piece in pieces)
    return sorted(piece for piece in trimmed if _word().search(text, *piece))


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r",(?!\d)|;|:(?![\d/])|—|(?<=\s)[–-](?=\s)|[()\[\]]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w")


@cache
def _final_stop() -> re.Pattern[str]:
    return re.compile(r"(?<!\.\w)[\s.!?…]++\Z")


def _without_stop(text: str, start: int, end: int) -> int:
    """The end of the sentence before its full stop; that of an acronym stays."""
    tail = max(start, end - 8)
    found = _final_stop().search(text[tail:end])
    return tail + found.start() if found else end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without outer white space and without a bracket or quotation mark that has no partner inside."""
    while start < end:
        first, last = text[start], text[end - 1]
        if first.isspace() or first in "–-":
            start += 1
        elif last.isspace() or last in "–-":
            end -= 1
        elif first in PAIRS and text.find(PAIRS[first], start + 1, end) < 0:
            start += 1
        elif last in OPENERS and text.rfind(OPENERS[last], start, end - 1) < 0:
            end = _without_stop(text, start, end - 1)
        elif '"' in (first, last) and text.count('"', start, end) % 2:
            start, end = (start + 1, end) if first == '"' else (start, end - 1)
        else:
            break
    return start, end
