"""All links: filter, follow, change relation, direction and note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.errors import ReaderError
from reader.session import Passage
from reader.text.display import safe_line
from reader.text.relation_words import relation_words
from reader.tui.commands.command import Place
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import article_titles, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Annotation, Link
    from reader.tui.inks import Line


class LinksScreen(ListingScreen):
    """Two lines for each link: where from and how, where to."""

    TITLE_WORDS = "Links"
    NOTHING = "No links yet. In the text, L on one passage and L on another links the two."
    PLACES: ClassVar = frozenset({Place.LINKS})

    def entries(self) -> Sequence[Row]:
        ends = [(link, self._end(link.source), self._end(link.target)) for link in self.session.links()]
        titles = article_titles(self.session, {end.article for _, *both in ends for end in both if end})
        cells = min(max(self.size.width // 2 - 4, 16), 60)
        return [_row(link, source, target, titles, cells) for link, source, target in ends]

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

        def keep(note: str) -> None:
            self.session.edit_link(link.id, note=note)

        note = await self.ask(NotePrompt(relation_words(link.relation), link.note, keep))
        if note is not None:
            keep(note)
            self.refill()

    def delete(self) -> None:
        """Delete it; its passages stay."""
        change = self.session.delete_link(self._link().id)
        self.refill()
        if change is not None:
            self.say(f"{safe_line(change.title)}. Back in the text, u takes it back.")

    # --- rows

    def _end(self, id: str) -> Annotation | None:
        try:
            return self.session.annotation(id)
        except ReaderError:
            return None

    def _link(self) -> Link:
        return self.session.link(str(self.list.target))


def _row(
    link: Link, source: Annotation | None, target: Annotation | None, titles: Mapping[str, str], cells: int
) -> Row:
    """Both ends on lines of their own; of their words at most *cells* cells."""
    head = f"  → {safe_line(relation_words(link.relation))}  "
    second = ((head, "link"), *_words(target, titles, max(cells - len(head), 12)))
    lines = [_words(source, titles, cells), second]
    if link.note:
        lines.append(((f"    ✎ {safe_line(link.note)}", "quiet"),))
    return Row(tuple(lines), link.id)


def _words(end: Annotation | None, titles: Mapping[str, str], cells: int) -> Line:
    if end is None:
        return (("a passage that is gone", "quiet"),)
    return ((quoted(end.quote, cells), ""), (f"  {titles[end.article]}", "quiet"))
