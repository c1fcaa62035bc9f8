"""Who and what the articles speak of, each with its places; merged, split, called and dropped here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from reader.errors import UsageError
from reader.model import EntityLabel
from reader.session import Dropped, Passage, identity_name
from reader.text.cells import clip
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.inks import ENTITY_ROLES, mention_role
from reader.tui.kind_words import LABELS
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import article_titles, snippet, title_cells, title_end

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Entity
    from reader.search.identity import Identity
    from reader.session import Change
    from reader.tui.inks import Line

FORMS_SHOWN = 3
"""Other names that a row lists."""
WORDS_CELLS, TITLE_CELLS = 50, 32


class Who(NamedTuple):
    """The identity a row stands for, found again by its name."""

    name: str
    person: bool


class AllDropped(NamedTuple):
    """The row under which everything stands that was dropped."""


class EntitiesScreen(ListingScreen):
    """Identities by how often they stand, the places of the chosen one below it; last, what was dropped."""

    TITLE_WORDS = "Entities"
    NOTHING = "No names were recognised so far. They appear as the articles are gone through."
    PLACES: ClassVar = frozenset({Place.ENTITIES})

    _opened: Who | None = None
    """Whose places are shown."""
    _shows_dropped = False
    """Whether what was dropped is shown."""
    _marked: Who | None = None
    """Who is to be merged into another."""

    def entries(self) -> Sequence[Row]:
        rows: list[Row] = []
        for identity in self.session.identities():
            who = _who(identity)
            rows.append(self._identity_row(identity, who))
            if who == self._opened:
                rows += [self._place(id, each) for id, found in identity.mentions.items() for each in found]
        return rows + self._dropped_rows()

    def title_line(self) -> Line:
        if self._marked is None:
            return super().title_line()
        return (
            *super().title_line(),
            (f"  m on another: «{safe_line(self._marked.name)}» is the same", "link"),
        )

    def choose(self, target: object) -> None:
        """A name opens or closes; a place is gone to."""
        if isinstance(target, Who):
            self._opened = None if target == self._opened else target
            self.refill(target=target)
        elif isinstance(target, AllDropped):
            self._shows_dropped = not self._shows_dropped
            self.refill(target=target)
        elif isinstance(target, Dropped):
            super().choose(Jump(target.passage) if target.passage else target)
        else:
            super().choose(target)

    # --- changes

    async def merge(self) -> None:
        """First press: this one; second, on another: the two are one, by the name the reader chooses."""
        who = _who(self._identity())
        if self._marked is None or self._marked == who:
            self._marked = who if self._marked is None else None
            self.refill()
            return
        one, into = self._found(self._marked), self._identity()
        name = await self._ask_name(
            f"«{safe_line(one.name)}» and «{safe_line(into.name)}» are one", into.name
        )
        if name is not None:
            self._marked = None
            self._done(self.session.merge(one, into, name), Who(name, who.person))

    async def rename(self) -> None:
        """Know it by another name."""
        identity = self._identity()
        name = await self._ask_name("Know it as", identity.name)
        if name is not None and name != identity.name:
            self._done(self.session.rename(identity, name), Who(name, _who(identity).person))

    async def split(self) -> None:
        """Let one of its names be somebody else again."""
        from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

        identity = self._identity()
        if len(identity.names) < 2:
            raise UsageError(f"“{safe_line(identity.name)}” has only one name.")
        choices = [
            Choice(str(at) if at < 10 else " ", safe_line(name), name)
            for at, name in enumerate(identity.names, 1)
        ]
        pointed = self.list.target
        now = self._name_at(pointed) if isinstance(pointed, Jump) else ""
        title = f"Which name is not «{safe_line(identity.name)}»?"
        name = await self.ask(ChoicePrompt(title, choices, now=now))
        if name is not None:
            self._done(self.session.split(identity, name), Who(name, _who(identity).person))

    async def relabel(self) -> None:
        """Call it a person, place, organisation or other, in all articles."""
        from reader.tui.commands.suggesting import label_choices
        from reader.tui.screens.choice_prompt import ChoicePrompt

        identity = self._identity()
        title = f"Everywhere, «{safe_line(identity.name)}» is …"
        label = await self.ask(ChoicePrompt(title, label_choices(), now=identity.label.value))
        if label is not None:
            chosen = EntityLabel(label)
            change = self.session.relabel_all(identity, chosen)
            self._done(change, Who(identity.name, chosen is EntityLabel.PER))

    async def reject(self) -> None:
        """Drop all its mentions, after a question; what was dropped is taken back."""
        from reader.tui.screens.confirm import Confirm

        if isinstance(self.list.target, Dropped):
            self._done(self.session.take_back(self.list.target), None)
            return
        identity = self._identity()
        kept = sum(len(found) for _, found in self.session.kept_one_by_one(identity))
        words = f"«{safe_line(identity.name)}» stands {counted(identity.count, 'time')}."
        stays = f" The {counted(kept, 'mention')} you kept stay." if kept else ""
        question = f"Drop it in all articles?{stays} One undo brings it back."
        if await self.ask(Confirm(words, question, "Drop")):
            self._done(self.session.reject_name(identity), None)

    def _done(self, change: Change | None, who: Who | None) -> None:
        self._opened = who if self._opened is not None and who is not None else self._opened
        self.refill(target=who)
        self.say(f"{safe_line(change.title)}. u takes it back." if change else "It is so already.")

    async def _ask_name(self, title: str, name: str) -> str | None:
        from reader.tui.screens.line_prompt import LinePrompt

        answer = await self.ask(LinePrompt(title, name, "the name to know it by", check=_why_no_name))
        return identity_name(answer) if answer is not None else None

    # --- rows

    def _identity(self) -> Identity:
        """The identity pointed at, or that of the place pointed at."""
        if isinstance(self.list.target, Dropped | AllDropped):
            raise UsageError("This was dropped. x on it takes that back.")
        for at in range(self.list.cursor, -1, -1):
            target = self.list.rows[at].target
            if isinstance(target, Who):
                return self._found(target)
        raise UsageError("No name is pointed at.")

    def _found(self, who: Who) -> Identity:
        return self.session.identity(who.name, person=who.person)

    def _name_at(self, place: Jump) -> str:
        """By which of its names the identity stands at *place*."""
        found = self._identity().mentions.get(place.passage.article, ())
        here = next((each.name for each in found if each.span == place.passage.span), "")
        return here if here in self._identity().names else ""

    def _identity_row(self, identity: Identity, who: Who) -> Row:
        others = [safe_line(name) for name in identity.names if name != identity.name]
        more = ", …" if len(others) > FORMS_SHOWN else ""
        line: Line = (
            ("⇄ ", "link") if who == self._marked else ("▾ " if who == self._opened else "▸ ", "quiet"),
            (safe_line(identity.name), ENTITY_ROLES[identity.label]),
            (f"  {LABELS[identity.label]}", "quiet"),
        )
        if others:
            line += ((f"  also {', '.join(others[:FORMS_SHOWN])}{more}", "quiet"),)
        places = f"{identity.count} in {counted(len(identity.mentions), 'article')}"
        return Row((line,), who, right=((places, "quiet"),))

    def _dropped_rows(self) -> list[Row]:
        """A row that opens, and what was dropped under it."""
        dropped = self.session.dropped()
        if not dropped:
            return []
        sign = "▾ " if self._shows_dropped else "▸ "
        line: Line = ((sign, "quiet"), ("Dropped", "strong"), ("  enter shows, x takes back", "quiet"))
        head = Row((line,), AllDropped(), right=((f"{len(dropped)}", "quiet"),))
        if not self._shows_dropped:
            return [head]
        titles = article_titles(self.session, {each.passage.article for each in dropped if each.passage})
        return [head, *(_dropped_row(each, titles) for each in dropped)]

    def _place(self, id: str, mention: Entity) -> Row:
        article = self.session.article(id)
        room = max(self.size.width - title_cells(self.size.width) - 8, 24)
        line = snippet(article.text, mention.span, room, mention_role(mention))
        return Row(
            ((("    ", ""), *line),),
            Jump(Passage(id, mention.span)),
            right=title_end(article.title, self.size.width),
        )


def _dropped_row(dropped: Dropped, titles: Mapping[str, str]) -> Row:
    first, *others = (safe_line(" ".join(words.split())) for words in dropped.words)
    where = titles[dropped.passage.article] if dropped.passage else "in all articles"
    labels = {label.value: words for label, words in LABELS.items()}
    kind = labels.get(dropped.label, dropped.kind.value)
    line: Line = (("    ", ""), (clip(first, WORDS_CELLS), ""), (f"  {kind}", "quiet"))
    if others:
        line += ((f"  also {', '.join(others[:FORMS_SHOWN])}", "quiet"),)
    return Row((line,), dropped, right=((clip(where, TITLE_CELLS), "quiet"),))


def _who(identity: Identity) -> Who:
    return Who(identity.name, identity.label is EntityLabel.PER)


def _why_no_name(words: str) -> str | None:
    try:
        identity_name(words)
    except UsageError as error:
        return error.message
    return None
