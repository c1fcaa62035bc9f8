"""A link, with a peek at its other end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.session import Passage
from reader.text.display import safe_display, safe_line
from reader.tui.places import Jump
from reader.tui.widgets.rows import Row
from reader.tui.wording import link_head, other_end

if TYPE_CHECKING:
    from reader.model import Annotation, Link
    from reader.tui.here.page import Page
    from reader.tui.inks import Line


def link_row(page: Page, link: Link, annotation: str) -> Row:
    """*link* as seen from one of its ends; choosing it goes to the other."""
    other = other_end(page.session, link, annotation)
    head: Line = ((f"⇄ {link_head(link, annotation)}", "link"),)
    if other is None:
        return Row(page.flow((*head, (" a passage that is gone", "quiet")), 2))
    title = ((safe_line(page.title(other.article)), "quiet"),)
    lines = [*page.flow(head, 2), *page.flow(title, 4, most=1), *page.flow(_peek(other), 4, most=4)]
    if link.note:
        lines += page.flow(((f"✎ {safe_display(link.note)}", ""),), 4)
    return Row(tuple(lines), Jump(Passage(other.article, other.span), other.id))


def _peek(other: Annotation) -> Line:
    before, after = other.prefix[-24:], other.suffix[:24]
    flat = [safe_line(part.replace("\n", " ")) for part in (before, other.quote, after)]
    return ((f"…{flat[0].lstrip()}", "quiet"), (flat[1], "strong"), (f"{flat[2].rstrip()}…", "quiet"))
