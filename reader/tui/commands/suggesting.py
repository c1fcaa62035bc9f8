"""What the program marked: keep it, drop it, call it something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.errors import UsageError
from reader.model import Claim, EntityLabel, MentionKind, Timex
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place
from reader.tui.wording import quoted

if TYPE_CHECKING:
    from reader.model import Entity, Mention
    from reader.session import Suggestion
    from reader.tui.screens.choice_prompt import Choice
    from reader.tui.screens.command_screen import CommandScreen
    from reader.tui.screens.reading import ReadingScreen

LABEL_KEYS = {
    "p": (EntityLabel.PER, "a person"),
    "l": (EntityLabel.LOC, "a place"),
    "o": (EntityLabel.ORG, "an organisation"),
    "m": (EntityLabel.MISC, "something else with a name"),
}


def _suggestion(reading: ReadingScreen) -> Suggestion:
    reading.desk.opened()
    found = reading.desk.shown.open_at(steps.here(reading))
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
    """Keep the name under another label, by one letter; of a claim say who vouches for it."""
    from reader.tui.screens.choice_prompt import ChoicePrompt

    mention = _renamable(reading)
    steps.take(reading, mention.span)
    article = reading.desk.opened().id
    if isinstance(mention, Claim):
        source = await ask_source(reading, mention)
        if source is not None:
            reading.session.set_source(article, mention, source)
        return
    label = await reading.ask(ChoicePrompt("This is …", label_choices()))
    if label is not None:
        reading.session.relabel(article, mention, label)
        _go_on(reading, mention)


def _renamable(reading: ReadingScreen) -> Entity | Claim:
    """The open name or claim here, else the claim here that was decided."""
    reading.desk.opened()
    place = steps.here(reading)
    found = reading.desk.shown.open_at(place)
    mention = found.mention if found is not None else None
    if mention is None:
        there = (s.mention for s in reading.desk.shown.at(place))
        mention = next((each for each in there if isinstance(each, Claim)), None)
    if mention is None:
        mention = _suggestion(reading).mention
    if isinstance(mention, Timex):
        raise UsageError("Only names can be called something else. x drops this one, t tags it your way.")
    return mention


def label_choices() -> list[Choice]:
    """What a name can be, each by its letter."""
    from reader.tui.screens.choice_prompt import Choice

    return [Choice(key, f"{what} ({label.value})", label.value) for key, (label, what) in LABEL_KEYS.items()]


async def ask_source(screen: CommandScreen[Any], claim: Claim) -> str | None:
    """Ask who vouches for *claim*; empty is its author, or somebody not named; None where it was left."""
    from reader.tui.screens.line_prompt import LinePrompt

    title = f"Who says {quoted(claim.text, 48)}?"
    return await screen.ask(
        LinePrompt(title, claim.source or "", "empty: nobody named", check=_why_no_source)
    )


def _why_no_source(words: str) -> str | None:
    from reader.session import identity_name

    try:
        identity_name(words or "-")
    except UsageError as error:
        return error.message
    return None


def _go_on(reading: ReadingScreen, mention: Mention) -> None:
    steps.to_open_suggestion(reading, mention.span)


async def kinds(reading: ReadingScreen) -> None:
    """Choose which kinds of mention are shown."""
    from reader.tui.screens.choice_prompt import Choice, ChoicePrompt

    desk = reading.desk
    shown = {True: "shown", False: "hidden"}
    words = {MentionKind.ENTITY: "names", MentionKind.DATE: "dates", MentionKind.CLAIM: "claims"}
    choices = [
        Choice(word[0], f"{word}: {shown[kind in desk.shown.kinds]}", kind.value)
        for kind, word in words.items()
    ]
    choices.append(
        Choice(
            "u", f"unsure suggestions ({desk.shown.hidden} kept back): {shown[desk.shown.doubtful]}", "unsure"
        )
    )
    chosen = await reading.ask(ChoicePrompt("Show or hide", choices))
    if chosen == "unsure":
        desk.shown.doubtful = not desk.shown.doubtful
    elif chosen is not None:
        desk.shown.kinds ^= {MentionKind(chosen)}
    reading.paint()


async def accept_all(reading: ReadingScreen) -> None:
    """Keep many mentions in one go: those on the screen, of the article, of the name here."""
    from reader.tui.many import accept_many

    await accept_many(reading)


async def reject_all(reading: ReadingScreen) -> None:
    """Drop every mention of the name here, in this article or everywhere."""
    from reader.tui.many import reject_many

    await reject_many(reading)


COMMANDS = (
    Command(
        "suggestion.accept",
        "Keep",
        "Keep the mention as an annotation and go to the next.",
        ("a",),
        Place.READING,
        Group.SUGGESTIONS,
        accept,
        "keep",
    ),
    Command(
        "suggestion.reject",
        "Drop",
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
        "Keep the name as a person, place, organisation or other: p, l, o or m; say who vouches for a claim.",
        ("r",),
        Place.READING,
        Group.SUGGESTIONS,
        relabel,
    ),
    Command(
        "suggestion.accept_all",
        "Keep many",
        "Keep all mentions on the screen, in this article, or of this name; asks first.",
        ("A",),
        Place.READING,
        Group.SUGGESTIONS,
        accept_all,
    ),
    Command(
        "suggestion.reject_all",
        "Drop this name",
        "Drop all mentions of the name, here or in all articles; asks first.",
        ("ctrl+x",),
        Place.READING,
        Group.SUGGESTIONS,
        reject_all,
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
