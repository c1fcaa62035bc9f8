"""Who says what, and how surely: the claims of all articles; kept, dropped and put right here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from reader.errors import UsageError
from reader.model import Claim, ClaimStatus
from reader.session import Passage
from reader.text.display import safe_line
from reader.tui.commands.command import Place
from reader.tui.kind_words import STATUSES
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import snippet, source_words, title_cells, title_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.tui.inks import Line

STATUS_CELLS = 12
SOURCE_CELLS = 24
WIDE = 100
"""Cells of a window in which a claim has one line."""
EVERY = "*"
"""The choice of no filter at all."""
KEYS = "123456789"


class Said(NamedTuple):
    """A claim of the list."""

    article: str
    claim: Claim
    source: str
    """Who says it, by the name the whole folder knows."""
    is_kept: bool


class ClaimsScreen(ListingScreen):
    """One row for each claim: how it is vouched for, by whom, its words."""

    TITLE_WORDS = "Claims"
    NOTHING = "No claims were recognised so far. They appear as the articles are gone through."
    PLACES: ClassVar = frozenset({Place.CLAIMS})

    _source: str | None = None
    """Only claims of this source; empty: of nobody named."""
    _status: ClaimStatus | None = None
    _known: tuple[Said, ...] = ()

    def entries(self) -> Sequence[Row]:
        self._known = tuple(self._all_said())
        return [self._row(said) for said in self._known if self._is_wanted(said)]

    def title_line(self) -> Line:
        filters = [self._status.value] if self._status is not None else []
        if self._source is not None:
            filters.append(f"by {safe_line(self._source)}" if self._source else "source not named")
        shown = ((f"  {', '.join(filters)}", "claim"),) if filters else ()
        return (*super().title_line(), *shown)

    # --- filters

    async def by_source(self) -> None:
        """Show the claims of one source only."""
        counts = Counter(said.source for said in self._known if self._status in (None, said.claim.status))
        options = [
            (source, safe_line(source) or "source not named", count) for source, count in counts.most_common()
        ]
        chosen = await self._ask_which("Show the claims of", options)
        if chosen is not None:
            self._source = None if chosen == EVERY else chosen
            self.refill()

    async def by_status(self) -> None:
        """Show the claims of one status only."""
        counts = Counter(said.claim.status for said in self._known if self._source in (None, said.source))
        options = [
            (status.value, f"{status.value}: {STATUSES[status]}", counts[status]) for status in ClaimStatus
        ]
        chosen = await self._ask_which("Show only what is", options)
        if chosen is not None:
            self._status = None if chosen == EVERY else ClaimStatus(chosen)
            self.refill()

    async def _ask_which(self, title: str, options: list[tuple[str, str, int]]) -> str | None:
        from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

        choices = [Choice("a", "all", EVERY)]
        for at, (value, words, count) in enumerate(options):
            choices.append(Choice(KEYS[at] if at < len(KEYS) else " ", f"{words}  {count}×", value))
        return await self.ask(ChoicePrompt(title, choices))

    # --- changes

    def accept(self) -> None:
        """Keep it as an annotation and go on to the next."""
        said = self._pointed()
        if said.is_kept:
            raise UsageError("This claim is kept already.")
        self.session.accept(said.article, [said.claim])
        self._go_on("Kept")

    def reject(self) -> None:
        """Drop it and go on to the next."""
        said = self._pointed()
        self.session.reject(said.article, [said.claim])
        self._go_on("Dropped")

    async def correct_source(self) -> None:
        """Say who vouches for it."""
        from reader.tui.commands.suggesting import ask_source

        said = self._pointed()
        source = await ask_source(self, said.claim)
        if source is not None:
            self.session.set_source(said.article, said.claim, source)
            self.refill()

    def _go_on(self, what: str) -> None:
        following = self.list.cursor + 1
        rows = self.list.rows
        self.refill(target=rows[following].target if following < len(rows) else None)
        self.say(f"{what}. u takes it back.")

    def _pointed(self) -> Said:
        target = self.list.target
        for said in self._known:
            if isinstance(target, Jump) and target == _jump(said):
                return said
        raise UsageError("No claim is pointed at.")

    # --- rows

    def _all_said(self) -> Iterator[Said]:
        for id, suggestion in self.session.known_suggestions():
            claim = suggestion.mention
            if isinstance(claim, Claim):
                yield Said(id, claim, self.session.source_of(claim) or "", not suggestion.is_open)

    def _is_wanted(self, said: Said) -> bool:
        return self._status in (None, said.claim.status) and self._source in (None, said.source)

    def _row(self, said: Said) -> Row:
        """On one line, in a narrow window the words on a line of their own."""
        article, width = self.session.article(said.article), self.size.width
        is_wide = width >= WIDE
        source, role = source_words(said.source, SOURCE_CELLS - 1)
        head: Line = (
            ("✓ ", "good") if said.is_kept else ("  ", ""),
            (f"{said.claim.status.value:<{STATUS_CELLS}}", "key"),
            (source, role),
        )
        room = width - STATUS_CELLS - SOURCE_CELLS - title_cells(width) - 6 if is_wide else width - 8
        words = snippet(article.text, said.claim.span, max(room, 8), "claim")
        lines = ((*head, *words),) if is_wide else (head, (("    ", ""), *words))
        return Row(lines, _jump(said), right=title_end(article.title, width))


def _jump(said: Said) -> Jump:
    return Jump(Passage(said.article, said.claim.span))
