"""French: times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.moments import Clock, Interval
from reader.recognition.dates.reading import (
    is_name,
    is_shouted,
    says,
)
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
_DURATION_BEFORE = re.compile(
    r"(?:^|\W)(?:en|pendant|durant|duree(?: totale)? d[e']|dure|depuis|temps de|record de|plus de|moins de"
    r"|presque|pres de|dans"
    r"|pour|quelques?|toutes les|les|ces|des|sous|premieres|dernieres|il y a|sur|au moins|environ|et"
    r"|total de)[ ]?$"
)
_CLOCK_BEFORE = re.compile(
    r"(?:^|\W)(?:a|vers|des|jusqu'a|jusque vers|avant|apres|il est|etait|autour de|aux alentours de"
    r"|alentours de|environs de|entre|sur les"
    r"|jour|matin|soir|a partir de|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain"
    r"|aujourd'hui|nuit|midi"
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
    seconds = ":" + match.get("s") if match.get("s") else ""
    return Sense(Clock(f"T{hour % 24:02d}:{match.get('mi') or '00'}{seconds}"))


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
    if match.get("p") or match.get("z") or match.get("side") not in ("", "environ", "autour de"):
        return True
    if match.get("side") == "autour de":
        return not re.match(r" (?:de |d')", after)
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
            re.match(r" (?:a|et|ou) (?:(?:environ )?\d|midi|minuit)", after)
            or re.search(r"h(?:eures?)?_?\d{0,2} (?:a|et|ou) $", before)
        )
    return not _DURATION_BEFORE.search(before) and match.match.group().rstrip().endswith("h")


def _named_heures(match: Match) -> bool:
    """The race of *24 Heures*."""
    return "Heures" in match.text[match.start : match.end]


def _halved(match: Match, hour: int, half: str) -> tuple[int, str]:
    if "moins" in half:
        less = number_of(match.words, half.replace("moins", "").replace("minutes", "").strip())
        return (hour - 1) % 24, str(60 - int(less or 15))
    if "trois" in half:
        return hour, "45"
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
    sure = (
        sure
        or bool(re.search("trois|moins", match.get("half")))
        or says(match, r"[dD]ès $")
        or (bool(match.get("miw")) and hour > 0)
    )
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
        minute = str(int(number_of(match.words, extra.replace("minutes", "")) or 0))
    return _at(match, hour, minute)


_LOOSE_PART = re.compile(r"(?:^|\W)(?:en|au|au petit|(?:debut|fin|milieu)(?: de| d')|tot le|mi-)[ ']?$")
_DAY_BEFORE = re.compile(
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
        if not petit and not _LOOSE_PART.search(before) and not _DAY_BEFORE.search(before):
            return None
    if part in ("soiree", "matinee") and article and not re.search(_PART_BEFORE, before):
        return None
    return Sense(Clock(match.words.text("parts", part)))
