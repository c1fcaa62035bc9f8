"""Many mentions kept or dropped in one go: which, how many, and a question first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.errors import UsageError
from reader.model import Entity
from reader.text.counting import counted
from reader.text.display import safe_line
from reader.tui.commands import steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Mention
    from reader.search.identity import Identity
    from reader.session import Suggestion
    from reader.tui.screens.reading import ReadingScreen


class Lot(NamedTuple):
    """Mentions that go together, as one choice."""

    key: str
    words: str
    """What they are, for a person; made safe."""
    mentions: dict[str, list[Mention]]
    """By article."""

    @property
    def number(self) -> int:
        return sum(map(len, self.mentions.values()))

    @property
    def size(self) -> str:
        """``12 mentions in 3 articles``."""
        where = f" in {counted(len(self.mentions), 'article')}" if len(self.mentions) > 1 else ""
        return counted(self.number, "mention") + where


async def accept_many(reading: ReadingScreen) -> None:
    """Ask which open mentions, say how many, keep them as one change."""
    lots = [*_of_the_article(reading), *(await _of_the_name(reading))]
    lot = await _chosen(reading, "Keep all open mentions", lots)
    if lot is None or not await _sure(
        reading, f"{lot.size}: {lot.words}", "Keep them as annotations?", "Keep"
    ):
        return
    reading.session.accept_all(lot.mentions)
    reading.say(f"Kept {lot.size}. u takes it back.")


async def reject_many(reading: ReadingScreen) -> None:
    """Ask whether here or everywhere, say how many, drop them as one change."""
    identity = _identity_here(reading)
    if identity is None:
        raise UsageError("No name stands here. e goes to the next one; F3 lists them all.")
    here, everywhere = await _of_the_name(reading)
    lot = await _chosen(reading, f"Drop «{safe_line(identity.name)}»", [here, everywhere])
    if lot is None:
        return
    question = "Drop them?" if lot is here else "Drop them, and those of articles to come?"
    if not await _sure(reading, f"{lot.size}: {lot.words}", question, "Drop"):
        return
    if lot is here:
        reading.session.reject_all(lot.mentions)
    else:
        reading.session.reject_name(identity)
    reading.say(f"Dropped {lot.size}. u takes it back, later the end of F3 does.")


async def _chosen(reading: ReadingScreen, title: str, lots: list[Lot]) -> Lot | None:
    from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

    filled = [lot for lot in lots if lot.number]
    if not filled:
        raise UsageError("Every mention here is decided already.")
    choices = [Choice(lot.key, f"{lot.words}: {lot.size}", lot.key) for lot in filled]
    key = await reading.ask(ChoicePrompt(title, choices))
    return next((lot for lot in filled if lot.key == key), None)


async def _sure(reading: ReadingScreen, what: str, question: str, word: str) -> bool:
    from reader.tui.screens.confirm import Confirm

    answer = await reading.ask(Confirm(what, f"{question} One undo takes it all back.", word))
    return bool(answer)


def _of_the_article(reading: ReadingScreen) -> list[Lot]:
    desk, sight = reading.desk, reading.text.sight.span
    id = desk.opened().id
    waiting = [s.mention for s in desk.suggestions if s.is_open]
    seen = [mention for mention in waiting if mention.span.overlaps(sight)]
    return [
        Lot("v", "what is on the screen", _by_article(id, seen)),
        Lot("t", "this article", _by_article(id, waiting)),
    ]


async def _of_the_name(reading: ReadingScreen) -> list[Lot]:
    """The open mentions of the identity at the cursor, in this article and in all."""
    identity = _identity_here(reading)
    if identity is None:
        return []
    found = await reading.away(lambda: dict(_open_mentions(reading, identity)))
    id, name = reading.desk.opened().id, f"«{safe_line(identity.name)}»"
    here = {id: found[id]} if id in found else {}
    return [Lot("h", f"{name} here", here), Lot("e", f"{name} everywhere", found)]


def _open_mentions(reading: ReadingScreen, identity: Identity) -> Iterable[tuple[str, list[Mention]]]:
    for id, entities in identity.mentions.items():
        spans = {entity.span for entity in entities}
        waiting = [s.mention for s in reading.session.suggestions(id) if _waits(reading, s)]
        mentions = [m for m in waiting if isinstance(m, Entity) and m.span in spans]
        if mentions:
            yield id, list(mentions)


def _waits(reading: ReadingScreen, suggestion: Suggestion) -> bool:
    return suggestion.is_open and reading.desk.shown.has(suggestion)


def _identity_here(reading: ReadingScreen) -> Identity | None:
    reading.desk.opened()
    there = (s.mention for s in reading.desk.shown.at(steps.here(reading)))
    entity = next((mention for mention in there if isinstance(mention, Entity)), None)
    return reading.session.identity_of(entity) if entity is not None else None


def _by_article(id: str, mentions: list[Mention]) -> dict[str, list[Mention]]:
    return {id: mentions} if mentions else {}
