"""What the program marked: keep it, drop it, call it something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import EntityLabel, MentionKind
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from reader.model import Mention
    from reader.session import Suggestion
    from reader.tui.screens.reading import ReadingScreen

LABEL_KEYS = {
    "p": (EntityLabel.PER, "a person"),
    "l": (EntityLabel.LOC, "a place"),
    "o": (EntityLabel.ORG, "an organisation"),
    "m": (EntityLabel.MISC, "something else with a name"),
}


def _suggestion(reading: ReadingScreen) -> Suggestion:
    reading.desk.opened()
    found = reading.desk.open_suggestion(steps.here(reading))
    if found is None:
        raise UsageError("No open suggestion stands here. e goes to the next one.")
    return found


def accept(reading: ReadingScreen) -> None:
    """Keep the mention as an annotation and go to the next."""
    mention = _suggestion(reading).mention
    reading.session.accept(reading.desk.opened().id, [mention])
    _go_on(reading, mention)


def reject(reading: ReadingScreen) -> None:
    """Drop the mention and go to the next."""
    mention = _suggestion(reading).mention
    reading.session.reject(reading.desk.opened().id, [mention])
    _go_on(reading, mention)


async def relabel(reading: ReadingScreen) -> None:
    """Keep the mention under another label, by one letter, and go to the next."""
    from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

    mention = _suggestion(reading).mention
    if mention.kind is not MentionKind.ENTITY:
        raise UsageError("Only names can be called something else. x drops this one, t tags it your way.")
    reading.select(mention.span)
    choices = [
        Choice(key, f"{what} ({label.value})", label.value) for key, (label, what) in LABEL_KEYS.items()
    ]
    label = await reading.ask(ChoicePrompt("This is …", choices))
    if label is not None:
        reading.session.relabel(reading.desk.opened().id, mention, label)
        _go_on(reading, mention)


def _go_on(reading: ReadingScreen, mention: Mention) -> None:
    reading.desk.look_again()
    steps.to_open_suggestion(reading, mention.span)


async def kinds(reading: ReadingScreen) -> None:
    """Choose which kinds of mention are shown."""
    from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

    desk = reading.desk
    shown = {True: "shown", False: "hidden"}
    words = {MentionKind.ENTITY: "names", MentionKind.DATE: "dates", MentionKind.CLAIM: "claims"}
    choices = [
        Choice(word[0], f"{word}: {shown[kind in desk.kinds]}", kind.value) for kind, word in words.items()
    ]
    choices.append(
        Choice("u", f"unsure suggestions ({desk.hidden} kept back): {shown[desk.doubtful]}", "unsure")
    )
    chosen = await reading.ask(ChoicePrompt("Show or hide", choices))
    if chosen == "unsure":
        desk.doubtful = not desk.doubtful
    elif chosen is not None:
        desk.kinds ^= {MentionKind(chosen)}
    desk.look_again()
    reading.paint()


COMMANDS = (
    Command(
        "suggestion.accept",
        "Accept",
        "Keep the mention as an annotation and go to the next.",
        ("a",),
        Place.READING,
        Group.SUGGESTIONS,
        accept,
        "keep",
    ),
    Command(
        "suggestion.reject",
        "Reject",
        "Drop the mention and go to the next.",
        ("x",),
        Place.READING,
        Group.SUGGESTIONS,
        reject,
        "drop",
    ),
    Command(
        "suggestion.relabel",
        "Relabel",
        "Keep the name as a person, place, organisation or other: p, l, o or m.",
        ("r",),
        Place.READING,
        Group.SUGGESTIONS,
        relabel,
    ),
    Command(
        "suggestion.kinds",
        "Show or hide kinds",
        "Switch names, dates, claims and unsure suggestions on and off.",
        ("z",),
        Place.READING,
        Group.SUGGESTIONS,
        kinds,
    ),
)
