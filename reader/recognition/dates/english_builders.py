"""What each English row means; a builder that answers None lets the next row try."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings import (
    Calendar,
    Clock,
    Constant,
    Direction,
    Feast,
    From,
    InWeek,
    Interval,
    Meaning,
    Moment,
    NextTo,
    NthOfMonth,
    Part,
    Season,
    Shift,
    Stretch,
    WeekOf,
)
from reader.recognition.dates.reading import (
    LETTER_GRAINS,
    dated,
    day_number,
    is_name,
    is_shouted,
    month_number,
    quantity,
    weekday_number,
    with_more,
    year_number,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_GRAINS = {
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "quarter": Grain.QUARTER,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "weekend": Grain.WEEKEND,
    "week-end": Grain.WEEKEND,
    "day": Grain.DAY,
}
_DIRECTIONS = {
    "last": Direction.LAST,
    "past": Direction.LAST,
    "this past": Direction.LAST,
    "previous": Direction.PRECEDING,
    "next": Direction.NEXT,
    "coming": Direction.NEXT,
    "upcoming": Direction.NEXT,
    "this coming": Direction.NEXT,
    "following": Direction.FOLLOWING,
    "this": Direction.THIS,
    "current": Direction.THIS,
    "that": Direction.SAME,
    "same": Direction.SAME,
    "the same": Direction.SAME,
}


def _direction(match: Match) -> Direction | None:
    return _DIRECTIONS.get(match.get("dir"))


def _alone(match: Match) -> bool:
    """Whether the text says nothing else."""
    return not match.before().strip() and not match.after().strip(" .!?")


# --- days -------------------------------------------------------------------


def figures(match: Match) -> Built:
    """Month first, as in the United States, unless only day first is possible."""
    year, month, day = year_number(match, "y"), int(match.get("m")), int(match.get("d"))
    if month > 12 and match.get("sep"):
        month, day = day, month
    point = Calendar(year, month, day)
    if not point.possible():
        return None
    return Sense(Moment(point, Clock("T" + match.get("t")))) if match.get("t") else Sense(point)


def day_month_year(match: Match) -> Built:
    return dated(Calendar(year_number(match, "y"), month_number(match, "mm"), day_number(match, "dd")))


def month_and_day_figures(match: Match) -> Built:
    """``on 10/31``: a fraction otherwise."""
    if not _alone(match) and not re.search(r"(?:^|\W)(?:on|by|since|until|day|due) $", match.before(8)):
        return None
    month, day = int(match.get("m")), int(match.get("d"))
    if month > 12:
        month, day = day, month
    return dated(Calendar(month=month, day=day))


def _point(match: Match, n: int) -> Calendar | None:
    number = day_number(match, f"d{n}") or day_number(match, f"e{n}") or day_number(match, f"f{n}")
    month = month_number(match, f"m{n}") or month_number(match, f"n{n}")
    point = Calendar(year_number(match, f"y{n}"), month, number, weekday_number(match, f"w{n}"))
    return point if number and point.possible() else None


def day_range(match: Match) -> Built:
    first, second = _point(match, 1), _point(match, 2)
    if first is None or second is None or (first.month is None and second.month is None):
        return None
    if second.month is None:
        second = Calendar(second.year or first.year, first.month, second.day, second.weekday)
        first = Calendar(first.year or second.year, first.month, first.day, first.weekday)
    if first.month is None:
        first = Calendar(second.year, second.month, first.day, first.weekday)
    return Sense(Interval(first, second)) if first.possible() and second.possible() else None


def year_range(match: Match) -> Built:
    first, second = int(match.get("y1")), int(match.get("y2"))
    return Sense(Interval(Calendar(first), Calendar(second))) if first < second else None


def month_range(match: Match) -> Built:
    first = Calendar(year_number(match, "y1"), month_number(match, "m1"))
    return Sense(Interval(first, Calendar(year_number(match, "y2"), month_number(match, "m2"))))


def day(match: Match) -> Built:
    number, month = day_number(match, "d"), month_number(match, "m")
    if not number or (not match.get("d")[0].isdigit() and match.get("m") == "may" and match.original("m")[0] == "m"):
        return None
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}-{month:02d}-{number:02d}"))
    return dated(
        Calendar(year_number(match, "y"), month, number, weekday_number(match, "w"), _direction(match))
    )


def nth_of_month(match: Match) -> Built:
    written = match.get("n")
    number = -1 if written == "last" else match.words.number("ordinals", written)
    month = Calendar(year_number(match, "y"), month_number(match, "m"))
    unit = {"week": Grain.WEEK, "weekend": Grain.WEEKEND}.get(match.get("u"), Grain.DAY)
    return Sense(NthOfMonth(number, unit, weekday_number(match, "w"), month))


def week_of(match: Match) -> Built:
    number = day_number(match, "d") or day_number(match, "e")
    point = Calendar(year_number(match, "y"), month_number(match, "m") or month_number(match, "n"), number)
    return Sense(WeekOf(point)) if number and point.possible() else None


def weekday_and_day(match: Match) -> Built:
    return dated(Calendar(day=day_number(match, "d"), weekday=weekday_number(match, "w")))


def weekday_in_week(match: Match) -> Built:
    count = {"last": -1, "this": 0, "next": 1, "the following": 1, "the previous": -1}[match.get("week")]
    start = From.TEXT if match.get("week").startswith("the") else From.NOW
    return Sense(InWeek(weekday_number(match, "w") or 0, Shift(Grain.WEEK, count, start)))


def weekday(match: Match) -> Built:
    number = weekday_number(match, "w")
    if match.get("after") or match.get("fortnight"):
        return Sense(NextTo(Calendar(weekday=number, direction=Direction.COMING), 7))
    if not match.original("w")[0].isupper() and match.get("w") == "sun":
        return None
    return Sense(Calendar(weekday=number, direction=_direction(match)))


def short_weekday(match: Match) -> Built:
    """*sun*, *sat* and *wed* are words of their own."""
    if not _alone(match) and not (match.original("w")[0].isupper() and match.match.group().endswith(".")):
        return None
    return Sense(Calendar(weekday=weekday_number(match, "w")))


def day_only(match: Match) -> Built:
    return dated(Calendar(day=day_number(match, "d")))


# --- months, years ----------------------------------------------------------


def month(match: Match) -> Built:
    """*may* and *march* are verbs, *August* and *April* names: a month on its own has its capital and a preposition."""
    year, direction = year_number(match, "y"), _direction(match)
    if year is None and direction is None and not match.match.group().startswith(("the month", "month")):
        said = re.search(
            r"(?:^|\W)(?:in|by|since|until|till|of|from|to|through|before|after|during|and|or|for|late|early|mid|between|on|around)[ -]$",
            match.before(10),
        )
        if not _alone(match) and not (said and match.original("m")[0].isupper()):
            return None
    return Sense(Calendar(year, month_number(match, "m"), direction=direction))


def decade(match: Match) -> Built:
    number = int(match.get("n"))
    year = number if number > 100 else 1900 + number
    return Sense(Stretch(f"{year // 10}X", year, Grain.DECADE))


def century(match: Match) -> Built:
    written = match.get("n")
    digits = re.match(r"\d+", written)
    number = int(digits.group()) if digits else match.words.number("ordinals", written)
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{number - 1:02d}XX"))
    return Sense(Stretch(f"{number - 1:02d}XX", max(1, (number - 1) * 100), Grain.CENTURY))


def year_of_era(match: Match) -> Built:
    number = int(match.get("y"))
    if match.get("era").startswith("b"):
        return Sense(Constant(TimexKind.DATE, f"BC{number:04d}"))
    return Sense(Calendar(number)) if number else None


def year_named(match: Match) -> Built:
    return Sense(Calendar(int(match.get("y"))))


def quarter(match: Match) -> Built:
    written = match.get("n")
    number = int(written) if written.isdigit() else match.words.number("ordinals", written)
    return Sense(Part(number, Grain.QUARTER, year_number(match, "y")))


def season(match: Match) -> Built:
    """*fall* and *spring* are verbs too: they need a year, a direction or *in the*."""
    direction, year_said = _direction(match), year_number(match, "y")
    if direction is None and year_said is None and not _alone(match):
        wanted = r"(?:^|\W)(?:in|during|over|since|by|until|of|end of|late|early)(?: the)?[ -]$"
        if not re.search(wanted, match.before(14)) or re.match(r" of ", match.after()):
            return None
        if match.get("s") in ("fall", "spring") and not match.get("art"):
            return None
    return Sense(Season(match.words.text("seasons", match.get("s")), year_said, direction))


_YEAR_BEFORE = re.compile(
    r"(?:^|[^\w'])(?:in|since|by|until|till|before|after|during|from|to|and|between|of|early|late|mid|around|circa|c\.|through|the)[ -]{1,2}$"
)


def year(match: Match) -> Built:
    number, before, after = int(match.get("y")), match.before(), match.after()
    if re.match(r"[-/.,:]\d|_?%|'\d", after) or re.search(r"\d[-/.,:]$|[#$€£+=*]_?$|no\.? ?$", before):
        return None
    counted = re.match(r" (?:[a-z]{2,}s|people|percent|km|miles?|men|women|million|billion)(?!\w)", after)
    function = re.match(r" (?:was|as|is|has|his|its|this|us|towards|across|does)(?!\w)", after)
    if counted and not function:
        return None
    if _YEAR_BEFORE.search(before) or (re.match(r"[)\],.;]|$", after) and re.search(r"[(,] ?$|[A-Za-z] $", before)):
        return Sense(Calendar(number)) if 1000 <= number <= 2199 else None
    return Sense(Calendar(number)) if 1800 <= number <= 2099 and not after[:1].isalnum() else None


# --- relative ---------------------------------------------------------------


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


def _count(match: Match, group: str = "n") -> float | None:
    written = match.get(group)
    if written.startswith("a couple"):
        return 2
    return number_of(match.words, written.replace(",", "")) if written else None


def _away(match: Match, sign: int, start: From) -> Built:
    grain = LETTER_GRAINS.get(match.words.text("units", match.get("u")))
    count = 2 if match.get("v") == "couple of" else _count(match)
    if grain is None or (match.get("n") and count is None):
        return None
    whole = None if count is None else int(count)
    second = LETTER_GRAINS.get(match.words.text("units", match.get("u2"))) if match.get("u2") else None
    ratio = {(Grain.YEAR, Grain.MONTH): 12, (Grain.WEEK, Grain.DAY): 7, (Grain.HOUR, Grain.MINUTE): 60}
    if whole is not None and second is not None and (grain, second) in ratio:
        whole = whole * ratio[grain, second] + int(_count(match, "n2") or 0)
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
    count = _count(match) if match.get("n") else None
    if match.get("n") in ("a", "an") or (match.get("n") and count is None):
        return None
    return Sense(Constant(TimexKind.DURATION, quantity(count, match.words.text("units", match.get("u")))))


def relative(match: Match) -> Built:
    told = match.get("dir")
    article = match.match.group().startswith("the ")
    if told == "last" and article and re.match(r" (?:of|to|in) ", match.after()):
        return None
    count = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(told, 0)
    chained = told in ("following", "that", "same") or (article and told in ("previous", "next"))
    return Sense(Shift(_GRAINS[match.get("u")], count, From.TEXT if chained else From.NOW))


_MODS = {"end": "END", "beginning": "START", "start": "START", "middle": "MID"}


def end_of(match: Match) -> Built:
    return Sense(Shift(_GRAINS[match.get("u")], 0), _MODS[match.get("end")])


def year_end(match: Match) -> Built:
    if match.get("end") == "week":
        return None
    return Sense(Shift(_GRAINS[match.get("end")], 0), "END")


# --- sets and quantities ----------------------------------------------------


def every(match: Match) -> Built:
    if match.get("u"):
        count = 2 if match.get("other") else (_count(match) if match.get("n") else 1)
        return Sense(Constant(TimexKind.SET, quantity(count, match.words.text("units", match.get("u")))))
    if match.get("w"):
        return Sense(Constant(TimexKind.SET, f"XXXX-WXX-{match.words.number('weekdays', match.get('w')) + 1}"))
    if match.get("m"):
        return Sense(Constant(TimexKind.SET, f"XXXX-{match.words.number('months', match.get('m')):02d}"))
    if match.get("we"):
        return Sense(Constant(TimexKind.SET, "XXXX-WXX-WE"))
    return Sense(Constant(TimexKind.SET, "XXXX-XX-XX" + match.words.text("parts", match.get("p"))))


def periodically(match: Match) -> Built:
    """Not the *Daily* of a newspaper's name."""
    if is_name(match, "a"):
        return None
    letter = {"d": "1D", "w": "1W", "m": "1M", "y": "1Y", "a": "1Y", "q": "3M", "h": "T1H"}[match.get("a")[0]]
    return Sense(Constant(TimexKind.SET, f"P{letter}"))


