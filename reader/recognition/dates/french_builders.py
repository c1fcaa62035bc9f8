"""What each French row means; a builder that answers None lets the next row try."""

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
    Night,
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
    says,
    weekday_number,
    with_more,
    year_number,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_GRAINS = {
    "semaine": Grain.WEEK,
    "mois": Grain.MONTH,
    "annee": Grain.YEAR,
    "an": Grain.YEAR,
    "jour": Grain.DAY,
    "journee": Grain.DAY,
    "week-end": Grain.WEEKEND,
    "weekend": Grain.WEEKEND,
    "trimestre": Grain.QUARTER,
    "semestre": Grain.HALF,
    "siecle": Grain.CENTURY,
    "decennie": Grain.DECADE,
}
_PARTS = ("nuit", "soir", "matin", "matinee", "soiree", "apres-midi", "aprem")
# --- helpers ----------------------------------------------------------------


_DIRECTIONS = (
    (r"derni|passe|ecoule", Direction.LAST),
    (r"prochain|a venir|qui vient", Direction.NEXT),
    (r"suiv|qui sui|d'apres", Direction.FOLLOWING),
    (r"prece|qui prece|d'avant", Direction.PRECEDING),
)


def _direction(match: Match, group: str = "dir") -> Direction | None:
    written = match.get(group)
    for pattern, direction in _DIRECTIONS:
        if written and re.match(pattern, written):
            return direction
    return None


# --- written in figures -----------------------------------------------------


def figures(match: Match) -> Built:
    day = Calendar(year_number(match, "y"), int(match.get("m")), int(match.get("d")))
    if not day.possible():
        return None
    return Sense(Moment(day, Clock("T" + match.get("t")))) if match.get("t") else Sense(day)


def month_figures(match: Match) -> Built:
    return Sense(Calendar(int(match.get("y")), int(match.get("m"))))


def day_and_month_figures(match: Match) -> Built:
    """``le 17/02``: only with its article, or when nothing else is said."""
    alone = match.start == 0 and not match.after().strip()
    if not alone and not re.search(r"(?:^|\W)(?:le|du|au)(?: <w>)? $|di $", match.before(10)):
        return None
    if re.match(r"_?(?: d[eu']| des)", match.after(4)):
        return None
    return dated(Calendar(month=int(match.get("m")), day=int(match.get("d"))))


# --- days -------------------------------------------------------------------


def _point(match: Match, n: int) -> Calendar | None:
    day = day_number(match, f"d{n}") or day_number(match, f"e{n}")
    point = Calendar(
        year_number(match, f"y{n}"), month_number(match, f"m{n}"), day, weekday_number(match, f"w{n}")
    )
    if day == 0 or not point.possible():
        return None
    return point


def _share(first: Calendar, second: Calendar) -> Calendar:
    """*first* with the month and year that only *second* says."""
    if first.month is None and second.month is not None and first.day is not None:
        return Calendar(second.year, second.month, first.day, first.weekday)
    if first.month is None and second.weekday is not None and second.day is not None and second.month:
        return first
    return first


def night_between(match: Match) -> Built:
    first, second = _point(match, 1), _point(match, 2)
    if first is None or second is None:
        return None
    if first.day is None and second.day is not None and second.month is not None:
        return Sense(Night(NextTo(second, -1)))
    if (
        first.month is None
        and second.month is not None
        and first.day
        and second.day
        and first.day > second.day
    ):
        month = (second.month - 2) % 12 + 1
        return Sense(Night(Calendar(second.year, month, first.day, first.weekday)))
    return Sense(Night(_share(first, second)))


def night_of(match: Match) -> Built:
    point = _point(match, 1)
    if point is None or (point.weekday is None and point.month is None):
        return None
    return Sense(Night(point))


