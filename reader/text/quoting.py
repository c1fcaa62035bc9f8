"""Quotes and what stands around them: the selectors by which a passage is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Span

CONTEXT = 32
"""Characters of context kept on each side of a quote."""


def context(text: str, span: Span, size: int = CONTEXT) -> tuple[str, str]:
    """Up to *size* characters before and after *span*."""
    return text[max(0, span.start - size) : span.start], text[span.end : span.end + size]
