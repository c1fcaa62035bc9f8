"""French: times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.moments import Clock, Interval
from reader.recognition.dates.reading import (
    is_shouted,
    says,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
_DURATION_BEFORE = (
    r"(?:^|\W)(?:en|pendant|durant|duree(?: totale)? d[e']|dure|depuis|temps de|record de|plus de|moins de"
    r"|presque|pres de|dans"
    r"|pour|quelques?|toutes les|les|ces|des|sous|premieres|dernieres|il y a|sur|au moins|environ|et"
    r"|total de)[ ]?$"
)
_CLOCK_BEFORE = (
    r"(?:^|\W)(?:a|vers|des|jusqu'a|jusque vers|avant|apres|il est|etait|autour de|aux alentours de"
    r"|alentours de|environs de|entre|(?:vers|sur) les|sur les? coups? de|passe(?:es)? de|(?:journal|jt) de"
    r"|jour|matin|soir|a partir de|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain"
    r"|aujourd'hui|nuit|midi"
    r"|\d{4}|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre),?[ (]?$"
)


def clock(match: Match) -> Built:
    hour, minute = int(match.get("h")), match.get("mi")
    if not _is_clock(match, bool(minute)):
        return None
    if not minute and match.get("half"):
        hour, minute = halved(match, hour, match.get("half"))
    return clock_at(match, hour, minute or "00")


def clock_halved(match: Match) -> Built:
    """``8 p.m.``, ``1140 a.m.`` as in translated news; ``1-3pm`` is an interval."""
    close = match.get("hm")
    hour, minute = int(close[:-2] or match.get("h")), close[-2:] or match.get("mi") or "00"
    half = match.get("half")[0]
    if (hour > 12 and half == "a") or hour > 24 or int(minute) > 59:
        return None
    seconds = ":" + match.get("s") if match.get("s") else ""
    end = Clock(f"T{on_half(hour, half):02d}:{minute}{seconds}")
    if not match.get("h0"):
        return Sense(end)
    first = int(match.get("h0"))
    if first >= hour:
        return None
    return Sense(Interval(Clock(f"T{on_half(first, half):02d}:00"), end))


def on_half(hour: int, half: str) -> int:
    """The hour of the day; *half* is ``a`` or ``p``."""
    if half == "p":
        return hour + 12 if hour < 12 else hour % 24
    return hour % 12


def hour_range(match: Match) -> Built:
    """``de 9 à 17 heures``; *2 à 3 heures* is how long."""
    first, second = int(match.get("h")), int(match.get("h2"))
    part = match.get("p") or match.get("p2")
    if re.search(r"soir|apres", part) and second < 12 and first < second:
        first, second = first + 12, second + 12
    cue = re.search(r"(?:^|\W)(de|entre) $", match.before(8))
    joined_by_and = " et " in match.match.group()
    early = first < 5 and "matin" not in part and "nuit" not in part
    if second <= first or early or joined_by_and or (cue is None and "-" not in match.match.group()):
        return None
    return Sense(Interval(Clock(f"T{first:02d}:00"), Clock(f"T{second % 24:02d}:{match.get('mi2') or '00'}")))


def _is_clock(match: Match, minutes: bool) -> bool:
    before, after = match.before(26), match.after(16)
    if match.get("p") or match.get("z") or match.get("side") not in ("", "environ", "autour de"):
        return True
    if match.get("side") == "autour de":
        return not re.match(r" (?:de |d')", after)
    if ":" in match.match.group():
        return not re.search(r"(?:en|temps de|score de) $", before)
    if re.search(r"heures?$", match.match.group()) and match.original("h") and _named_heures(match):
        return False
    if minutes and match.get("mw") == "m" and match.start == 0 and not match.after().strip(" .!?"):
        return True
    if minutes and not match.get("mw"):
        if re.match(r" d(?:e |')(?!apres)", after) and not re.search(_CLOCK_BEFORE, before):
            return False
        return not re.search(
            r"(?:^|\W)(?:en|pendant|durant|duree de|dure|temps de|environ|plus de|moins de) $", before
        )
    if re.search(_CLOCK_BEFORE, before) or says(match, r"[dD]ès $"):
        return not re.match(r" (?:de |d'|du |des )(?!matin|soir|l'apres|la nuit)", after)
    if re.search(r"(?:^|\W)(?:de|et|ou|environ) $", before):
        return bool(
            re.match(r" (?:a|et|ou) (?:(?:environ )?\d|midi|minuit)", after)
            or re.search(r"h(?:eures?)?_?\d{0,2} (?:a|et|ou) $", before)
        )
    return not re.search(_DURATION_BEFORE, before) and match.match.group().rstrip().endswith("h")


def _named_heures(match: Match) -> bool:
    """The race of *24 Heures*."""
    return "Heures" in match.text[match.start : match.end]


def halved(match: Match, hour: int, half: str) -> tuple[int, str]:
    if "moins" in half:
        less = number_of(match.words, half.replace("moins", "").replace("minutes", "").strip())
        return (hour - 1) % 24, str(60 - int(less or 15))
    if "trois" in half:
        return hour, "45"
    return hour, "15" if "quart" in half else "30"


def clock_at(match: Match, hour: int, minute: str) -> Built:
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


_LOOSE_PART = r"(?:^|\W)(?:en|au|au petit|(?:debut|fin|milieu)(?: de| d')|tot le|mi-)[ ']?$"
_DAY_BEFORE = (
    r"(?:di|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|(?:di|dimanche) \d{1,2}|\d{4}|hier|demain|aujourd'hui|(?:di|dimanche) 1er),? $"
)
_PART_BEFORE = (
    r"(?:^|\W)(?:dans|durant|pendant|cours de|toute|fin de|debut de|depuis|milieu de"
    r"|mi-|tard dans|tot dans) $"
)


def part_of_day(match: Match) -> Built:
    """Keeps its article; without one only after *en*, *au*, *début de* … ; never *boîte de nuit*."""
    part, article, before = match.get("p"), match.get("art"), match.before(20)
    if match.original("p")[0].isupper() and not is_shouted(match, "p"):
        return None
    if not article and not re.match(r" (?:du \d|d[eu] \w+di )", match.after() + " "):
        petit = match.match.group().startswith("petit")
        if not petit and not re.search(_LOOSE_PART, before) and not re.search(_DAY_BEFORE, before):
            return None
    if part == "apres midi" and not article and not (before.endswith("d'") or re.search(_DAY_BEFORE, before)):
        return None
    told = re.search(_PART_BEFORE, before) or re.match(r" d(?:[eu] \w+di|u \d|'hier)(?!\w)", match.after())
    if part in ("soiree", "matinee") and article and not told:
        return None
    return Sense(Clock(match.words.text("parts", part)))