def times(match: Match) -> Built:
    return Sense(Constant(TimexKind.SET, quantity(1, match.words.text("units", match.get("u")))))


def half_unit(match: Match) -> Built:
    value = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "century": "P50Y", "decade": "P5Y"}[match.get("u")]
    return Sense(Constant(TimexKind.DURATION, value), _limit(match))


def _limit(match: Match) -> str | None:
    mod = match.words.tables["limits"].get(match.get("l").strip())
    return mod if isinstance(mod, str) else None


def duration(match: Match) -> Built:
    unit, written = match.get("u"), match.get("n")
    if match.original("u")[0].isupper() and not is_shouted(match, "u"):
        return None
    if re.match(r"(?:-| )(?:light|old man)|-lights?", match.after()):
        return None
    count = _count(match) if written else (2 if match.get("v") == "couple of" else None)
    if written and count is None:
        return None
    if written in ("a", "an") and unit in ("second", "minute", "day", "quarter", "min", "sec"):
        return None
    letter = match.words.text("units", unit)
    if count is not None and " and a half" in match.match.group():
        value = quantity(count, letter) + "30M" if letter == "TH" else quantity(count + 0.5, letter)
    else:
        value = quantity(count, letter)
    for more in ("2", "3"):
        if match.get("n" + more) and count is not None:
            value = with_more(value, _count(match, "n" + more), match.words.text("units", match.get("u" + more)))
    return Sense(Constant(TimexKind.DURATION, value), _limit(match))


