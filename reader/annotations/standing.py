"""Where what was stored stands in the article as it is now, and which of that is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import AnchorState
from reader.text.quoting import context

if TYPE_CHECKING:
    from reader.model import Annotation, Article, Decision, Span


def standing(annotation: Annotation, article: Article, kept_text: str | None) -> Annotation:
    """*annotation* re-anchored in *article*, whose text differs from the annotated one.

    All but orphans get offsets, quote and context of the new text, so that the quote is a slice of it;
    a doubtful one shows where it may be, until a person decides. An orphan keeps what was annotated.
    """
    from reader.anchoring.anchor import locate

    found = locate(
        annotation.quote, annotation.prefix, annotation.suffix, annotation.span, article.text, kept_text
    )
    if found.span is None or not len(found.span):
        return replace(annotation, anchor=AnchorState.ORPHAN)
    return placed(annotation, article, found.span, _state(annotation.anchor, found.state))


def placed(annotation: Annotation, article: Article, span: Span, anchor: AnchorState) -> Annotation:
    """*annotation* on another passage, with quote and context."""
    prefix, suffix = context(article.text, span)
    return replace(
        annotation,
        article=article.id,
        article_sha256=article.sha256,
        span=span,
        quote=span.of(article.text),
        prefix=prefix,
        suffix=suffix,
        anchor=anchor,
    )


def _state(before: AnchorState, found: AnchorState) -> AnchorState:
    """What once moved has moved, and what was doubtful stays so until a person decides."""
    if found is AnchorState.DOUBTFUL or before is AnchorState.DOUBTFUL:
        return AnchorState.DOUBTFUL
    return before if before is AnchorState.MOVED else found


def is_sure(stored: Annotation, now: Annotation, *, text_kept: bool) -> bool:
    """Whether *now* may be written without asking: all words of *stored* are still there, in their order.

    Only place and typography may differ; without the annotated text, quote and context not even in that.
    """
    from reader.anchoring.tokens import tokenise

    if now.anchor not in (AnchorState.EXACT, AnchorState.MOVED):
        return False
    if not text_kept:
        return (stored.prefix, stored.quote, stored.suffix) == (now.prefix, now.quote, now.suffix)
    return tokenise(stored.quote).keys == tokenise(now.quote).keys


def decision_standing(decision: Decision, article: Article, kept_text: str | None) -> Decision | None:
    """*decision* where the mention it is about stands now; None where that cannot be told for sure."""
    from reader.anchoring.anchor import locate

    if decision.span is None or kept_text is None:
        return None
    found = locate(decision.quote, "", "", decision.span, article.text, kept_text)
    if found.span is None or found.span.of(article.text) != decision.quote:
        return None
    return replace(decision, span=found.span, article_sha256=article.sha256)