def day_range(match: Match) -> Built:
    first, second = _point(match, 1), _point(match, 2)
    if first is None or second is None:
        return None
    named = second.month is not None or first.month is not None
    weekdays = first.weekday is not None and second.weekday is not None
    if not named and not weekdays:
        return None
    if not match.get("m2") and first.month is not None and second.day is not None:
        if re.search(r" a ", match.match.group()):
            return None
        second = Calendar(first.year, first.month, second.day, second.weekday)
    if weekdays and is_name(match, "w1"):
        return None
    return Sense(Interval(_share(first, second), second))


def month_range(match: Match) -> Built:
    first, second = month_number(match, "m1"), month_number(match, "m2")
    if is_name(match, "m2"):
        return None
    return Sense(
        Interval(Calendar(year_number(match, "y1"), first), Calendar(year_number(match, "y2"), second))
    )


def year_range(match: Match) -> Built:
    first = int(match.get("y1"))
    written = match.get("y2")
    second = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    if not 0 < second - first <= 1000 or (len(written) == 2 and second - first > 15):
        return None
    return Sense(Interval(Calendar(first), Calendar(second)))


def shared_month(match: Match) -> Built:
    day = day_number(match, "d")
    if not day:
        return None
    return dated(
        Calendar(year_number(match, "y"), month_number(match, "m"), day, weekday_number(match, "w"))
    )


def day(match: Match) -> Built:
    number, month = day_number(match, "d"), month_number(match, "m")
    if not number:
        return None
    if match.get("bc"):
        return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}-{month:02d}-{number:02d}"))
    return dated(
        Calendar(year_number(match, "y"), month, number, weekday_number(match, "w"), _direction(match))
    )


def nth_of_month(match: Match) -> Built:
    """``le premier lundi de mars``; -1 counts from the end."""
    written = match.get("n")
    number = -1 if written.startswith("derni") else match.words.number("ordinals", written)
    month = Calendar(year_number(match, "y"), month_number(match, "m"))
    unit = {"semaine": Grain.WEEK, "week-end": Grain.WEEKEND, "weekend": Grain.WEEKEND}.get(match.get("u"))
    if match.get("u") in ("quinzaine", "moitie"):
        return Sense(month, "START" if number == 1 else "END")
    return Sense(NthOfMonth(number, unit or Grain.DAY, weekday_number(match, "w"), month))


def week_of(match: Match) -> Built:
    number = day_number(match, "d")
    if not number:
        return None
    point = Calendar(year_number(match, "y"), month_number(match, "m"), number)
    return Sense(WeekOf(point)) if point.possible() else None


def spaced_figures(match: Match) -> Built:
    """``24 12 2014``: only where the text is nothing else."""
    if match.before() not in ("", "le ") or match.after().strip(" .!?"):
        return None
    return dated(Calendar(year_number(match, "y"), int(match.get("m")), int(match.get("d"))))


def weekday_in_week(match: Match) -> Built:
    week, weekday = match.get("week"), weekday_number(match, "w") or 0
    if week.startswith("cette"):
        return Sense(InWeek(weekday, Shift(Grain.WEEK, 0)))
    count = -1 if re.search(r"derniere|passee|precedente|d'avant", week) else 1
    start = From.NOW if re.search(r"derniere|passee|prochaine", week) else From.TEXT
    return Sense(InWeek(weekday, Shift(Grain.WEEK, count, start)))


def weekday_ahead(match: Match) -> Built:
    """``mardi en huit``: a week after the coming Tuesday."""
    days = 7 if match.get("n") in ("8", "huit") else 14
    return Sense(NextTo(Calendar(weekday=weekday_number(match, "w"), direction=Direction.COMING), days))


def weekday_and_day(match: Match) -> Built:
    number = day_number(match, "d")
    if not number or is_name(match, "w"):
        return None
    if not match.get("d")[0].isdigit() and re.match(r" (?!(?:a|vers|au|et|dans)\b)[a-z]", match.after(8)):
        return None
    return dated(Calendar(day=number, weekday=weekday_number(match, "w")))