# --- hours ------------------------------------------------------------------


def _at(match: Match, hour: int, minute: str) -> Built:
    half, part = match.get("half").replace(".", "").replace(" ", ""), match.get("p")
    after_noon = half.endswith("pm") or re.search(r"\dp$", match.match.group()) or re.search(r"afternoon|evening|night", part)
    if after_noon and hour < 12:
        hour += 12
    elif hour == 12 and (half.endswith("am") or "morning" in part):
        hour = 0
    if hour > 24 or int(minute) > 59:
        return None
    seconds = ":" + match.get("s") if match.get("s") else ""
    side = match.words.tables["sides"].get(match.get("side"))
    mod = side if isinstance(side, str) else ("APPROX" if match.get("lim") else None)
    return Sense(Clock(f"T{hour % 24:02d}:{int(minute):02d}{seconds}"), mod)


def clock(match: Match) -> Built:
    whole = match.match.group()
    marked = bool(match.get("half") or match.get("p") or match.get("z"))
    if "." in whole.split(" ")[0] and not marked:
        return None
    if match.get("mi") and ":" in whole and re.match(r"[.,]\d|:\d", match.after(3)):
        return None
    return _at(match, int(match.get("h")), match.get("mi") or "0")


def clock_in_words(match: Match) -> Built:
    hour = number_of(match.words, match.get("h"))
    minute = number_of(match.words, match.get("mi")) if match.get("mi") else 0
    if hour is None or minute is None or match.get("h") in ("a", "an") or hour > 24:
        return None
    return _at(match, int(hour), str(int(minute)))


