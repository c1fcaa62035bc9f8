"""An article with its marks written out: ``[Donald Trump](PER)``, ``{promised}(promise)``, ``<…>(hedge)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.wrap import Wrapped
from reader.model import Claim, Timex
from reader.text.display import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Annotation, Article, Mention, Span


def bracketed_rows(
    article: Article, mentions: Iterable[Mention], annotations: Sequence[Annotation], width: int
) -> Iterator[str]:
    """The rows of the article, wrapped; the notes follow under it."""
    text = bracketed(article.text, mentions, annotations)
    yield from wrapped(text, width)
    for annotation in annotations:
        if annotation.note:
            yield ""
            yield from wrapped(f"{{{annotation.quote}}}: {annotation.note}", width)


def bracketed(text: str, mentions: Iterable[Mention], annotations: Iterable[Annotation]) -> str:
    """*text* with an opening sign before each mark, and a closing one with its label after it."""
    signs: list[tuple[int, int, int, str]] = []
    for mention in mentions:
        opening, closing = "<>" if isinstance(mention, Claim) else "[]"
        signs += _around(mention.span, opening, f"{closing}({safe_line(_label(mention))})")
    for annotation in annotations:
        label = ", ".join(annotation.tags) or "note"
        signs += _around(annotation.span, "{", f"}}({safe_line(label)})")
    pieces, last = [], 0
    for offset, _, _, sign in sorted(signs):
        pieces += [text[last:offset], sign]
        last = offset
    return "".join([*pieces, text[last:]])


def wrapped(text: str, width: int) -> Iterator[str]:
    """The rows of *text*, safe to print."""
    rows = Wrapped(text, width)
    for number in range(rows.height):
        yield rows.shown_row(number).rstrip(" ")


def _around(span: Span, opening: str, closing: str) -> list[tuple[int, int, int, str]]:
    """Both signs with where they stand: what ends comes first, the inner before the outer."""
    return [(span.start, 1, -span.end, opening), (span.end, 0, -span.start, closing)]


def _label(mention: Mention) -> str:
    if isinstance(mention, Timex):
        return mention.value or mention.type.value
    if isinstance(mention, Claim):
        return f"{mention.status.value}: {mention.source}" if mention.source else mention.status.value
    return mention.label.value