def weekday(match: Match) -> Built:
    """Not a name such as *Jeudi cinéma*."""
    if is_name(match, "w") and not match.has("this"):
        return None
    direction = _direction(match)
    if direction is None and match.has("la"):
        direction = Direction.SAME if match.get("la") == "-la" else Direction.THIS
    if direction is None and match.has("this"):
        direction = Direction.THIS
    return Sense(Calendar(weekday=weekday_number(match, "w"), direction=direction))


def day_only(match: Match) -> Built:
    clock_behind = re.match(r",? ?[a-z]", match.after(3)) is not None
    wanted = r"(?:^|\W)(?:le|du|au|ce) $" if clock_behind else r"(?:^|[^\w-])le $"
    if not re.search(wanted, match.before(5)):
        return None
    return dated(Calendar(day=day_number(match, "d")))


# --- months, years ----------------------------------------------------------


def shared_year(match: Match) -> Built:
    """``entre janvier et juillet 2016``: the year is said once."""
    if match.original("m")[0].isupper() and match.get("m") == "mars":
        return None
    return Sense(Calendar(year_number(match, "y"), month_number(match, "m")))


def month(match: Match) -> Built:
    """A month on its own is a small word; *Mars* with a capital is the planet or the god."""
    year = year_number(match, "y")
    if year is None and not match.has("mois") and match.original("m")[0].isupper():
        alone = match.start == 0 and not match.after().strip()
        headline = is_shouted(match, "m") and re.search(r"(?:^|\W)(?:en|de|fin|debut|mi-) ?$", match.before(8))
        if not alone and not headline and not (match.original("m") != "Mars" and _direction(match)):
            return None
    if re.search(r"(?:^|\D)(?:29|3\d|[4-9]\d) $", match.before(5)) and match.match.group()[0] not in "cl":
        return None
    direction = _direction(match)
    if direction is None and match.has("mois") and match.match.group().startswith("ce "):
        direction = Direction.THIS
    return Sense(Calendar(year, month_number(match, "m"), direction=direction))


_DECADE_WORDS = {"quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90}


def decade(match: Match) -> Built:
    written = match.get("n")
    if not written.isdigit():
        value = _DECADE_WORDS.get(written) or number_of(match.words, written) or 0
        written = str(int(value))
    number = int(written)
    year = number if len(written) == 4 else (1900 if number >= 20 else 2000) + number
    if year % 10:
        return None
    return Sense(Stretch(f"{year // 10}X", year, Grain.DECADE))


_ROMAN = {"i": 1, "v": 5, "x": 10}


def century(match: Match) -> Built:
    written = match.get("n")
    number = int(written) if written.isdigit() else _roman(written)
    if not 1 <= number <= 30:
        return None
    if match.get("bc"):
        return Sense(Constant(TimexKind.DATE, f"BC{number - 1:02d}XX"))
    return Sense(Stretch(f"{number - 1:02d}XX", max(1, (number - 1) * 100), Grain.CENTURY))


def _roman(written: str) -> int:
    values = [_ROMAN[c] for c in written]
    after = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, after, strict=True))


def year_named(match: Match) -> Built:
    return Sense(Calendar(int(match.get("y"))))


def year_before_christ(match: Match) -> Built:
    return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}"))


def part_of_year(match: Match) -> Built:
    number = match.words.number("ordinals", match.get("n"))
    grain = Grain.QUARTER if match.get("u") == "trimestre" else Grain.HALF
    if number > (4 if grain is Grain.QUARTER else 2):
        return None
    return Sense(Part(number, grain, year_number(match, "y")))


