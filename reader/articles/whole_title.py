"""Titles as a citation gives them: uncut, where a list has room for their first words only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.titles import ELLIPSIS, shortened
from reader.text.sentences import sentences

if TYPE_CHECKING:
    from reader.model import Article

LONGEST = 600
"""Characters of a first sentence that still is a title."""
SOUGHT = 20_000
"""Characters in which the words of a title are sought."""


def whole_title(article: Article) -> str:
    """The title of *article* without the cut that lists make: of first words, all of their sentence."""
    if not article.title.endswith(ELLIPSIS):
        return article.title
    words = [re.escape(word) for word in article.title.removesuffix(ELLIPSIS).split()]
    found = re.compile(r"\s+".join(words)).search(article.text, 0, SOUGHT) if words else None
    if found is None or article.text.startswith(ELLIPSIS, found.end()):
        return article.title
    return shortened(" ".join(_to_its_end(article, found.start()).split()), LONGEST)


def _to_its_end(article: Article, start: int) -> str:
    """The heading that *start* stands in, else the sentence."""
    for heading in article.headings:
        if start in heading:
            return article.text[start : heading.end]
    newline = article.text.find("\n", start)
    line_end = min(newline if newline >= 0 else len(article.text), start + 2 * LONGEST)
    end = next((end for _, end in sentences(article.text, start, line_end)), line_end)
    sentence = article.text[start:end]
    return sentence if sentence.endswith("..") else sentence.rstrip(" .")
