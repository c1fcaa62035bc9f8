"""Passages of other articles that may belong with one, and what that rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar
from unicodedata import normalize

from reader.errors import UsageError
from reader.search.suggest import Passages, Proposal
from reader.session import Passage
from reader.text.cells import clip
from reader.text.display import safe_line
from reader.text.folding import fold_key
from reader.tui.commands.command import Place
from reader.tui.desk import readable_articles
from reader.tui.flow import flow
from reader.tui.places import Jump
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.session import Session
    from reader.tui.places import Target


WIDE = 100
"""Cells of a window in which title and evidence fit on a line."""


class LinkWith(Jump):
    """The passage is not only gone to: a link is made with it."""


def _told_once(evidence: Sequence[str]) -> list[str]:
    """*evidence* without words that stand in a longer piece of it: ``donald`` beside ``Donald Trump``."""
    folded = [f" {fold_key(each)} " for each in evidence]
    return [
        each
        for at, each in enumerate(evidence)
        if not any(
            folded[at] in other and (folded[at] != other or i < at)
            for i, other in enumerate(folded)
            if i != at
        )
    ]


def _spellings(*texts: str) -> dict[str, str]:
    """Each word of *texts* without case and accents, as it is compared, to how it stands there first."""
    found: dict[str, str] = {}
    for text in texts:
        for word in re.findall(r"[^\W\d_]+", normalize("NFC", text)):
            found.setdefault(fold_key(word), word)
    return found


class SuggestionsScreen(ListingScreen):
    """Best first; enter goes there, L links."""

    TITLE_WORDS = "Belongs with"
    NOTHING = "No other article has a passage with names, dates or rare words in common with this one."
    PLACES: ClassVar = frozenset({Place.SUGGESTIONS})

    def __init__(self, session: Session, target: Target) -> None:
        super().__init__(session)
        self._target = target

    def title_line(self) -> tuple[tuple[str, str], ...]:
        return ((f"{self.TITLE_WORDS} ", "title"), (quoted(self._target.quote, 50), ""))

    def entries(self) -> Sequence[Row]:
        articles = readable_articles(self.session)
        passages = Passages((article, self.session.mentions(article.id)) for article in articles)
        here = self._target.article
        found = passages.near(here, self._target.span, self.session.mentions(here.id))
        spellings = _spellings(self._target.quote, here.text)
        return [self._row(proposal, spellings) for proposal in found]

    def link(self) -> None:
        """Link the two passages."""
        target = self.list.target
        if not isinstance(target, Jump):
            raise UsageError("No passage is pointed at.")
        self.answer(LinkWith(target.passage))

    def _row(self, proposal: Proposal, spellings: Mapping[str, str]) -> Row:
        article = self.session.article(proposal.article)
        words = safe_line(" ".join(proposal.span.of(article.text).split()))
        shared = (spellings.get(each, each) for each in _told_once(proposal.evidence))
        evidence = ", ".join(safe_line(each) for each in shared)
        room = max(self.size.width - 4, 20)
        title, both = (clip(safe_line(article.title), 40), "quiet"), (f"both: {evidence}", "link")
        told = (
            ((("  ", ""), title, ("  ", ""), both),)
            if self.size.width >= WIDE
            else (*flow((title,), room, indent=2, most=1), *flow((both,), room, indent=2, most=2))
        )
        lines = (*flow(((words, ""),), room, most=3), *told, (("", ""),))
        return Row(
            lines, Jump(Passage(proposal.article, proposal.span)), right=((f"{proposal.score:.0%}", "quiet"),)
        )