_YEAR_BEFORE = re.compile(
    r"(?:^|[^\w'])(?:en|depuis|jusqu'en|jusqu'a|annees?|an|fin|debut|avant|apres|courant|vers|ete|hiver|automne"
    r"|printemps|entre|saison|edition|horizon|d'_ici|ici|qu'en|l'an|mi|trimestre|semestre|rentree|millesime)[ -]{1,2}$"
)
_COUNTED = re.compile(
    r"_? ?(?:[%€$£°]|(?:[a-z]{2,}(?:s|x)|euros?|dollars?|km|m|kg|tonnes?|metres?|millions?|milliards?|"
    r"h|fois|mn|min|habitants?|g|t|ha|hectares?|people|exemplaires?)(?!\w))"
)
_PLURALS_AFTER_YEAR = re.compile(
    r" (?:dans|sans|puis|sous|apres|alors|mais|plus|moins|tous|toutes|les|des|ses|ces|aux|nous|vous|ils|elles|depuis|vers|lors|dans"
    r"|dont|chez|jusqu|plusieurs|quelques|deux|trois|six|dix|leurs|nos|selon|pas|tres|pres|quels?|temps|deux)(?!\w)"
)


def year(match: Match) -> Built:
    """A bare figure is a year where its surroundings say so, or where nothing is counted by it."""
    number = int(match.get("y"))
    before, after = match.before(), match.after()
    if re.match(r"[-/.,:]\d|_?%|'\d", after) or re.search(r"[\d][-/.,:]$|[#$€£+=*]_?$|n[°o]\.? ?$", before):
        return None
    if (
        re.match(r" \d{3}(?!\d)", after)
        or re.search(r"\d $", before[-2:])
        and not re.search(r"\d{4} $|[a-z]\d+ $", before)
    ):
        return None
    if (_YEAR_BEFORE.search(before) or says(match, r"[dD](?:ès|e\u0300s) $")) and not re.match(
        r" (?:euros|dollars|metres|km|%)", after
    ):
        return Sense(Calendar(number))
    named = 1900 <= number <= 2099 and says(match, r"\b[A-Z][\w.’'-]+ $", 30)
    if _COUNTED.match(after) and not _PLURALS_AFTER_YEAR.match(after) and not named:
        return None
    if not 1500 <= number <= 2100:
        return None
    return Sense(Calendar(number))


def season(match: Match) -> Built:
    """Not the participle *été*, the Games *d’hiver*, or a *Printemps* with a capital."""
    direction, year_said = _direction(match), year_number(match, "y")
    article = match.get("art").strip()
    before = match.before(14)
    if match.original("s")[0].isupper() and not article and match.start > 0 and is_name(match, "s"):
        return None
    if before.endswith("d'"):
        return None
    if not article and year_said is None and direction is None:
        cue = r"(?:^|\W)(?:en|fin|debut|mi-|plein|fin de l'|a l'|mi)[ -]?$"
        if not re.search(cue, before) or match.original("s") in ("été", "Été") and not re.search(cue, before):
            return None
    if article in ("le", "ce") and match.get("s") != "printemps":
        return None
    if match.get("s") == "printemps" and re.match(r" (?:arabe|de prague)", match.after()):
        return None
    if direction is None and article.startswith("ce"):
        direction = Direction.THIS
    return Sense(Season(match.words.text("seasons", match.get("s")), year_said, direction))


# --- relative ---------------------------------------------------------------


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


def _count(match: Match) -> int | None:
    """The count of a row; None where it is vague."""
    if not match.get("n"):
        return None
    value = number_of(match.words, match.get("n"))
    return None if value is None else int(value)


def _shift(match: Match, sign: int, start: From) -> Built:
    letter = match.words.text("units", match.get("u"))
    grain = LETTER_GRAINS.get(letter)
    if grain is None:
        return None
    count = _count(match)
    if match.get("n") and count is None:
        return None
    if match.get("half") and count is not None:
        if grain is Grain.YEAR:
            grain, count = Grain.MONTH, count * 12 + 6
        elif grain is Grain.HOUR:
            grain, count = Grain.MINUTE, count * 60 + 30
        elif grain is Grain.MONTH:
            grain, count = Grain.WEEK, count * 4 + 2
    if match.get("n2") and count is not None:
        grain, count = _added(match, grain, count)
    mod = match.words.tables["limits"].get(match.get("l").strip())
    shift = Shift(grain, None if count is None else sign * count, start, sign > 0, exact=True)
    return Sense(shift, mod if isinstance(mod, str) else None)