def past_the_hour(match: Match) -> Built:
    hour, past = number_of(match.words, match.get("h")), match.get("past")
    minutes = 30.0 if past == "half" else 15.0 if past.endswith("quarter") else number_of(match.words, past)
    if hour is None or not minutes or minutes > 59 or hour > 24 or match.get("h") in ("a", "an"):
        return None
    plain = past[0].isdigit() or not past.endswith(("half", "quarter"))
    if plain and not (match.get("p") or match.get("half") or "min" in match.match.group()):
        return None
    if match.get("side") in ("to", "before"):
        return _at(match, (int(hour) - 1) % 24, str(60 - int(minutes)))
    return _at(match, int(hour), str(int(minutes)))


def noon(match: Match) -> Built:
    return _at(match, 0 if match.get("noon") == "midnight" else 12, "0")


def part_of_day(match: Match) -> Built:
    """*in the morning*, *Tuesday afternoon*; not *good morning*."""
    before = match.before(16)
    article = match.match.group().startswith("the ")
    if not article and not _alone(match) and not re.search(r"day,? (?:in )?$|(?:at|by|tomorrow|today) $", before):
        return None
    if article and not re.search(r"(?:^|\W)(?:in|during|through|throughout|over|into|of|later in) $", before):
        return None
    mod = {"early": "START", "late": "END", "mid": "MID"}.get(match.get("when"))
    return Sense(Clock(match.words.text("parts", match.get("p"))), mod)


def feast(match: Match) -> Built:
    if not (_alone(match) or match.original("f")[0].isupper()):
        return None
    numbers = match.words.numbers("feasts", match.get("f"))
    fixed = len(numbers) == 2
    month_day = (numbers[0], numbers[1]) if fixed else (1, 1)
    return Sense(Feast(*month_day, None if fixed else numbers[0], year_number(match, "y")))
