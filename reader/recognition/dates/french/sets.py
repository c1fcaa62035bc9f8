"""French: how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.reading import day_number, is_name, month_number, quantity
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_PARTS = {
    "matin": "XXXX-XX-XXTMO",
    "apres-midi": "XXXX-XX-XXTAF",
    "soir": "XXXX-XX-XXTEV",
    "nuit": "XXXX-XX-XXTNI",
    "printemps": "XXXX-SP",
    "ete": "XXXX-SU",
    "automne": "XXXX-FA",
    "hiver": "XXXX-WI",
    "week-end": "XXXX-WXX-WE",
    "weekend": "XXXX-WXX-WE",
}


def _every(value: str) -> Built:
    return Sense(Constant(TimexKind.SET, value))


def every(match: Match) -> Built:
    """*chaque lundi*, *tous les deux ans*, *tous les 14 juillet*, *les jeudis soir*."""
    if match.get("u"):
        count = number_of(match.words, match.get("n")) if match.get("n") else 1
        return _every(quantity(count, match.words.text("units", match.get("u"))))
    if match.get("w"):
        weekday = f"XXXX-WXX-{match.words.number('weekdays', match.get('w')) + 1}"
        part = match.get("part").rstrip("s")
        return _every(weekday + (match.words.text("parts", part) if part else ""))
    if match.get("m"):
        month = f"XXXX-{month_number(match, 'm'):02d}"
        return _every(f"{month}-{day_number(match, 'd'):02d}" if match.get("d") else month)
    part = match.get("p")
    value = _PARTS.get(part) or _PARTS.get(part.rstrip("s"))
    return _every(value) if value else None


def of_every_month(match: Match) -> Built:
    """*le 3 de chaque mois*; a day of the week in each month has no value of its own."""
    number = day_number(match, "d")
    return _every(f"XXXX-XX-{number:02d}") if number else _every("P1M")


def plural_weekday(match: Match) -> Built:
    """*les jeudis*, but neither *deux jeudis* nor *les Lundis de l’Opéra*."""
    if not re.search(r"(?:^|\W)(?:les|aux|et|ou|par)(?: |$)|^\W*$|[,:(] ?$", match.before(6)):
        return None
    if is_name(match, "w") and re.match(r" (?:d[eu] |des |d'|\w+s\b)", match.after()):
        return None
    return None if re.match(r"_? ?\d", match.after(4)) else every(match)


def one_in(match: Match) -> Built:
    """*un jour sur deux*, *un mardi sur trois*."""
    count = number_of(match.words, match.get("n"))
    if count is None or not 2 <= count <= 12:
        return None
    letter = match.words.text("units", match.get("u")) if match.get("u") else match.get("wd") and "W"
    return _every(quantity(count, letter or ("W" if match.get("p").startswith("week") else "D")))


def rate(match: Match) -> Built:
    """*deux fois par an*, *par jour*; *jour par jour* is bit by bit."""
    unit = match.get("u")
    if not match.get("n") and (match.before(12).endswith(f"{unit} ") or match.original("u")[0].isupper()):
        return None
    return _every(quantity(1, match.words.text("units", unit)))


def periodically(match: Match) -> Built:
    return _every(match.words.text("adverbs_of_period", match.get("a")))


_THE_PAPER = (
    r"(?:^|[^a-z])(?:l[ea]s?|l'|un|une|d[eu]|des|d'|ce|cet|cette|ces|aux?|son|leurs?|ses|notre|en|et|ou|par|deux"
    r"|plusieurs|grands?|autres?|premiers?|principa(?:l|ux)|seuls?|anciens?|celebres?|meme"
    r"|(?<!conference de )presse|journa(?:l|ux)|vies?|pain|lot|realites?|existence|magazines?|revues?|titres?"
    r"|a|selon)_?$"
)
"""Before the name of a newspaper or where the word means *everyday*."""


def periodic(match: Match) -> Built:
    """*un rapport annuel*, but neither *le quotidien sportif* nor *la vie quotidienne*."""
    alone = match.start == 0 and not match.after().strip(" .!?")
    before = match.before(24).rstrip()
    if not alone and (not re.search(r"[a-z]{3}$", before) or re.search(_THE_PAPER, before)):
        return None
    if is_name(match, "a") or re.search(r"[.!?:;,(]\s*$", match.before(4)):
        return None
    return _every(match.words.text("adjectives_of_period", match.get("a")))