def _added(match: Match, grain: Grain, count: int) -> tuple[Grain, int]:
    """``1 an 2 mois`` in the finer of two units."""
    second = LETTER_GRAINS.get(match.words.text("units", match.get("u2")))
    more = int(number_of(match.words, match.get("n2")) or 0)
    ratio = {(Grain.YEAR, Grain.MONTH): 12, (Grain.WEEK, Grain.DAY): 7, (Grain.HOUR, Grain.MINUTE): 60}
    if second is None or (grain, second) not in ratio:
        return grain, count
    return second, count * ratio[grain, second] + more


def ago(match: Match) -> Built:
    return _shift(match, -1, From.NOW)


def ahead(match: Match) -> Built:
    return _shift(match, 1, From.NOW)


def away(match: Match) -> Built:
    later = bool(match.get("later") or match.get("after"))
    return _shift(match, 1 if later else -1, From.TEXT)


def last_ones(match: Match) -> Built:
    letter = match.words.text("units", match.get("u"))
    number = match.get("n") or match.get("n2")
    if re.search(r"premieres? ", match.match.group()) and not number:
        return None
    value = quantity(number_of(match.words, number), letter) if number else quantity(None, letter)
    return Sense(Constant(TimexKind.DURATION, value))


def relative(match: Match) -> Built:
    unit, direction = match.get("u"), _direction(match)
    if match.has("same"):
        return same(match)
    if direction is None:
        return None
    start = From.NOW if direction in (Direction.LAST, Direction.NEXT) else From.TEXT
    count = -1 if direction in (Direction.LAST, Direction.PRECEDING) else 1
    if unit in _PARTS:
        return Sense(Moment(Shift(Grain.DAY, count, start), Clock(match.words.text("parts", unit))))
    if unit == "jour" and start is From.NOW:
        return None
    return Sense(Shift(_GRAINS[unit], count, start))


def same(match: Match) -> Built:
    unit = match.get("u")
    if unit in _PARTS:
        return Sense(Moment(Shift(Grain.DAY, 0, From.TEXT), Clock(match.words.text("parts", unit))))
    return Sense(Shift(_GRAINS[unit], 0, From.TEXT))


def this(match: Match) -> Built:
    """``cette année`` is the article's, ``cette même année`` and ``cette année-là`` the text's."""
    unit = match.get("u")
    told = match.has("same") or match.get("la") == "-la"
    start = From.TEXT if told else From.NOW
    if unit == "journee" and not told:
        return None
    if unit == "jour" and not told and not match.has("la") and match.before(3).endswith("a "):
        return None
    if unit in _PARTS:
        return Sense(Moment(Shift(Grain.DAY, 0, start), Clock(match.words.text("parts", unit))))
    return Sense(Shift(_GRAINS[unit], 0, start))


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
    return Sense(Shift(_GRAINS[match.get("u")], 0), _MODS.get(match.get("end")))


# --- sets and quantities ----------------------------------------------------

_SET_PARTS = {"matin": "XXXX-XX-XXTMO", "soir": "XXXX-XX-XXTEV", "nuit": "XXXX-XX-XXTNI", "apres-midi": "XXXX-XX-XXTAF",
              "ete": "XXXX-SU", "hiver": "XXXX-WI", "printemps": "XXXX-SP", "automne": "XXXX-FA",
              "week-end": "XXXX-WXX-WE", "weekend": "XXXX-WXX-WE"}  # fmt: skip


