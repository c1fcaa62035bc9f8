"""A person, place, organisation or other name: who is meant, and where else it stands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.session import Passage
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.here.page import BLANK
from reader.tui.inks import mention_role
from reader.tui.kind_words import LABELS
from reader.tui.places import Jump
from reader.tui.widgets.rows import Row
from reader.tui.wording import quoted, snippet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Entity, Span
    from reader.tui.here.page import Page

OTHERS_SHOWN = 6
"""Other mentions listed for each article."""
ARTICLES_SHOWN = 5
"""Other articles whose mentions are listed."""
NAMES_SHOWN = 4
"""Other names that are listed."""


def name_rows(page: Page, mention: Entity) -> Iterator[Row]:
    """Who is meant, and by which names."""
    yield page.head(LABELS[mention.label].capitalize())
    identity = page.session.identity_of(mention)
    name = identity.name if identity is not None else mention.name
    yield page.row(((safe_line(name), mention_role(mention)),))
    if mention.text != name:
        yield page.quiet(f"here as {quoted(mention.text)}")
    others = [other for other in (identity.names if identity else ()) if other != name]
    if others:
        rest = f" and {len(others) - NAMES_SHOWN} more" if len(others) > NAMES_SHOWN else ""
        yield page.quiet(f"also {safe_line(', '.join(others[:NAMES_SHOWN]))}{rest}")


def other_places(page: Page, mention: Entity) -> Iterator[Row]:
    """Its other mentions, here and in the other articles."""
    identity = page.session.identity_of(mention)
    if identity is None:
        return
    open_id = page.article.id
    here = identity.mentions.get(open_id, ())
    if len(here) > 1:
        yield BLANK
        yield page.quiet(f"{counted(len(here) - 1, 'other time')} here")
        others = (entity.span for entity in here if entity.span != mention.span)
        yield from _snippets(page, open_id, others, len(here) - 1)
    elsewhere = sorted(identity.mentions.keys() - {open_id})
    for id in elsewhere[:ARTICLES_SHOWN]:
        yield BLANK
        there = identity.mentions[id]
        yield page.quiet(f"{len(there)} in {safe_line(page.title(id))}")
        yield from _snippets(page, id, (entity.span for entity in there), len(there))
    if len(elsewhere) > ARTICLES_SHOWN:
        yield BLANK
        more = counted(len(elsewhere) - ARTICLES_SHOWN, "more article")
        yield page.quiet(f"and {more}, F3 lists them")


def _snippets(page: Page, id: str, spans: Iterator[Span], count: int) -> Iterator[Row]:
    """The first of *count* places with what stands around them."""
    try:
        text = page.session.article(id).text
    except ReaderError:
        return
    for span in islice(spans, OTHERS_SHOWN):
        yield Row((snippet(text, span, page.width - 1),), Jump(Passage(id, span)))
    if count > OTHERS_SHOWN:
        yield page.quiet(f"and {count - OTHERS_SHOWN} more, F3 lists them")
