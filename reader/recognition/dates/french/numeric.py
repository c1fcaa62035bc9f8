"""French: days, months and intervals written in figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.dates import Calendar
from reader.recognition.dates.meanings.moments import Clock, Interval, Moment
from reader.recognition.dates.reading import dated, looks_like_version, weekday_number, year_number

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_ANNOUNCED = r"(?:^|\W)(?:l[ea]|du|au|des|depuis|sur|ce|avant|apres|date|d'ici(?: au?)?) $|di,? $"
_A_NUMBER = (
    r"(?:n[°o]s?\.?|loi|decrets?|decision|reglement|directive|resolution|arretes?|article|ordonnance|numero"
    r"|version|modele|norme|iso|score(?: de)?|note(?: de)?|page|ref(?:erence)?\.?"
    r"|saison|exercice|annee|hiver|tel\.?|dossier) ?:? ?$"
)
"""Before figures that are the number of something, or two years."""
_COUNTED = r"_?(?: d[eu']| des)| ?(?:%|€|e(?:me)?(?!\w)|h\d)| (?:euros?|points?|buts?|voix|ans|km|kg|degres)"


def figures(match: Match) -> Built:
    """Day first; month first only where nothing else is possible."""
    month, number = int(match.get("m")), int(match.get("d"))
    if match.get("sep") == "/" and month > 12:
        month, number = number, month
    day = Calendar(year_number(match, "y"), month, number)
    if not day.possible() or looks_like_version(match):
        return None
    return Sense(Moment(day, Clock("T" + match.get("t")))) if match.get("t") else Sense(day)


def year_first(match: Match) -> Built:
    """``2015.08.12``; with single figures only where an article says so, lest it be a version."""
    if not (len(match.get("m")) == len(match.get("d")) == 2) and not match.before(4).endswith("le "):
        return None
    return dated(Calendar(int(match.get("y")), int(match.get("m")), int(match.get("d"))))


def month_figures(match: Match) -> Built:
    return Sense(Calendar(int(match.get("y")), int(match.get("m"))))


def month_in_year(match: Match) -> Built:
    """``2016-04``; ``2010-12`` may be two years, and after *décret* it is a number."""
    year, month = int(match.get("y")), int(match.get("m"))
    if re.search(_A_NUMBER, match.before()):
        return None
    return dated(Calendar(year, month))


def year_then_month(match: Match) -> Built:
    if int(match.get("m")) > int(match.get("y")) % 100:
        return None
    return month_in_year(match)


def day_and_month_figures(match: Match) -> Built:
    """``le 17/02``: with its article or day of the week, with a zero, or when nothing else is said."""
    day = Calendar(month=int(match.get("m")), day=int(match.get("d")), weekday=weekday_number(match, "w"))
    alone = match.start == 0 and not match.after().strip()
    if not alone and (re.match(_COUNTED, match.after(10)) or re.search(_A_NUMBER, match.before())):
        return None
    if match.get("sep") != "/":
        said = day.weekday is not None or match.before(4).endswith(("le ", "du ", "au "))
        return dated(day) if said and match.get("m")[0] in "01" and len(match.get("m")) == 2 else None
    zero = match.get("m").startswith("0") and not re.search(r"\d/\d+,? (?:et )?$", match.before(10))
    if not (alone or zero or day.weekday is not None or re.search(_ANNOUNCED, match.before(10))):
        return None
    return dated(day)


def range_in_figures(match: Match) -> Built:
    """``12/03-15/03``, ``12 au 15/03/2025``; each needs a year, a zero or *du*."""
    second = Calendar(year_number(match, "y2"), int(match.get("m2")), int(match.get("d2")))
    month = match.get("m1") or match.get("m2")
    first = Calendar(year_number(match, "y1"), int(month), int(match.get("d1")))
    if first.year is None and match.get("m1"):
        first = first._replace(year=second.year)
    sure = second.year or match.get("m2").startswith("0") or match.before(3).endswith("du ")
    if not sure or not first.possible() or not second.possible() or re.search(_A_NUMBER, match.before()):
        return None
    return Sense(Interval(first, second))


def spaced_figures(match: Match) -> Built:
    """``24 12 2014``: where the text is nothing else, or as ``18 08 1978`` that no number is beside."""
    written = match.match.group()
    alone = match.before() in ("", "le ") and not match.after().strip(" .!?")
    full = re.fullmatch(r"\d\d \d\d (?:19|20)\d\d", written) is not None
    apart = not re.search(r"\d[ .,/-]*$|(?:tel|fax)\W*$|\+ ?$", match.before(8)) and not re.match(
        r"_?[ .,/-]?\d", match.after(4)
    )
    if not alone and not (full and apart):
        return None
    return dated(Calendar(year_number(match, "y"), int(match.get("m")), int(match.get("d"))))
