"""All links: filter, follow, change relation, direction and note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.errors import ReaderError
from reader.session import Passage
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.here import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Annotation, Link


class LinksScreen(ListingScreen):
    """Two lines for each link: where from and how, where to."""

    TITLE_WORDS = "Links"
    NOTHING = "No links yet. In the text, L on one passage and L on another links the two."
    PLACES: ClassVar = frozenset({Place.LINKS})

    def entries(self) -> Sequence[Row]:
        return [self._row(link) for link in self.session.links()]

    def choose(self, target: object) -> None:
        """Go to where the link leads."""
        link = self.session.link(str(target))
        end = self.session.annotation(link.target)
        self.answer(Jump(Passage(end.article, end.span), end.id))

    # --- changes

    async def change_relation(self) -> None:
        """Relation, direction and note anew."""
        from reader.tui.screens.relation_prompt import RelationPrompt

        link = self._link()
        source, target = self._end(link.source), self._end(link.target)
        answer = await self.ask(
            RelationPrompt(
                self.session.relations(),
                source.quote if source else "",
                target.quote if target else "",
                now=link.relation,
                note=link.note,
                title="Change",
            )
        )
        if answer is not None:
            self.session.edit_link(
                link.id, relation=answer.relation, note=answer.note, reverse=answer.reverse
            )
            self.refill()

    def turn_round(self) -> None:
        """Let it run the other way."""
        self.session.edit_link(self._link().id, reverse=True)
        self.refill()

    async def change_note(self) -> None:
        """Write its note."""
        from reader.tui.screens.note_prompt import NotePrompt

        link = self._link()
        note = await self.ask(NotePrompt(link.relation, link.note))
        if note is not None:
            self.session.edit_link(link.id, note=note)
            self.refill()

    def delete(self) -> None:
        """Delete it; its passages stay."""
        change = self.session.delete_link(self._link().id)
        self.refill()
        if change is not None:
            self.say(f"{safe_line(change.title)}. Back in the text, u takes it back.")

    # --- rows

    def _row(self, link: Link) -> Row:
        source, target = self._end(link.source), self._end(link.target)
        first = (*self._words(source),)
        second = ((f"  → {safe_line(link.relation)}  ", "link"), *self._words(target))
        lines = [first, second]
        if link.note:
            lines.append(((f"    ✎ {safe_line(link.note)}", "quiet"),))
        return Row(tuple(lines), link.id)

    def _words(self, end: Annotation | None) -> tuple[tuple[str, str], ...]:
        if end is None:
            return (("a passage that is gone", "quiet"),)
        return ((quoted(end.quote, 60), ""), (f"  {safe_line(end.article)}", "quiet"))

    def _end(self, id: str) -> Annotation | None:
        try:
            return self.session.annotation(id)
        except ReaderError:
            return None

    def _link(self) -> Link:
        return self.session.link(str(self.list.target))