def every(match: Match) -> Built:
    if match.get("u"):
        count = number_of(match.words, match.get("n")) if match.get("n") else 1
        return Sense(Constant(TimexKind.SET, quantity(count, match.words.text("units", match.get("u")))))
    if match.get("w"):
        weekday_index = match.words.number("weekdays", match.get("w"))
        return Sense(Constant(TimexKind.SET, f"XXXX-WXX-{weekday_index + 1}"))
    if match.get("m"):
        return Sense(Constant(TimexKind.SET, f"XXXX-{match.words.number('months', match.get('m')):02d}"))
    part = match.get("p")
    value = _SET_PARTS.get(part) or _SET_PARTS.get(part.rstrip("s"))
    return Sense(Constant(TimexKind.SET, value)) if value else None


def times(match: Match) -> Built:
    return Sense(Constant(TimexKind.SET, quantity(1, match.words.text("units", match.get("u")))))


def periodically(match: Match) -> Built:
    letter = {"q": "D", "j": "D", "h": "W", "m": "M", "a": "Y"}[match.get("a")[0]]
    return Sense(Constant(TimexKind.SET, f"P1{letter}"))


def _limit(match: Match) -> str | None:
    mod = match.words.tables["limits"].get(match.get("l").strip())
    return mod if isinstance(mod, str) else None


def half_unit(match: Match) -> Built:
    if match.get("q"):
        value = "PT15M" if match.get("q")[:2] in ("un", "1/") else "PT45M"
    else:
        value = {"heure": "PT30M", "journee": "PT12H", "siecle": "P50Y"}.get(match.get("du"), "")
    return Sense(Constant(TimexKind.DURATION, value), _limit(match)) if value else None


def half_away(match: Match) -> Built:
    minutes = {"heure": 30, "journee": 720}.get(match.get("du"), 15)
    later = bool(match.get("later"))
    return Sense(Shift(Grain.MINUTE, minutes if later else -minutes, From.TEXT, later))


def round_number(match: Match) -> Built:
    count = match.words.number("round_numbers", match.get("n"))
    vague = match.get("n") and match.match.group().startswith("quelques")
    value = quantity(None if vague else count, match.words.text("units", match.get("u")))
    return Sense(Constant(TimexKind.DURATION, value), "APPROX")


def duration(match: Match) -> Built:
    unit = match.get("u")
    if match.original("u")[0].isupper() and not is_shouted(match, "u"):
        return None
    written = match.get("n")
    if re.match(r"-lumieres?", match.after(9)) or re.search(
        r"(?:^|\W)(?:no|n°|article|page)\.? $", match.before(9)
    ):
        return None
    if written and number_of(match.words, written) is None:
        return None
    if written in ("un", "une") and not _single(match, unit):
        return None
    letter = match.words.text("units", unit)
    count = number_of(match.words, written) if written else None
    if match.get("big") and count is not None:
        count *= 1e9 if match.get("big").startswith("milliard") else 1e6
    value = quantity(count, letter)
    if match.get("half") and count is not None:
        value = quantity(count, letter) + "30M" if letter == "TH" else quantity(count + 0.5, letter)
    for more in ("2", "3"):
        if match.get("n" + more) and count is not None:
            value = with_more(
                value,
                number_of(match.words, match.get("n" + more)),
                match.words.text("units", match.get("u" + more)),
            )
    return Sense(Constant(TimexKind.DURATION, value), _limit(match))


def _single(match: Match, unit: str) -> bool:
    """*un jour* and *une seconde* mostly mean something else."""
    if unit == "jour":
        return bool(match.get("l")) or bool(
            re.search(r"(?:en|pendant|durant|d'|apres|a|depuis|sur) $", match.before(9))
        )
    if unit == "seconde":
        return not re.match(r" [a-z]", match.after(2))
    return True


# --- hours ------------------------------------------------------------------

