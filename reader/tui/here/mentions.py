"""What was recognised at a place, each kind in its own way, and what was decided about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Claim, DecisionAction, Entity, Timex
from reader.text.display import safe_line
from reader.tui.here.claims import claim_rows
from reader.tui.here.dates import date_rows
from reader.tui.here.names import name_rows, other_places
from reader.tui.here.page import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Span
    from reader.session import Suggestion
    from reader.tui.here.page import Page
    from reader.tui.widgets.rows import Row

SURE = 0.995
"""From here on a score would be shown as 100 %."""


def suggestion_rows(page: Page, found: tuple[Suggestion, ...], place: Span) -> Iterator[Row]:
    """The one on exactly *place* first; the keys stand by the one that they act on."""
    meant = page.desk.shown.open_at(place)
    for suggestion in sorted(found, key=lambda each: each.mention.span != place):
        yield from _rows(page, suggestion, is_meant=suggestion is meant)


def _rows(page: Page, suggestion: Suggestion, *, is_meant: bool) -> Iterator[Row]:
    mention = suggestion.mention
    if isinstance(mention, Entity):
        yield from name_rows(page, mention)
    elif isinstance(mention, Timex):
        yield from date_rows(page, mention)
    else:
        yield from claim_rows(page, mention)
    yield from _decision(page, suggestion, is_meant=is_meant)
    if isinstance(mention, Entity):
        yield from other_places(page, mention)
    yield BLANK


def _decision(page: Page, suggestion: Suggestion, *, is_meant: bool) -> Iterator[Row]:
    mention, decision = suggestion.mention, suggestion.decision
    if decision is None:
        said = [f"{mention.score:.0%} sure"] if mention.score < SURE else []
        said += ["a keep", "x drop"] if is_meant else []
        said += ["r source"] if is_meant and isinstance(mention, Claim) else []
        if said:
            yield page.quiet(" · ".join(said))
    elif decision.action is DecisionAction.ACCEPTED:
        yield page.row((("you kept it", "good"),))
    elif decision.action is DecisionAction.RELABELLED:
        yield page.row(((f"you called it {safe_line(decision.value)}", "good"),))
