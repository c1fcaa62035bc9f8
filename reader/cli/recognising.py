"""Recognising all articles of a session for a sub-command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import tell
from reader.errors import ArticleError

if TYPE_CHECKING:
    from reader.model import Article, Mention
    from reader.session import Session


def recognised(session: Session) -> tuple[list[tuple[Article, tuple[Mention, ...]]], int]:
    """Each article with its mentions as people decided about them, and 1 if anything failed."""
    found, code = [], 0
    for ref in session.articles:
        try:
            article = session.article(ref.id)
            problems = session.recognition(ref.id).problems
        except ArticleError as error:
            problems = (error.message,)
        else:
            found.append((article, session.mentions(ref.id)))
        for problem in problems:
            tell(f"{ref.id}: {problem}")
            code = 1
    return found, code
