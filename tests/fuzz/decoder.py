"""Any bytes are decoded to a text that can be written again, or refused."""

from __future__ import annotations

from contextlib import suppress

from reader.articles.decoding import decode
from reader.errors import ArticleUnreadableError


def check(data: bytes) -> None:
    with suppress(ArticleUnreadableError):
        decoded = decode(data)
        assert "\r" not in decoded.text
        assert "\0" not in decoded.text
        assert decode(decoded.text.encode()).text == decoded.text.removeprefix("\ufeff")