_DURATION_BEFORE = re.compile(
    r"(?:^|\W)(?:en|pendant|durant|duree(?: totale)? d[e']|dure|depuis|temps de|record de|plus de|moins de|presque|pres de|dans"
    r"|pour|quelques?|toutes les|les|ces|des|sous|premieres|dernieres|il y a|sur|au moins|environ|et|total de)[ ]?$"
)
_CLOCK_BEFORE = re.compile(
    r"(?:^|\W)(?:a|vers|des|jusqu'a|jusque vers|avant|apres|il est|etait|autour de|aux alentours de|alentours de|entre|sur les"
    r"|jour|matin|soir|<n>|a partir de|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd'hui|nuit|midi"
    r"|\d{4}|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre),?[ (]?$"
)


def clock(match: Match) -> Built:
    hour, minute = int(match.get("h")), match.get("mi")
    if not _is_clock(match, bool(minute)):
        return None
    if not minute and match.get("half"):
        hour, minute = _halved(match, hour, match.get("half"))
    return _at(match, hour, minute or "00")


def clock_halved(match: Match) -> Built:
    """``8 p.m.`` as in translated news."""
    hour = int(match.get("h"))
    if hour > 12 and match.get("half").startswith("a"):
        return None
    if hour < 12 and match.get("half").startswith("p"):
        hour += 12
    return Sense(Clock(f"T{hour % 24:02d}:{match.get('mi') or '00'}"))


def hour_range(match: Match) -> Built:
    """``de 9 à 17 heures``; *2 à 3 heures* is how long."""
    first, second = int(match.get("h")), int(match.get("h2"))
    cue = re.search(r"(?:^|\W)(de|entre) $", match.before(8))
    joined_by_and = " et " in match.match.group()
    if second <= first or first < 5 or joined_by_and or (cue is None and "-" not in match.match.group()):
        return None
    return Sense(Interval(Clock(f"T{first:02d}:00"), Clock(f"T{second % 24:02d}:{match.get('mi2') or '00'}")))


def _is_clock(match: Match, minutes: bool) -> bool:
    before, after = match.before(26), match.after(16)
    if match.get("p") or match.get("z") or match.get("side") not in ("", "environ"):
        return True
    if ":" in match.match.group():
        return not re.search(r"(?:en|temps de|score de) $", before)
    if re.search(r"heures?$", match.match.group()) and match.original("h") and _named_heures(match):
        return False
    if minutes and not match.get("mw"):
        if re.match(r" d(?:e |')(?!apres)", after) and not _CLOCK_BEFORE.search(before):
            return False
        return not re.search(
            r"(?:^|\W)(?:en|pendant|durant|duree de|dure|temps de|environ|plus de|moins de) $", before
        )
    if _CLOCK_BEFORE.search(before) or says(match, r"[dD]ès $"):
        return not re.match(r" (?:de |d'|du |des )(?!matin|soir|l'apres|la nuit)", after)
    if re.search(r"(?:^|\W)(?:de|et|ou|environ) $", before):
        return bool(
            re.match(r" (?:a|et|ou) (?:environ )?\d", after)
            or re.search(r"h(?:eures?)?_?\d{0,2} (?:a|et|ou) $", before)
        )
    return not _DURATION_BEFORE.search(before) and match.match.group().rstrip().endswith("h")


def _named_heures(match: Match) -> bool:
    """The race of *24 Heures*."""
    return "Heures" in match.text[match.start : match.end]


def _halved(match: Match, hour: int, half: str) -> tuple[int, str]:
    if "moins" in half:
        less = number_of(match.words, half.replace("moins", "").strip())
        return (hour - 1) % 24, str(60 - int(less or 15))
    return hour, "15" if "quart" in half else "30"


def _at(match: Match, hour: int, minute: str) -> Built:
    part = match.get("p") or match.get("p2")
    if part and hour < 12 and re.search(r"soir|apres-midi", part):
        hour += 12
    if hour > 24 or int(minute) > 59:
        return None
    seconds = ":" + match.get("s") if match.get("s") else ""
    side = match.words.tables["sides"].get(match.get("side"))
    mod = side if isinstance(side, str) else None
    if mod is None and match.before(6).endswith("vers "):
        mod = "APPROX"
    return Sense(Clock(f"T{hour % 24:02d}:{int(minute):02d}{seconds}"), mod)


