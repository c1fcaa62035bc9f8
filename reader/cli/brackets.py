"""An article with its marks written out: ``[Donald Trump](PER)``, ``{promised}(promise)``, ``<…>(hedge)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.wrap import Wrapped
from reader.model import Claim, Timex
from reader.text.display import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Annotation, Article, Mention


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
    marks = [(a.span, "{", f"}}({safe_line(', '.join(a.tags) or _untagged(a))})") for a in annotations]
    for mention in mentions:
        opening, closing = "<>" if isinstance(mention, Claim) else "[]"
        marks.append((mention.span, opening, f"{closing}({safe_line(_label(mention))})"))
    signs: list[tuple[int, int, int, int, str]] = []
    for depth, (span, opening, closing) in enumerate(marks):
        signs.append((span.start, 1, -span.end, depth, opening))
        signs.append((span.end, 0, -span.start, -depth, closing))
    pieces, last = [], 0
    for offset, *_, sign in sorted(signs):  # what ends comes first, the inner before the outer
        pieces += [text[last:offset], sign]
        last = offset
    return "".join([*pieces, text[last:]])


def _untagged(annotation: Annotation) -> str:
    """What an annotation without a tag is there for: its note, or a link that begins or ends there."""
    return "note" if annotation.note else "marked"


def wrapped(text: str, width: int) -> Iterator[str]:
    """The rows of *text*, safe to print."""
    rows = Wrapped(text, width)
    for number in range(rows.height):
        yield rows.shown_row(number).rstrip(" ")


def _label(mention: Mention) -> str:
    if isinstance(mention, Timex):
        return mention.value or mention.type.value
    if isinstance(mention, Claim):
        return f"{mention.status.value}: {mention.source}" if mention.source else mention.status.value
    return mention.label.value
