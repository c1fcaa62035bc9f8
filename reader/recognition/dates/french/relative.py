"""French: what is reckoned from now or from the last date in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, Direction, From, Meaning
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Interval, Moment
from reader.recognition.dates.meanings.shifts import RIGHT_NOW, Counted, Shift
from reader.recognition.dates.meanings.weekends import WeekendBeside
from reader.recognition.dates.meanings.within import InMonth, PartOf
from reader.recognition.dates.reading import (
    LETTER_GRAINS,
    day_number,
    month_number,
    quantity,
    weekday_number,
    year_number,
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


def right_now(match: Match) -> Built:
    """*maintenant*, where it says when; a message of a known hour fixes it, an article does not."""
    if re.search(r"(?:^|\W)(?:jusqu'a|des|et|mais|ou|depuis|a partir de|pour) $", match.before(14)):
        return None
    return Sense(RIGHT_NOW)


def near_day(match: Match) -> Built:
    return _with_part(match, Shift(Grain.DAY, match.words.number("near_days", match.get("n"))))


def chain_day(match: Match) -> Built:
    """Needs its article: *mise en veille* is no day."""
    word = match.get("n")
    if not match.get("art") and not (word.endswith("lendemain") and match.before(3).endswith("au ")):
        return None
    count = match.words.number("chain_days", word)
    of = r"(?: (?:au )?(?:matin|soir))? (?:d[eu]s? (?!bon)|d')(?=[a-z])"
    named = re.match(of, match.after(24)) is not None
    return _with_part(match, Shift(Grain.DAY, count, From.TEXT, named=named))


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


def some(match: Match) -> Built:
    """*les jours à venir*; *jours* alone may be anything."""
    letter = match.words.text("units", match.get("u"))
    grain = LETTER_GRAINS.get(letter)
    if grain is None or not (
        match.get("u").endswith("s") and match.match.group().startswith(("les ", "ces "))
    ):
        return None
    forward = re.search("suiv|venir|qui ", match.match.group()) is not None
    return Sense(Counted(quantity(None, letter), grain, None, forward))


def last_one(match: Match) -> Built:
    """*la dernière décennie*, but not *la dernière semaine de campagne*."""
    if re.match(r"-|' | (?:d[eu]s? |d'|avant|pour|qu)", match.after()):
        return None
    letter = match.words.text("units", match.get("u"))
    forward = "prochain" in match.match.group()
    return Sense(Counted(quantity(1, letter), LETTER_GRAINS[letter], 1, forward))


def whole(match: Match) -> Built:
    """*toute l’année* is how long."""
    if not re.search(r"(?:^|\W)toute? $", match.before(7)):
        return None
    if re.match(r"_? ?\d| (?:d[eu]s? |d'|qu|o[uù] )", match.after()):
        return None
    return Sense(Constant(TimexKind.DURATION, quantity(1, match.words.text("units", match.get("u")))))


def weekend(match: Match) -> Built:
    """*durant le week-end*; *le week-end du 11 octobre* is the one beside that day."""
    number = day_number(match, "d")
    if match.has("d"):
        day = Calendar(year_number(match, "y"), month_number(match, "m"), number, weekday_number(match, "w"))
        return Sense(WeekendBeside(day)) if number and day.possible() else None
    if not match.match.group().startswith("le ") and not re.search(_BEFORE_WEEKEND, match.before(12)):
        return None
    if re.match(r" (?:d[eu]s? |d'|qu|prolonge)|,? (?:et|ou) (?:les|la) ", match.after()):
        return None
    return Sense(WeekendBeside(Shift(Grain.DAY, 0)))


_BEFORE_WEEKEND = r"(?:^|\W)(?:cours du|debut du|fin du|milieu du|depuis le|lors du|tout le|durant le) $"


def _told_month(match: Match) -> Shift:
    """*ce mois*, *du mois prochain*, *du mois*, *courant*."""
    direction = direction_of(match)
    count = {Direction.LAST: -1, Direction.PRECEDING: -1, Direction.NEXT: 1, Direction.FOLLOWING: 1}
    start = From.TEXT if direction in (Direction.FOLLOWING, Direction.PRECEDING) else From.NOW
    return Shift(GRAINS[match.get("of") or "mois"], count[direction] if direction else 0, start)


def day_of_month(match: Match) -> Built:
    """*le 5 du mois prochain*, *du 4 au 22 de ce mois*."""
    number, month = day_number(match, "d"), _told_month(match)
    if not number or (match.match.group().endswith("du mois") and not match.get("w") and number < 2):
        return None
    if re.match(r" d(?:e |')", match.after(5)):
        return None
    first = day_number(match, "d1")
    if match.has("d1"):
        return Sense(Interval(InMonth(first, month), InMonth(number, month))) if first else None
    return Sense(InMonth(number, month))


def nth_of(match: Match) -> Built:
    """*le dernier vendredi du mois*, *la première semaine de l’année*."""
    if re.match(r" d(?:e |')", match.after(5)):
        return None
    written = match.get("n")
    number = -1 if written.startswith("derni") else match.words.number("ordinals", written)
    grain = GRAINS[match.get("u")] if match.get("u") else Grain.DAY
    told = _told_month(match)
    return Sense(PartOf(number, grain, told, weekday_number(match, "w")))


def relative(match: Match) -> Built:
    unit, direction = match.get("u"), direction_of(match)
    if match.has("same"):
        return same(match)
    if match.has("current"):
        return None if unit in PARTS else Sense(Shift(GRAINS[unit], 0))
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
    if unit == "midi":
        return Sense(Moment(Shift(Grain.DAY, 0, start), Clock("T12:00")))
    if unit in PARTS:
        return Sense(Moment(Shift(Grain.DAY, 0, start), Clock(match.words.text("parts", unit))))
    if unit in ("week-end", "weekend") and not told:
        return Sense(WeekendBeside(Shift(Grain.DAY, 0), this=True))
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
