"""Going from mention to mention and from mark to mark, and telling what is meant here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import Span
from reader.text.counting import counted
from reader.tui.places import Target

if TYPE_CHECKING:
    from reader.model import Annotation
    from reader.tui.screens.listing import ListingScreen
    from reader.tui.screens.reading import ReadingScreen


def here(reading: ReadingScreen) -> Span:
    """The selection, else the place of the cursor as an empty span."""
    selection = reading.text.selection
    if selection is not None:
        return selection
    point = reading.text.point
    return Span(point, point)


def target(reading: ReadingScreen) -> Target:
    """What a marking command works on.

    The selection; else the chosen annotation at the cursor; else the mention there; else the
    innermost annotation; else the sentence.
    """
    desk, article, place = reading.desk, reading.desk.opened(), here(reading)
    if len(place):
        chosen = desk.current_annotation(place) if desk.current else None
        exact = desk.standing.on(place)
        return Target(article, place, chosen if chosen and chosen.span == place else exact)
    annotation = desk.current_annotation(place)
    if annotation is not None and annotation.id == desk.current:
        return Target(article, annotation.span, annotation)
    mention = desk.shown.mention_at(place)
    if mention is not None:
        return Target(article, mention.span, desk.standing.on(mention.span))
    if annotation is not None:
        return Target(article, annotation.span, annotation)
    sentence = desk.sentence_at(place.start)
    if not len(sentence):
        raise UsageError("There are no words here. Move to some, or select them.")
    return Target(article, sentence, desk.standing.on(sentence))


def take(reading: ReadingScreen, span: Span) -> None:
    """Select the passage here that a command works on; nothing moves, unless the cursor is out of sight."""
    reading.text.select(span, staying=True)
    reading.text.sight.reveal(reading.text.point)


def annotation_here(reading: ReadingScreen) -> Annotation:
    """The annotation meant at the cursor or around the selection. Raises UsageError where none stands.

    One that lies inside a longer selection, or reaches into it, is not meant: it may be out of sight.
    """
    desk, place = reading.desk, here(reading)
    desk.opened()
    there = desk.standing.at(place)
    around = [a for a in there if not len(place) or a.span.covers(place)]
    found = desk.current_annotation(place)
    if found in around:
        return found
    if around:
        return around[0]
    if there:
        held = counted(len(there), "annotation")
        raise UsageError(f"The selection is not an annotation, though it touches {held}. m goes to the next.")
    raise UsageError("No annotation stands here. m goes to the next one.")


def to_mention(reading: ReadingScreen, *, forward: bool) -> None:
    """Select the next or previous mention; at the end say so and stay."""
    found = reading.desk.shown.neighbour(here(reading), forward=forward)
    if found is not None:
        reading.text.select(found)
    elif reading.desk.suggestions:
        reading.say(f"No mention {'after' if forward else 'before'} this place.")
    else:
        reading.say("No mention in this article.")


def to_open_suggestion(reading: ReadingScreen, place: Span) -> None:
    """Select the first suggestion after *place* that waits for a word; else let the selection go."""
    found = reading.desk.shown.next_open(place)
    if found is None:
        reading.text.select(None)
        reading.say("Every mention here is decided.")
    else:
        reading.text.select(found)


def to_annotation(reading: ReadingScreen, *, forward: bool) -> None:
    """Select the next or previous annotation, nested ones one after the other."""
    desk, place = reading.desk, here(reading)
    order = [(a.span.start, -a.span.end, a.id) for a in desk.annotations]
    chosen = next((a for a in desk.annotations if a.id == desk.current and a.span == place), None)
    end = place.end if len(place) or not forward else sys.maxsize
    now = (place.start, -end, chosen.id if chosen else "")
    beyond = [key for key in order if (key > now if forward else key < now)]
    if not beyond:
        side = "after" if forward else "before"
        reading.say(f"No annotation {side} this place." if order else "Nothing is annotated here yet.")
        return
    id = (beyond[0] if forward else beyond[-1])[2]
    choose(reading, next(a for a in desk.annotations if a.id == id))


def cycle(reading: ReadingScreen) -> None:
    """Make the next of the annotations that overlap here the current one."""
    desk, place = reading.desk, here(reading)
    chosen = next((a for a in desk.annotations if a.id == desk.current), None)
    if chosen is not None and chosen.span == place and desk.cycled_at is not None:
        place = desk.cycled_at
    desk.cycled_at = place
    there = desk.standing.at(place)
    if not there:
        reading.say("No annotation stands here. m goes to the next one.")
        return
    ids = [a.id for a in there]
    following = (ids.index(desk.current) + 1) % len(ids) if desk.current in ids else 0
    choose(reading, there[following], staying=True)
    reading.say(f"{following + 1} of {len(there)} here")


def choose(reading: ReadingScreen, annotation: Annotation, *, staying: bool = False) -> None:
    """Make *annotation* the current one and go to it; *staying*, it stands here already."""
    if staying:
        take(reading, annotation.span)
    else:
        reading.text.select(annotation.span)
    reading.desk.current = annotation.id
    reading.paint()


async def visit(reading: ReadingScreen, screen: type[ListingScreen], *about: object) -> None:
    """Show a list screen and go where the reader chose to go."""
    jump = await reading.ask(reading.reader_app.keyed(screen)(reading.session, *about))
    if jump is not None:
        await reading.go(jump.passage, annotation=jump.annotation)
    else:
        reading.paint()


def note_of(reading: ReadingScreen, target: Target) -> str:
    """The note on a passage as it is by now; another window may have written it."""
    found = reading.session.annotations(target.article.id)
    return next((a.note for a in found if a.span == target.span), "")
