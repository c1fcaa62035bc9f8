"""Links between passages: making, following, coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import Span
from reader.session import Passage
from reader.text.display import safe_line
from reader.tui.commands import steps
from reader.tui.commands.command import Command, Group, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Annotation, Link
    from reader.tui.screens.choice_prompt import Choice
    from reader.tui.screens.reading import ReadingScreen


async def start(reading: ReadingScreen) -> None:
    """Mark this end; the second press, wherever it is, makes the link."""
    target, desk = steps.target(reading), reading.desk
    if desk.link_start is None:
        desk.link_start = target.passage
        steps.take(reading, target.span)
        reading.paint()
        return
    if desk.link_start == target.passage:
        raise UsageError("This is where the link begins. Go to another passage and press L there.")
    await finish(reading, desk.link_start, target.passage)


async def finish(reading: ReadingScreen, source: Passage, target: Passage) -> bool:
    """Ask how two passages belong together and link them; False where the reader thought better of it."""
    from reader.text.relation_words import relation_words
    from reader.tui.screens.relation_prompt import RelationPrompt

    session = reading.session
    quotes = [end.span.of(session.article(end.article).text) for end in (source, target)]
    answer = await reading.ask(RelationPrompt(session.relations(), quotes[0], quotes[1]))
    if answer is None:
        return False
    if answer.reverse:
        source, target = target, source
    link = session.link_passages(source, target, answer.relation, answer.note)
    reading.desk.link_start = None
    reading.desk.current = None
    reading.paint()
    reading.say(f"Linked: {safe_line(relation_words(link.relation))}. enter follows it, u takes it back.")
    return True


async def follow(reading: ReadingScreen) -> None:
    """Go to the other end; ask which, where there are several."""
    from reader.tui.screens.choice_prompt import ChoicePrompt

    found = links_here(reading)
    if not found:
        raise UsageError("No link stands here. L begins one; F5 lists them all.")
    chosen = found[0]
    if len(found) > 1:
        answer = await reading.ask(ChoicePrompt("Follow which link?", _choices(reading, found)))
        if answer is None:
            return
        chosen = next(pair for pair in found if pair[0].id == answer)
    link, annotation = chosen
    other = reading.session.annotation(link.target if link.source == annotation.id else link.source)
    await reading.go(Passage(other.article, other.span), annotation=other.id)


async def back(reading: ReadingScreen) -> None:
    """Return to the exact place that was left."""
    from reader.tui.widgets.article_sight import Standpoint

    if not reading.desk.trail:
        raise UsageError("There is no earlier place to return to.")
    left = reading.desk.trail.pop()
    await reading.go(left.passage, remember=False)
    if reading.desk.is_open(left.passage.article):
        reading.text.return_to(Standpoint(left.passage.span.start, left.top))


def links_here(reading: ReadingScreen) -> list[tuple[Link, Annotation]]:
    """The links of the annotations at the cursor, those of the current one first.

    Where none is linked, those of the passage that a command works on here, else of the next linked one in
    the sentence: the cursor may stand in the white space before it.
    """
    desk, place = reading.desk, steps.here(reading)
    found = _links_of(reading, sorted(desk.standing.at(place), key=lambda a: a.id != desk.current))
    if found or len(place):
        return found
    sentence = desk.sentence_at(place.start)
    ahead = Span(min(place.start, sentence.end), sentence.end)
    meant = [annotation for annotation in (desk.standing.on(sentence),) if annotation is not None]
    after = [
        annotation for annotation in desk.standing.touching(ahead) if annotation.span.start >= place.start
    ]
    return next(filter(None, (_links_of(reading, [annotation]) for annotation in meant + after)), [])


def _links_of(reading: ReadingScreen, annotations: Iterable[Annotation]) -> list[tuple[Link, Annotation]]:
    """Each link of *annotations* once, with the first of them that it belongs to."""
    found: dict[str, tuple[Link, Annotation]] = {}
    for annotation in annotations:
        for link in reading.session.links_of(annotation.id):
            found.setdefault(link.id, (link, annotation))
    return list(found.values())


def _choices(reading: ReadingScreen, found: list[tuple[Link, Annotation]]) -> list[Choice]:
    from reader.tui.screens.choice_prompt import Choice
    from reader.tui.wording import link_line

    return [
        Choice(str(number), link_line(reading.session, link, annotation.id), link.id)
        for number, (link, annotation) in enumerate(found, 1)
    ]


async def suggest(reading: ReadingScreen) -> None:
    """Passages of other articles that belong with this one."""
    from reader.tui.screens.suggestions import LinkWith, SuggestionsScreen

    target = steps.target(reading)
    steps.take(reading, target.span)
    screen = reading.reader_app.keyed(SuggestionsScreen)(reading.session, target)
    chosen = await reading.ask(screen)
    if isinstance(chosen, LinkWith):
        await finish(reading, target.passage, chosen.passage)
    elif chosen is not None:
        await reading.go(chosen.passage)


COMMANDS = (
    Command(
        "link.start",
        "Link",
        "Mark this end; press again at the other passage, in any article, to link the two.",
        ("L",),
        Place.READING,
        Group.LINKING,
        start,
        "link",
    ),
    Command(
        "link.follow",
        "Follow the link",
        "Go to the other end of the link here.",
        ("enter",),
        Place.TEXT,
        Group.LINKING,
        follow,
    ),
    Command(
        "link.back",
        "Back",
        "Return to the exact place you came from.",
        ("backspace",),
        Place.READING,
        Group.LINKING,
        back,
    ),
    Command(
        "link.suggest",
        "Suggest links",
        "Passages of other articles that belong with this one.",
        ("p",),
        Place.READING,
        Group.LINKING,
        suggest,
    ),
)
