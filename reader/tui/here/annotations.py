"""The annotations at a place: tags, words, note, where they come from, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import HAND, AnchorState
from reader.text.display import safe_display, safe_line
from reader.tui.here.links import link_row
from reader.tui.here.page import BLANK
from reader.tui.places import Chooses
from reader.tui.widgets.rows import Row
from reader.tui.wording import quoted, tag_line, tag_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.model import Annotation, Span, Tag
    from reader.tui.here.page import Page
    from reader.tui.inks import Line

STANDINGS = {
    AnchorState.MOVED: "found again: the article changed",
    AnchorState.DOUBTFUL: "perhaps not here: the article changed",
}


def annotation_rows(page: Page, found: tuple[Annotation, ...], place: Span) -> Iterator[Row]:
    """All that stand at *place*; where there are several, the one that is meant has a sign."""
    tags = {tag.name: tag for tag in page.session.tags()}
    current = page.desk.current_annotation(place)
    yield page.head("Annotation" if len(found) == 1 else f"{len(found)} annotations, o goes round")
    for annotation in found:
        is_current = current is not None and annotation.id == current.id
        yield from _rows(page, annotation, tags, is_current=is_current and len(found) > 1)
    yield BLANK


def _rows(page: Page, annotation: Annotation, tags: Mapping[str, Tag], *, is_current: bool) -> Iterator[Row]:
    sign = ("▸ ", "key") if is_current else ("▎ ", _slot(annotation, tags))
    line: Line = (sign, *tag_line(annotation.tags, tags, keys=True))
    words = ((quoted(annotation.quote, page.width * 2), "strong" if is_current else ""),)
    yield Row((*page.flow(line), *page.flow(words, 2, most=2)), Chooses(annotation.id))
    if annotation.note:
        for paragraph in annotation.note.split("\n"):
            yield page.row(((f"✎ {safe_display(paragraph)}", ""),), 2)
    if annotation.origin != HAND:
        yield page.row(((f"kept from {safe_line(annotation.origin)}", "quiet"),), 2)
    if annotation.anchor in STANDINGS:
        yield from _standing(page, annotation)
    for link in page.session.links_of(annotation.id):
        yield link_row(page, link, annotation.id)


def _standing(page: Page, annotation: Annotation) -> Iterator[Row]:
    """That its article changed; and the words that were marked, where these are others."""
    role = "unsaved" if annotation.anchor is AnchorState.DOUBTFUL else "quiet"
    yield page.row(((STANDINGS[annotation.anchor], role),), 2)
    marked = page.session.stored(annotation.id).quote
    if marked != annotation.quote:
        for said, quote in (("marked: ", marked), ("now: ", annotation.quote)):
            yield Row(page.flow(((said, "quiet"), (quoted(quote, page.width * 3), "")), 2, most=3))
        yield page.row((("C it is this · B another passage", "quiet"),), 2)


def _slot(annotation: Annotation, tags: Mapping[str, Tag]) -> str:
    return tag_role(tags.get(annotation.tags[0])) if annotation.tags else "quiet"
