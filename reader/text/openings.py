"""A header that stands on one line with the text it announces: ``date 2025-10-31 La rencontre …``."""

from __future__ import annotations

import re
from functools import cache

SHORTEST_REST = 40
"""Characters that the line must go on with; else it is a header line of its own."""


def header_end(text: str) -> int:
    """Where the article begins on the line of its header; 0 where it does not begin on it."""
    found = _opening().match(text)
    if found is None:
        return 0
    newline = text.find("\n", found.end())
    rest = (newline if newline >= 0 else len(text)) - found.end()
    return found.end() if rest >= SHORTEST_REST and text[found.end()].isupper() else 0


@cache
def _opening() -> re.Pattern[str]:
    space = r"[ \u00a0]"
    word = (
        r"(?:date(?:[ _]de[ _](?:publication|parution))?|publi(?:ée?|cation(?: date)?)|paru(?:e|tion)?"
        r"|mise? en ligne|post(?:é|ed)|published)"
    )
    link = rf"(?: (?:le|on|du|the))?{space}?[:=]?{space}?"
    weekday = rf"(?:(?:\w{{3,6}}di|dimanche|\w{{3,6}}day),?{space})?"
    day, month = r"\d{1,2}(?:er|st|nd|rd|th)?", r"[^\W\d_]{3,9}"
    date = (
        r"(?:\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1\d{4}"
        rf"|{day}(?:{space}of)?{space}{month},?{space}\d{{4}}|{month}{space}{day},?{space}\d{{4}})"
    )
    return re.compile(rf"\s{{0,200}}{word}{link}{weekday}{date}[ \t\u00a0]{{1,20}}(?=\S)", re.IGNORECASE)
