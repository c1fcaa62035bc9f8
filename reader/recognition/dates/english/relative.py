"""English: what is reckoned from now or from the last date in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, From, Meaning
from reader.recognition.dates.meanings.moments import Clock, Moment
from reader.recognition.dates.meanings.shifts import Counted, Shift
from reader.recognition.dates.reading import (
    LETTER_GRAINS,
    quantity,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import GRAINS, count_of


def near_day(match: Match) -> Built:
    meaning = Shift(Grain.DAY, match.words.number("near_days", match.get("n")))
    return Sense(_with_part(match, meaning))


def _with_part(match: Match, meaning: Meaning) -> Meaning:
    part = match.get("part")
    return Moment(meaning, Clock(match.words.text("parts", part))) if part else meaning


def tonight(match: Match) -> Built:  # noqa: ARG001
    return Sense(Moment(Shift(Grain.DAY, 0), Clock("TNI")))


def part_of_some_day(match: Match) -> Built:
    told = match.get("dir")
    count = {"last": -1, "next": 1, "the next": 1, "the following": 1, "the previous": -1}.get(told, 0)
    start = From.NOW if told in ("last", "this", "next") else From.TEXT
    return Sense(_with_part(match, Shift(Grain.DAY, count, start)))


def chain_day(match: Match) -> Built:
    count = {"previous": -1, "before": -1, "following": 1, "next": 1, "after": 1}.get(match.get("dir"), 0)
    return Sense(Shift(Grain.DAY, count, From.TEXT))


def _away(match: Match, sign: int, start: From) -> Built:
    grain = LETTER_GRAINS.get(match.words.text("units", match.get("u")))
    count = 2 if match.get("v") == "couple of" else count_of(match)
    if grain is None or (match.get("n") and count is None):
        return None
    whole = None if count is None else int(count)
    second = LETTER_GRAINS.get(match.words.text("units", match.get("u2"))) if match.get("u2") else None
    ratio = {(Grain.YEAR, Grain.MONTH): 12, (Grain.WEEK, Grain.DAY): 7, (Grain.HOUR, Grain.MINUTE): 60}
    if whole is not None and second is not None and (grain, second) in ratio:
        whole = whole * ratio[grain, second] + int(count_of(match, "n2") or 0)
        grain = second
    mod = match.words.tables["limits"].get(match.get("l").strip())
    shift = Shift(grain, None if whole is None else sign * whole, start, sign > 0, exact=True)
    return Sense(shift, mod if isinstance(mod, str) else None)


def away(match: Match) -> Built:
    sign = 1 if match.get("now") or match.get("later") else -1
    return _away(match, sign, From.NOW if match.get("ago") or match.get("now") else From.TEXT)


def ahead(match: Match) -> Built:
    """*in two weeks* is ahead; with a past tense it is how long something took."""
    if re.search(r"(?:^|\W)(?:\w+ed|was|were|had|been|record|first time|more) (?:\w+ )?$", match.before(20)):
        return None
    return _away(match, 1, From.NOW)


def half_hour_away(match: Match) -> Built:
    sign = 1 if match.get("now") or match.get("later") else -1
    start = From.NOW if match.get("ago") or match.get("now") else From.TEXT
    return Sense(Shift(Grain.MINUTE, 30 * sign, start, sign > 0))


def last_ones(match: Match) -> Built:
    count = count_of(match) if match.get("n") else None
    if match.get("n") in ("a", "an") or (match.get("n") and count is None):
        return None
    letter = match.words.text("units", match.get("u"))
    grain, whole = LETTER_GRAINS.get(letter), match.match.group()
    if grain is None or "first" in whole:
        return Sense(Constant(TimexKind.DURATION, quantity(count, letter)))
    forward = re.match(r"(?:the |these )?(?:next|coming|upcoming)", whole) is not None
    return Sense(Counted(quantity(count, letter), grain, int(count) if count else None, forward))


def relative(match: Match) -> Built:
    told = match.get("dir")
    article = match.match.group().startswith("the ")
    if told == "last" and article and re.match(r" (?:of|to|in) ", match.after()):
        return None
    count = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(told, 0)
    chained = told in ("following", "that", "same") or (article and told in ("previous", "next"))
    return Sense(Shift(GRAINS[match.get("u")], count, From.TEXT if chained else From.NOW))


_MODS = {"end": "END", "beginning": "START", "start": "START", "middle": "MID"}


def end_of(match: Match) -> Built:
    return Sense(Shift(GRAINS[match.get("u")], 0), _MODS[match.get("end")])


def year_end(match: Match) -> Built:
    if match.get("end") == "week":
        return None
    return Sense(Shift(GRAINS[match.get("end")], 0), "END")
