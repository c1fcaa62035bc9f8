"""All notes, with the passages they stand on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from reader.errors import UsageError
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


TITLE_CELLS = 32
"""Cells of a title at the end of a row."""


class NotesScreen(ListingScreen):
    """The passage and its tags, and under it the note."""

    TITLE_WORDS = "Notes"
    NOTHING = "No notes yet. In the text, c writes one on a passage."
    PLACES: ClassVar = frozenset({Place.NOTES})

    def entries(self) -> Sequence[Row]:
        tags = {tag.name: tag for tag in self.session.tags()}
        rows = []
        noted = [annotation for annotation in self.session.all_annotations() if annotation.note]
        titles = article_titles(self.session, {annotation.article for annotation in noted})
        for annotation in noted:
            head = ((quoted(annotation.quote, 50), "strong"), ("  ", ""), *tag_line(annotation.tags, tags))
            lines = [((f"  {safe_line(line)}", ""),) for line in annotation.note.split("\n")]
            rows.append(
                Row(
                    (head, *lines),
                    Jump(Passage(annotation.article, annotation.span), annotation.id),
                    right=((clip(titles[annotation.article], TITLE_CELLS), "quiet"),),
                )
            )
        return rows

    async def edit(self) -> None:
        """Edit the note pointed at."""
        from reader.tui.screens.note_prompt import NotePrompt

        target = self.list.target
        if not isinstance(target, Jump) or target.annotation is None:
            raise UsageError("No note is pointed at.")
        annotation = self.session.annotation(target.annotation)
        keep = partial(self.session.set_note, annotation.id)
        note = await self.ask(NotePrompt(annotation.quote, annotation.note, keep))
        if note is not None:
            keep(note)
            self.refill()
