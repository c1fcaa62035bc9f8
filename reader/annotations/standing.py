"""Where a stored annotation stands in the article as it is now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import AnchorState
from reader.text.quoting import context

if TYPE_CHECKING:
    from reader.model import Annotation, Article


def standing(annotation: Annotation, article: Article, kept_text: str | None) -> Annotation:
    """*annotation* re-anchored in *article*, whose text differs from the annotated one.

    Exact and moved ones get the new offsets, quote and context. Doubtful ones and orphans keep
    what was annotated, and only say so: a person decides.
    """
    from reader.anchoring.anchor import locate

    found = locate(
        annotation.quote, annotation.prefix, annotation.suffix, annotation.span, article.text, kept_text
    )
    if found.span is None or found.state in (AnchorState.DOUBTFUL, AnchorState.ORPHAN):
        return replace(annotation, anchor=found.state)
    prefix, suffix = context(article.text, found.span)
    return replace(
        annotation,
        article_sha256=article.sha256,
        span=found.span,
        quote=found.span.of(article.text),
        prefix=prefix,
        suffix=suffix,
        anchor=found.state,
    )
