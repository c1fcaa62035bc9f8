"""Who and what the articles speak of, each with its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.model import Entity
from reader.session import Passage
from reader.text.display import safe_line
from reader.text.folding import fold_key
from reader.tui.commands.command import Place
from reader.tui.here import LABELS, Jump
from reader.tui.inks import mention_role
from reader.tui.screens.listing import ListingScreen
from reader.tui.widgets.rows import Row
from reader.tui.wording import counted, snippet

if TYPE_CHECKING:
    from collections.abc import Sequence


class EntitiesScreen(ListingScreen):
    """Names by how often they stand, the places of the chosen one below it."""

    TITLE_WORDS = "Entities"
    NOTHING = "No names were recognised so far. They appear as the articles are gone through."
    PLACES: ClassVar = frozenset({Place.ENTITIES})

    _opened: str | None = None
    """The name whose places are shown."""

    def entries(self) -> Sequence[Row]:
        groups: dict[str, list[tuple[str, Entity]]] = {}
        for id, mention in self.session.known_mentions():
            if isinstance(mention, Entity):
                groups.setdefault(mention.name, []).append((id, mention))
        rows: list[Row] = []
        for name, places in sorted(groups.items(), key=lambda group: (-len(group[1]), fold_key(group[0]))):
            rows.append(_name_row(name, places, is_open=name == self._opened))
            if name == self._opened:
                rows += [self._place(id, mention) for id, mention in places]
        return rows

    def choose(self, target: object) -> None:
        """A name opens or closes; a place is gone to."""
        if isinstance(target, str):
            self._opened = None if target == self._opened else target
            self.refill(target=target)
        else:
            super().choose(target)

    def _place(self, id: str, mention: Entity) -> Row:
        article = self.session.article(id)
        line = snippet(article.text, mention.span, max(self.size.width - 34, 30), mention_role(mention))
        return Row(
            ((("    ", ""), *line),),
            Jump(Passage(id, mention.span)),
            right=((safe_line(article.title)[:24], "quiet"),),
        )


def _name_row(name: str, places: list[tuple[str, Entity]], *, is_open: bool) -> Row:
    mention = places[0][1]
    articles = len({id for id, _ in places})
    sign = "▾ " if is_open else "▸ "
    line = (
        (sign, "quiet"),
        (safe_line(name), mention_role(mention)),
        (f"  {LABELS[mention.label]}", "quiet"),
    )
    return Row((line,), name, right=((f"{len(places)} in {counted(articles, 'article')}", "quiet"),))
