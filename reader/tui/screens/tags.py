"""The codebook: names, keys, counts; each tag opens to the passages that bear it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.errors import UsageError
from reader.session import Passage
from reader.text.cells import clip
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import article_titles, quick_key, quoted, tag_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Annotation, Tag
    from reader.tui.inks import Line


KEY_CELLS = 7
TITLE_CELLS = 32


class TagsScreen(ListingScreen):
    """Tags with their keys; enter opens one and goes to its passages."""

    TITLE_WORDS = "Tags"
    NOTHING = "No tags yet. In the text, t tags a passage and makes the tag."
    PLACES: ClassVar = frozenset({Place.TAGS})

    _opened: str | None = None

    def entries(self) -> Sequence[Row]:
        counts = self.session.tag_counts()
        bearing = [a for a in self.session.all_annotations() if self._opened in a.tags]
        titles = article_titles(self.session, {annotation.article for annotation in bearing})
        rows: list[Row] = []
        for tag in self.session.tags():
            rows.append(self._tag_row(tag, counts.get(tag.name, 0)))
            if tag.name == self._opened:
                rows += [_passage_row(annotation, titles[annotation.article]) for annotation in bearing]
        return rows

    def choose(self, target: object) -> None:
        """A tag opens or closes; a passage is gone to."""
        if isinstance(target, str):
            self._opened = None if target == self._opened else target
            self.refill(target=target)
        else:
            super().choose(target)

    # --- changes

    async def rename(self) -> None:
        """Ask for a new name; where it exists the two become one, after a question."""
        from reader.session import tag_name
        from reader.tui.screens.confirm import Confirm
        from reader.tui.screens.line_prompt import LinePrompt

        old = self._tag()
        answer = await self.ask(LinePrompt("Rename the tag everywhere", old, check=_why_no_name))
        if answer is None or tag_name(answer) == old:
            return
        new = tag_name(answer)
        if any(tag.name == new for tag in self.session.tags()):
            both = f"There is a tag “{safe_line(new)}” already."
            if not await self.ask(Confirm(both, "Make the two one? One undo parts them again.", "Make one")):
                return
        self.session.rename_tag(old, new)
        self._opened = new if self._opened == old else self._opened
        self.refill(target=new)

    async def describe(self) -> None:
        """Say what the tag is for."""
        from reader.tui.screens.line_prompt import LinePrompt

        name = self._tag()
        tag = next(tag for tag in self.session.tags() if tag.name == name)
        answer = await self.ask(LinePrompt(f"What “{safe_line(name)}” is for", tag.description))
        if answer is not None:
            self.session.describe_tag(name, answer)
            self.refill(target=name)

    async def delete(self) -> None:
        """Take it off every passage."""
        from reader.tui.screens.confirm import Confirm

        name = self._tag()
        count = self.session.tag_counts().get(name, 0)
        if count:
            what = f"{counted(count, 'passage')} bear{'s' if count == 1 else ''} “{safe_line(name)}”."
            if not await self.ask(
                Confirm(what, "Take it off? The passages stay; one undo brings it back.", "Take off")
            ):
                return
        self.session.delete_tag(name)
        self.refill()

    def give_key(self, number: int | None) -> None:
        """Make the tag the quick tag of that number, or of none."""
        name = self._tag()
        self.session.set_favourite(name, number)
        self.refill(target=name)

    # --- rows

    def _tag_row(self, tag: Tag, count: int) -> Row:
        sign = "▾ " if tag.name == self._opened else "▸ "
        line: Line = (
            (sign, "quiet"),
            (f"{quick_key(tag):<{KEY_CELLS}}", "key"),
            (safe_line(tag.name), tag_role(tag)),
        )
        if tag.description:
            line += ((f"  {safe_line(tag.description)}", "quiet"),)
        return Row((line,), tag.name, right=((counted(count, "passage"), "quiet"),))

    def _tag(self) -> str:
        """The tag pointed at, or that of the passage pointed at."""
        for i in range(self.list.cursor, -1, -1):
            target = self.list.rows[i].target
            if isinstance(target, str):
                return target
        raise UsageError("No tag is pointed at.")


def _passage_row(annotation: Annotation, title: str) -> Row:
    note = ((f"  ✎ {safe_line(annotation.note)}", "quiet"),) if annotation.note else ()
    return Row(
        ((("  " + " " * KEY_CELLS, ""), (quoted(annotation.quote, 60), ""), *note),),
        Jump(Passage(annotation.article, annotation.span), annotation.id),
        right=((clip(title, TITLE_CELLS), "quiet"),),
    )


def _why_no_name(words: str) -> str | None:
    from reader.session import tag_name

    try:
        tag_name(words)
    except UsageError as error:
        return error.message
    return None
