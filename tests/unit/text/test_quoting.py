from __future__ import annotations

from reader.model import Span
from reader.text.quoting import context


def test_the_context_is_what_stands_on_either_side() -> None:
    assert context("abcdef", Span(2, 4), 1) == ("b", "e")
    assert context("abcdef", Span(0, 6)) == ("", "")
    assert context("x" * 100, Span(50, 51)) == ("x" * 32, "x" * 32)
