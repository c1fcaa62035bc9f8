"""French: months, seasons, years and longer stretches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.calendar import Grain
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant, Direction, From
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Interval
from reader.recognition.dates.meanings.shifts import Shift
from reader.recognition.dates.meanings.stretches import Part, Season, Stretch
from reader.recognition.dates.meanings.within import InYear
from reader.recognition.dates.reading import (
    dated,
    day_number,
    is_name,
    is_shouted,
    month_number,
    says,
    year_number,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.french.common import direction_of


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
        headline = is_shouted(match, "m") and re.search(
            r"(?:^|\W)(?:en|de|fin|debut|mi-) ?$", match.before(8)
        )
        this = match.before(6).endswith(("ce ", "cet ", "cette "))
        if (
            not alone
            and not headline
            and not this
            and not (match.original("m") != "Mars" and direction_of(match))
        ):
            return None
    if re.search(r"(?:^|\D)(?:29|3\d|[4-9]\d) $", match.before(5)) and match.match.group()[0] not in "cl":
        return None
    direction = direction_of(match)
    pointed = match.before(6).endswith(("ce ", "cet ", "cette ")) or match.match.group().startswith("ce ")
    if direction is None and year is None and pointed:
        direction = Direction.THIS
    return Sense(Calendar(year, month_number(match, "m"), direction=direction))


def short_month(match: Match) -> Built:
    """``déc. 2019``."""
    return dated(Calendar(year_number(match, "y"), month_number(match, "m")))


def in_told_year(match: Match) -> Built:
    """``mars de l’année dernière``, ``15 janvier de la même année``."""
    day = day_number(match, "d")
    part = Calendar(month=month_number(match, "m"), day=day)
    if is_name(match, "m") or day == 0 or not part.possible():
        return None
    direction = direction_of(match)
    if direction is None:
        return Sense(InYear(part, Shift(Grain.YEAR, 0, From.TEXT)))
    forward = direction in (Direction.NEXT, Direction.FOLLOWING)
    textual = direction in (Direction.PRECEDING, Direction.FOLLOWING)
    return Sense(InYear(part, Shift(Grain.YEAR, 1 if forward else -1, From.TEXT if textual else From.NOW)))


_DECADE_WORDS = {"quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90}


def decade(match: Match) -> Built:
    written = match.get("n")
    if not written.isdigit():
        value = _DECADE_WORDS.get(written) or number_of(match.words, written) or 0
        written = str(int(value))
    stretch = _decade(written)
    return Sense(stretch) if stretch else None


def decade_before_christ(match: Match) -> Built:
    return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('n')) // 10:03d}X"))


def decades(match: Match) -> Built:
    """``années 1980-1990``, ``années 70-80``."""
    first, second = (_decade(match.get(n)) for n in ("n", "n2"))
    if first is None or second is None or first.first_year >= second.first_year:
        return None
    return Sense(Interval(first, second))


def _decade(written: str) -> Stretch | None:
    number = int(written)
    year = number if len(written) == 4 else (1900 if number >= 20 else 2000) + number
    return None if year % 10 else Stretch(f"{year // 10}X", year, Grain.DECADE)


def decade_again(match: Match) -> Built:
    """The second of ``années 1980 et 1990``."""
    if not re.search(r"annees \d{2,4}(?: et| ou| a| puis|,) (?:les )?$", match.before(22)):
        return None
    return decade(match)


def year_named(match: Match) -> Built:
    return Sense(Calendar(int(match.get("y"))))


def spelt_year(match: Match) -> int:
    """The number of a year in words, ``mil`` or ``mille``; 0 where it is none."""
    return int(number_of(match.words, re.sub(r"\bmil\b", "mille", match.get("yw"))) or 0)


def year_in_words(match: Match) -> Built:
    """*l’an 800*, *en mille neuf cent quatorze*; elsewhere *mille* counts something."""
    if match.get("y"):
        return Sense(Calendar(int(match.get("y"))))
    number = spelt_year(match)
    named = match.match.group().startswith("an")
    if named and re.match(r"[a-z]*s ", match.match.group()):
        return None
    if not named and (number % 1000 == 0 or not re.search(_YEAR_BEFORE, match.before())):
        return None
    if re.match(
        r" (?!(?:et|ou|puis|dans|sans|apres|sous|mais|plus|tous|les|des|ses)\b)[a-z]+[sx]\b", match.after()
    ):
        return None
    return Sense(Calendar(number)) if 1000 <= number <= 2100 else None


def year_before_christ(match: Match) -> Built:
    return Sense(Constant(TimexKind.DATE, f"BC{int(match.get('y')):04d}"))


def part_of_year(match: Match) -> Built:
    """*le dernier trimestre* needs its year; without it the one before now may be meant."""
    grain = Grain.QUARTER if match.get("u") == "trimestre" else Grain.HALF
    most = 4 if grain is Grain.QUARTER else 2
    year = year_number(match, "y") or year_number(match, "y0")
    if match.get("last") and not year and not match.has("rel"):
        return None
    number = most if match.get("last") else match.words.number("ordinals", match.get("n"))
    if number > most:
        return None
    part = Part(number, grain, year)
    told = told_year(match)
    return Sense(InYear(part, told) if told else part)


def told_year(match: Match) -> Shift | None:
    """*de cette année*, *de l’année dernière*."""
    if not match.has("rel"):
        return None
    direction = direction_of(match)
    count = {Direction.LAST: -1, Direction.PRECEDING: -1, Direction.NEXT: 1, Direction.FOLLOWING: 1}
    start = From.TEXT if direction in (Direction.FOLLOWING, Direction.PRECEDING) else From.NOW
    return Shift(Grain.YEAR, count.get(direction, 0) if direction else 0, start)


def short_part(match: Match) -> Built:
    """``T2 2025``, ``1S 2024``: how accounts write quarters and halves."""
    quarter = (match.get("u") or match.get("u1")) != "s"
    number = int(match.get("n") or match.get("n1"))
    if not match.original("u" if match.has("u") else "u1").isupper() or number > (4 if quarter else 2):
        return None
    return Sense(Part(number, Grain.QUARTER if quarter else Grain.HALF, year_number(match, "y")))


_YEAR_BEFORE = (
    r"(?:^|[^\w'])(?:en|depuis|jusqu'en|jusqu'a|annees?|an|fin|debut|avant|apres|courant|vers|ete|hiver|automne"
    r"|printemps|entre|saison|edition|horizon|d'_ici|ici|qu'en|l'an|mi|trimestre|semestre|rentree"
    r"|millesime)[ -]{1,2}$"
)
_COUNTED = (
    r"_? ?(?:[%€$£°]|(?:[a-z]{2,}(?:s|x)|euros?|dollars?|km|m|kg|tonnes?|metres?|millions?|milliards?|"
    r"h|fois|mn|min|habitants?|g|t|ha|hectares?|people|exemplaires?)(?!\w))"
)
_PLURALS_AFTER_YEAR = (
    r" (?:dans|sans|puis|sous|apres|alors|mais|plus|moins|tous|toutes|les|des|ses|ces|aux|nous|vous|ils"
    r"|elles|depuis|vers|lors"
    r"|dont|chez|jusqu|plusieurs|quelques|deux|trois|six|dix|leurs|nos|selon|pas|tres|pres|quels?|temps|deux)(?!\w)"
)


def year(match: Match) -> Built:
    """A bare figure is a year where its surroundings say so, or where nothing is counted by it."""
    number = int(match.get("y"))
    before, after = match.before(), match.after()
    if re.search(rf"\d(?:er)? (?:{match.words.alternatives('months')}) $", before):
        return None
    if re.match(r"[-/.,:]\d|_?%|'\d", after) or re.search(
        r"[\d][-/.,:]$|[#$€£+=*]_?$|(?:n[°o]|pages?|numero|chapitre|article)\.? ?$", before
    ):
        return None
    if re.match(r" \d{3}(?!\d)", after) or (
        re.search(r"\d $", before[-2:]) and not re.search(r"\d{4} $|[a-z]\d+ $", before)
    ):
        return None
    if (re.search(_YEAR_BEFORE, before) or says(match, r"[dD](?:ès|e\u0300s) $")) and not re.match(
        r" (?:euros|dollars|metres|km|%)", after
    ):
        return Sense(Calendar(number))
    named = 1900 <= number <= 2099 and says(match, r"\b[A-Z][\w.’'-]+ $", 30)
    if re.match(_COUNTED, after) and not re.match(_PLURALS_AFTER_YEAR, after) and not named:
        return None
    if not 1500 <= number <= 2100:
        return None
    return Sense(Calendar(number))


_AUXILIARY = (
    r"(?:^|\W)(?:ai|as|a|avons|avez|ont|avais|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant"
    r"|eut|pas|jamais|deja|donc|aussi|ainsi|toujours|ensuite|egalement|souvent|bien)$"
)
"""What stands before the participle *été*."""


def season(match: Match) -> Built:
    """Not the participle *été*, the Games *d’hiver*, or a *Printemps* with a capital."""
    direction, year_said = direction_of(match), year_number(match, "y")
    article = match.get("art").strip()
    before = match.before(14)
    if match.original("s")[0].isupper() and not article and match.start > 0 and is_name(match, "s"):
        return None
    if before.endswith("d'"):
        return None
    if not article and match.get("s") == "ete" and re.search(_AUXILIARY, before.rstrip()):
        return None
    if not article and year_said is None and direction is None:
        cue = r"(?:^|\W)(?:en|fin|debut|mi-|plein|fin de l'|a l'|mi)[ -]?$"
        spring = match.get("s") == "printemps" and before.endswith("au ")
        if not (spring or re.search(cue, before)) or (
            match.original("s") in ("été", "Été") and not re.search(cue, before)
        ):
            return None
    if article in ("le", "ce") and match.get("s") != "printemps":
        return None
    if match.get("s") == "printemps" and re.match(r" (?:arabe|de prague)", match.after()):
        return None
    if direction is None and article.startswith("ce"):
        direction = Direction.THIS
    return Sense(Season(match.words.text("seasons", match.get("s")), year_said, direction))
