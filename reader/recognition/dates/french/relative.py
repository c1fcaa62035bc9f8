"""French: what is reckoned from now or from the last date in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, Direction, From, Meaning
from reader.recognition.dates.meanings.moments import Clock, Moment
from reader.recognition.dates.meanings.shifts import Counted, Shift
from reader.recognition.dates.reading import (
    LETTER_GRAINS,
    quantity,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.french.common import GRAINS, PARTS, direction_of


def _with_part(match: Match, meaning: Meaning) -> Built:
    part = match.get("part")
    if not part:
        return Sense(meaning)
    stamp = "T12:00" if part == "midi" else match.words.text("parts", part)
    return Sense(Moment(meaning, Clock(stamp)))


def near_day(match: Match) -> Built:
    return _with_part(match, Shift(Grain.DAY, match.words.number("near_days", match.get("n"))))


def chain_day(match: Match) -> Built:
    """Needs its article: *mise en veille* is no day."""
    word = match.get("n")
    if not match.get("art") and not (word.endswith("lendemain") and match.before(3).endswith("au ")):
        return None
    count = match.words.number("chain_days", word)
    return _with_part(match, Shift(Grain.DAY, count, From.TEXT))


def last_ones(match: Match) -> Built:
    letter = match.words.text("units", match.get("u"))
    number = match.get("n") or match.get("n2")
    if re.search(r"premieres? ", match.match.group()) and not number:
        return None
    count = number_of(match.words, number) if number else None
    grain, whole = LETTER_GRAINS.get(letter), match.match.group()
    if grain is None or "premi" in whole:
        return Sense(Constant(TimexKind.DURATION, quantity(count, letter)))
    forward = re.search("prochain|suivant|venir|qui ", whole) is not None
    return Sense(Counted(quantity(count, letter), grain, int(count) if count else None, forward))


def relative(match: Match) -> Built:
    unit, direction = match.get("u"), direction_of(match)
    if match.has("same"):
        return same(match)
    if direction is None:
        return None
    start = From.NOW if direction in (Direction.LAST, Direction.NEXT) else From.TEXT
    count = -1 if direction in (Direction.LAST, Direction.PRECEDING) else 1
    if unit in PARTS:
        return Sense(Moment(Shift(Grain.DAY, count, start), Clock(match.words.text("parts", unit))))
    if unit == "jour" and start is From.NOW:
        return None
    return Sense(Shift(GRAINS[unit], count, start))


def same(match: Match) -> Built:
    unit = match.get("u")
    if unit in PARTS:
        return Sense(Moment(Shift(Grain.DAY, 0, From.TEXT), Clock(match.words.text("parts", unit))))
    return Sense(Shift(GRAINS[unit], 0, From.TEXT))


def this(match: Match) -> Built:
    """``cette année`` is the article's, ``cette même année`` and ``cette année-là`` the text's."""
    unit = match.get("u")
    told = match.has("same") or match.get("la") == "-la"
    start = From.TEXT if told else From.NOW
    if unit == "journee" and not told:
        return None
    if unit == "jour" and not told and not match.has("la") and match.before(3).endswith("a "):
        return None
    if unit in PARTS:
        return Sense(Moment(Shift(Grain.DAY, 0, start), Clock(match.words.text("parts", unit))))
    return Sense(Shift(GRAINS[unit], 0, start))


def whole_day(match: Match) -> Built:
    """*dans la journée* is the day that is told; other *journées* are rounds and rallies."""
    if not re.search(r"(?:^|\W)(?:dans|durant|pendant|cours de|de|toute) $", match.before(12)):
        return None
    if re.search(r"(?:^|\W)de $", match.before(12)) and not re.search(
        r"(?:cours|long|reste) de $", match.before(12)
    ):
        return None
    return Sense(Shift(Grain.DAY, 0, From.TEXT))


_MODS = {"debut": "START", "fin": "END", "milieu": "MID", "mi": "MID"}


def end_of(match: Match) -> Built:
    return Sense(Shift(GRAINS[match.get("u")], 0), _MODS.get(match.get("end")))
