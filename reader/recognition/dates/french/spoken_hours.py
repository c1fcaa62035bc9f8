"""French: times of day in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.french.hours import clock_at, halved, on_half
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.moments import Clock
from reader.recognition.dates.reading import is_name, says
from reader.recognition.dates.words import number_of

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built

_LASTING = r"(?:^|\W)(?:pendant|durant|duree de) $"
_AT = (
    r"(?:^|\W)(?:vers(?: les)?|sur le coup de|aux alentours de"
    r"|autour de|il est|c'est|(?:peu )?avant|peu apres) $"
)
_TO_HOUR = r" (?:a|jusqu'a) (?:midi|minuit|\d{1,2}_? ?h|[a-z]+(?:-[a-z]+){0,2} heures)"


def clock_in_words(match: Match) -> Built:
    before = match.before(26)
    if re.search(_LASTING, before):
        return None
    hour = int(number_of(match.words, match.get("hw")) or 0)
    minute = str(int(number_of(match.words, match.get("miw")) or 0)) if match.get("miw") else ""
    sure = bool(match.get("p") or match.get("z")) or bool(re.search(_AT, before))
    sure = (
        sure
        or bool(re.search("trois|moins", match.get("half")))
        or says(match, r"[dD]ès $")
        or (bool(match.get("miw")) and hour > 0)
    )
    sure = sure or (before.endswith("de ") and bool(re.match(_TO_HOUR, match.after())))
    at = bool(re.search(r"(?:^|\W)(?:a|au) $", before)) and not re.match(
        r" (?:de |d'|du |des )", match.after(8)
    )
    if hour > 24 or not (sure or at):
        return None
    if match.get("half"):
        hour, minute = halved(match, hour, match.get("half"))
    return clock_at(match, hour, minute or "0")


def noon(match: Match) -> Built:
    if match.original("noon")[0].isupper() and is_name(match, "noon"):
        return None
    if match.before(1) == "-":
        return None
    hour, minute = (12, "0") if match.get("noon") == "midi" else (0, "0")
    extra = match.get("half").strip()
    if extra.startswith(("et", "moins")):
        hour, minute = halved(match, hour, extra)
    elif extra:
        minute = str(int(number_of(match.words, extra.replace("minutes", "")) or 0))
    return clock_at(match, hour, minute)


def spoken(match: Match) -> Built:
    """*huit heures quarante du soir* without its *heures*: *huit quarante du soir*, *5 du matin*."""
    hour = int(number_of(match.words, match.get("hw")) or 0) if match.get("hw") else int(match.get("h"))
    minute = int(number_of(match.words, match.get("miw")) or 0) if match.get("miw") else 0
    half, part = match.get("half"), match.get("p") or match.get("p2")
    if match.has("near") and minute < 10:
        return None
    if not 0 < hour <= (12 if not match.get("miw") else 23) or minute > 59:
        return None
    if re.search(r"(?:^|\W)(?:le|du|au|les|des|numero|n°) $", match.before(8)):
        return None
    if match.get("more"):
        hour, told = halved(match, hour, match.get("more"))
        minute = int(told)
    if half:
        return Sense(Clock(f"T{on_half(hour, half[0]):02d}:{minute:02d}"))
    hour += 12 if hour < 12 and re.search("soir|apres", part) else 0
    if match.has("near") and "nuit" in part and 5 <= hour < 12:
        hour += 12
    return Sense(Clock(f"T{hour:02d}:{minute:02d}"))
