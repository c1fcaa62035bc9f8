"""French: how long and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.reading import (
    is_shouted,
    quantity,
    with_more,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.french.common import limit_of


def half_unit(match: Match) -> Built:
    if match.get("q"):
        value = "PT15M" if match.get("q")[:2] in ("un", "1/") else "PT45M"
    else:
        value = {"heure": "PT30M", "journee": "PT12H", "siecle": "P50Y"}.get(match.get("du"), "")
    return Sense(Constant(TimexKind.DURATION, value), limit_of(match)) if value else None


def round_number(match: Match) -> Built:
    count = match.words.number("round_numbers", match.get("n"))
    value = quantity(None if match.get("v") else count, match.words.text("units", match.get("u")))
    return Sense(Constant(TimexKind.DURATION, value), "APPROX")


def duration(match: Match) -> Built:
    unit = match.get("u")
    if match.original("u")[0].isupper() and not is_shouted(match, "u"):
        return None
    written = match.get("n")
    if written == "un" and unit == "mois" and _names_month(match):
        return None
    if re.match(r"-lumieres?", match.after(9)) or re.search(
        r"(?:^|\W)(?:no|n°|article|page)\.? $", match.before(9)
    ):
        return None
    if written and number_of(match.words, written) is None:
        return None
    if (unit == "s" and match.after(1) == "'") or _is_broadcast(match, unit):
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
    if match.get("mi") and count is not None:
        if letter != "TH":
            return None
        value += f"{int(match.get('mi'))}M" + (f"{int(match.get('se'))}S" if match.get("se") else "")
    if match.get("mw"):
        minutes = 15 if "quart" in match.get("mw") else number_of(match.words, match.get("mw")) or 0
        value += f"{int(minutes)}M"
    for more in ("2", "3"):
        if match.get("n" + more) and count is not None:
            value = with_more(
                value,
                number_of(match.words, match.get("n" + more)),
                match.words.text("units", match.get("u" + more)),
            )
    return Sense(Constant(TimexKind.DURATION, value), limit_of(match))


def _is_broadcast(match: Match, unit: str) -> bool:
    """*le 20 heures* is a programme."""
    singular = re.search(r"(?:^|\D )(?:le|au|du) $", match.before(6)) is not None
    return unit == "heures" and singular and not match.get("l")


def _names_month(match: Match) -> bool:
    """*un mois de septembre* is a September, not a length."""
    following = re.match(r" d(?:e |' ?)([a-z]+)", match.after(16))
    return following is not None and following[1] in match.words.tables["months"]


def _single(match: Match, unit: str) -> bool:
    """*un jour* and *une seconde* mostly mean something else."""
    if unit == "jour":
        return bool(match.get("l")) or bool(
            re.search(r"(?:en|pendant|durant|d'|apres|a|depuis|sur) $", match.before(9))
        )
    if unit == "seconde":
        return not re.match(r" [a-z]", match.after(2))
    return True
