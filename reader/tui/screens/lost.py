"""What needs a person's eye since its article changed: doubtful passages, and those that are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.errors import UsageError
from reader.model import AnchorState
from reader.session import Passage
from reader.text.cells import clip
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import article_titles, quoted, tag_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Annotation, Tag
    from reader.tui.inks import Line


class LostScreen(ListingScreen):
    """The words that were marked, with their tags; under them where they may stand, or why nowhere."""

    TITLE_WORDS = "Lost and doubtful passages"
    NOTHING = "Every passage stands where it was marked."
    PLACES: ClassVar = frozenset({Place.LOST})

    def entries(self) -> Sequence[Row]:
        tags = {tag.name: tag for tag in self.session.tags()}
        lost = self.session.lost()
        titles = article_titles(self.session, {annotation.article for annotation in lost})
        return [self._row(annotation, tags, titles[annotation.article]) for annotation in lost]

    def confirm(self) -> None:
        """It stands where it was found."""
        change = self.session.confirm(self._annotation())
        self.refill()
        if change is not None:
            self.say(f"{safe_line(change.title)}. Back in the text, u takes it back.")

    def delete(self) -> None:
        """Delete the annotation pointed at."""
        change = self.session.delete([self._annotation()])
        self.refill()
        if change is not None:
            self.say(f"{safe_line(change.title)}. Back in the text, u takes it back.")

    def _row(self, annotation: Annotation, tags: dict[str, Tag], title: str) -> Row:
        marked = self.session.stored(annotation.id)
        sign = "?" if annotation.anchor is AnchorState.DOUBTFUL else "✗"
        head: Line = (
            (f"{sign} ", "unsaved"),
            (quoted(marked.quote, 60), "strong"),
            ("  ", ""),
            *tag_line(annotation.tags, tags),
        )
        return Row(
            (head, (("  ", ""), *self._what_became(annotation))),
            Jump(Passage(annotation.article, annotation.span), annotation.id),
            right=((clip(title, 32), "quiet"),),
        )

    def _what_became(self, annotation: Annotation) -> Line:
        if not self.session.is_here(annotation.article):
            return (("its article is gone; enter, select where it belongs, B", "quiet"),)
        if annotation.anchor is AnchorState.ORPHAN:
            return (("its words are gone; enter, select its new passage, B", "quiet"),)
        return (("perhaps now ", "quiet"), (quoted(annotation.quote, 60), ""), ("  C confirms", "quiet"))

    def _annotation(self) -> str:
        target = self.list.target
        if not isinstance(target, Jump) or target.annotation is None:
            raise UsageError("No passage is pointed at.")
        return target.annotation
