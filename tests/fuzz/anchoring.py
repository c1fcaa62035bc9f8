"""A passage of any text is found within any other, or not at all; what is called exact is so."""

from __future__ import annotations

from reader.anchoring.anchor import locate
from reader.anchoring.offsets import carried
from reader.model import AnchorState, Span
from reader.text.quoting import context
from tests.fuzz.given import Given


def check(data: bytes) -> None:
    given = Given(data)
    old = given.short_text() + given.short_text()
    start = given.number(max(len(old) - 1, 0))
    end = start + 1 + given.number(max(len(old) - start - 1, 0))
    new = _edited(old, given)
    span = Span(start, min(end, len(old)))
    if not len(span):
        return
    prefix, suffix = context(old, span)
    quote = span.of(old)
    for kept in (old, None):
        found = locate(quote, prefix, suffix, span, new, kept)
        assert (found.span is None) == (found.state is AnchorState.ORPHAN)
        if found.span is not None:
            assert 0 <= found.span.start < found.span.end <= len(new)
        if found.state is AnchorState.EXACT and found.span is not None:
            assert found.span.of(new) == quote
    assert locate(quote, prefix, suffix, span, old, old).span == span
    assert 0 <= carried(start, old, new) <= len(new)


def _edited(text: str, given: Given) -> str:
    """*text* with pieces moved, doubled, dropped and put in."""
    for _ in range(given.number(6)):
        start = given.number(len(text))
        end = min(start + given.number(80), len(text))
        piece = (text[start:end] * 2, "", given.short_text())[given.number(2)]
        text = text[:start] + piece + text[end:]
    return text
