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
from reader.recognition.dates.meanings.steps import Steps
from reader.recognition.dates.reading import (
    LETTER_GRAINS,
    quantity,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import (
    GRAINS,
    count_of,
    fraction_of,
    more_of,
    share_of,
    shifted,
    unit_of,
)


def near_day(match: Match) -> Built:
    meaning = Shift(Grain.DAY, match.words.number("near_days", match.get("n")))
    return Sense(_with_part(match, meaning))


def _with_part(match: Match, meaning: Meaning) -> Meaning:
    part = match.get("part")
    return Moment(meaning, Clock(match.words.text("parts", part))) if part else meaning


def tonight(match: Match) -> Built:
    return Sense(Moment(Shift(Grain.DAY, 0), Clock("TNI")), "END" if match.get("late") else None)


def part_of_some_day(match: Match) -> Built:
    told = match.get("dir")
    count = {"last": -1, "next": 1, "the next": 1, "the following": 1, "the previous": -1}.get(told, 0)
    start = From.NOW if told in ("last", "this", "next") else From.TEXT
    return Sense(_with_part(match, Shift(Grain.DAY, count, start)))


def chain_day(match: Match) -> Built:
    count = {"previous": -1, "before": -1, "following": 1, "next": 1, "after": 1}.get(
        match.get("dir") or match.get("dir1"), 0
    )
    return Sense(Shift(Grain.DAY, count, From.TEXT))


def _away(match: Match, sign: int, start: From) -> Built:
    letter, scale = unit_of(match)
    count = 2 if match.get("v").startswith("couple") else count_of(match)
    grain = LETTER_GRAINS.get(letter)
    if grain is None or (match.get("n") and count is None):
        return None
    mod = match.words.tables["limits"].get(match.get("l").strip())
    told = mod if isinstance(mod, str) else None
    if count is None:
        return Sense(Shift(grain, None, start, sign > 0, exact=True), told)
    steps = _steps(match, grain, scale * (count + fraction_of(match) + 0.5 * match.has("half")))
    if not steps:
        return None
    if len(steps) == 1:
        return Sense(Shift(steps[0][0], sign * steps[0][1], start, sign > 0, exact=True), told)
    return Sense(Steps(tuple((one, sign * n) for one, n in steps), start), told)


_SMALLER = {Grain.YEAR: (Grain.MONTH, 12), Grain.DAY: (Grain.HOUR, 24), Grain.HOUR: (Grain.MINUTE, 60)}
_SMALLER[Grain.MINUTE] = (Grain.SECOND, 60)


def _steps(match: Match, grain: Grain, count: float) -> list[tuple[Grain, int]]:
    """Whole units, coarse to fine; none where a part of a unit is no whole number of smaller ones."""
    whole = int(count)
    steps = [(grain, whole)] if whole else []
    if count != whole:
        smaller, ratio = _SMALLER.get(grain, (grain, 0))
        rest = (count - whole) * ratio
        if not rest or rest != int(rest):
            return []
        steps.append((smaller, int(rest)))
    for more, letter, scale in more_of(match):
        if more != int(more) or letter not in LETTER_GRAINS:
            return []
        steps.append((LETTER_GRAINS[letter], int(more) * scale))
    return steps


def away(match: Match) -> Built:
    sign = 1 if match.get("now") or match.get("later") else -1
    return _away(match, sign, From.NOW if match.get("ago") or match.get("now") else From.TEXT)


_TOOK = re.compile(
    r"(?:^|\W)(?:\w+ed|was|were|had|been|record|more|(?:first|last|only) (?:time|such)) (?:\w+ )?$"
    r"|(?:^|\W)(?:\w{2,}est|most|best|worst|first|only)(?: \w+){0,3} $"
)
"""*the worst in ten years* tells how long, not when."""
_DURATION_LIMITS = frozenset(("more than", "over", "nearly", "almost", "at least"))


def ahead(match: Match) -> Built:
    """*in two weeks* is ahead; with a past tense it is how long something took."""
    if _TOOK.search(match.before(32)) or match.get("l").strip() in _DURATION_LIMITS:
        return None
    if match.get("u") in match.words.tables["short_units"] and not match.get("n")[:1].isdigit():
        return None
    return _away(match, 1, From.NOW)


def part_away(match: Match) -> Built:
    """*in half an hour*, *three quarters of an hour ago*."""
    share = share_of(match)
    ago, now = match.has("ago"), match.has("now") or match.has("ago")
    sign = -1 if ago or match.has("earlier") else 1
    return Sense(Shift(Grain.MINUTE, share * sign, From.NOW if now else From.TEXT, sign > 0))


def last_ones(match: Match) -> Built:
    count = count_of(match) if match.get("n") else None
    if match.get("n") in ("a", "an") or (match.get("n") and count is None):
        return None
    letter, scale = unit_of(match)
    counted_first = match.match.group().removeprefix("the ").startswith(match.get("n") or " ")
    if counted_first and not match.get("u").endswith("s"):
        return None
    count = count * scale if count is not None else None
    grain, whole = LETTER_GRAINS.get(letter), match.match.group()
    if grain is None or "first" in whole:
        return Sense(Constant(TimexKind.DURATION, quantity(count, letter)))
    forward = re.search(r"(?:^|\W)(?:next|coming|upcoming|following)(?:\W|$)", whole) is not None
    return Sense(Counted(quantity(count, letter), grain, int(count) if count else None, forward))


def relative(match: Match) -> Built:
    told = match.get("dir")
    article = match.match.group().startswith("the ")
    if told == "last" and article and re.match(r" (?:of|to|in) ", match.after()):
        return None
    return Sense(shifted(("the " if article else "") + told, match.get("u")))


_MODS = {"end": "END", "beginning": "START", "start": "START", "middle": "MID"}


def end_of(match: Match) -> Built:
    return Sense(Shift(GRAINS[match.get("u")], 0), _MODS[match.get("end")])


def year_end(match: Match) -> Built:
    if match.get("end") == "week":
        return None
    return Sense(Shift(GRAINS[match.get("end")], 0), "END")
