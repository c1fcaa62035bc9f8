"""A claim: how sure the article is of it, who says it, and what shows that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.display import safe_line
from reader.tui.kind_words import STATUSES
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Claim
    from reader.tui.here.page import Page
    from reader.tui.widgets.rows import Row


def claim_rows(page: Page, mention: Claim) -> Iterator[Row]:
    """Status, source and cue."""
    yield page.head(f"Claim: {mention.status.value}")
    yield page.quiet(STATUSES[mention.status])
    source = page.session.source_of(mention)
    yield page.row(((safe_line(source), "claim") if source else ("source not named", "quiet"),))
    if mention.cue is not None:
        yield page.quiet(f"shown by {quoted(mention.cue.of(page.article.text))}")