def clock_in_words(match: Match) -> Built:
    hour = int(number_of(match.words, match.get("hw")) or 0)
    minute = str(int(number_of(match.words, match.get("miw")) or 0)) if match.get("miw") else ""
    before = match.before(26)
    sure = bool(match.get("p") or match.get("z")) or bool(
        re.search(r"(?:^|\W)(?:vers|il est|c'est|peu apres|peu avant|avant) $", before)
    )
    sure = sure or says(match, r"[dD]ès $") or (bool(match.get("miw")) and hour > 0)
    at = bool(re.search(r"(?:^|\W)(?:a|au) $", before)) and not re.match(
        r" (?:de |d'|du |des )", match.after(8)
    )
    if hour > 24 or not (sure or at):
        return None
    if match.get("half"):
        hour, minute = _halved(match, hour, match.get("half"))
    return _at(match, hour, minute or "0")


def noon(match: Match) -> Built:
    if match.original("noon")[0].isupper() and is_name(match, "noon"):
        return None
    if match.before(1) == "-":
        return None
    hour, minute = (12, "0") if match.get("noon") == "midi" else (0, "0")
    extra = match.get("half").strip()
    if extra.startswith(("et", "moins")):
        hour, minute = _halved(match, hour, extra)
    elif extra:
        minute = str(int(number_of(match.words, extra) or 0))
    return _at(match, hour, minute)


_LOOSE_PART = re.compile(r"(?:^|\W)(?:en|au|au petit|(?:debut|fin|milieu)(?: de| d')|tot le|mi-)[ ']?$")
_DAY_BEFORE = re.compile(
    r"(?:di|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|(?:di|dimanche) \d{1,2}|\d{4}|hier|demain|aujourd'hui|(?:di|dimanche) 1er),? $"
)
_PART_BEFORE = r"(?:^|\W)(?:dans|durant|pendant|cours de|toute|fin de|debut de|depuis|milieu de|mi-|tard dans|tot dans) $"


def part_of_day(match: Match) -> Built:
    """Keeps its article; without one only after *en*, *au*, *début de* … ; never *boîte de nuit*."""
    part, article, before = match.get("p"), match.get("art"), match.before(20)
    if match.original("p")[0].isupper() and not is_shouted(match, "p"):
        return None
    if not article and not re.match(r" (?:du \d|d[eu] \w+di )", match.after() + " "):
        petit = match.match.group().startswith("petit")
        if not petit and not _LOOSE_PART.search(before) and not _DAY_BEFORE.search(before):
            return None
    if part in ("soiree", "matinee") and article and not re.search(_PART_BEFORE, before):
        return None
    return Sense(Clock(match.words.text("parts", part)))


# --- named days -------------------------------------------------------------


def feast(match: Match) -> Built:
    """*Noël* may be a first name: it needs a preposition, a year, or to stand alone."""
    alone = match.start == 0 and not match.after().strip()
    if not alone and not match.original("f")[0].isupper() and not match.get("f").startswith(("fete", "nouvel", "jour")):
        return None
    said = re.search(
        r"(?:^|\W)(?:a|avant|apres|pour|depuis|des|jusqu'a|fete de|veille de|soir de|la|l'|du|le)[ ]?$",
        match.before(14),
    )
    if not (alone or said or match.get("pre") or match.get("y")):
        return None
    numbers = match.words.numbers("feasts", match.get("f"))
    fixed = len(numbers) == 2
    month_day = (numbers[0], numbers[1]) if fixed else (1, 1)
    return Sense(Feast(*month_day, None if fixed else numbers[0], year_number(match, "y")))
