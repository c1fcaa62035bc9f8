"""French: named days that come back every year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.recognition.dates.calendar import add_days
from reader.recognition.dates.french.common import direction_of
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.holidays import Holiday
from reader.recognition.dates.reading import year_number

if TYPE_CHECKING:
    from datetime import date

    from reader.recognition.dates.grammar import Built

_PENTECOST = Holiday((49,))
_MOTHERS = (5, 6, -1)


class MothersDay(Holiday):
    """The last Sunday of May; if that is Pentecost the next (Code de l’action sociale, D. 215-1)."""

    __slots__ = ()

    def day_in(self, year: int) -> date | None:
        day = super().day_in(year)
        return add_days(day, 7) if day is not None and day == _PENTECOST.day_in(year) else day


_SAID = (
    r"(?:^|\W)(?:a|avant|apres|pour|depuis|des|jusqu'a|la|l'|du|le|d'ici"
    r"|(?:fete|soir|lendemain|nuit|matin|veille|week-?end) de)[ ]?$"
)
_OTHERS = (
    r"-| (?:chinois|lunaire|jui(?:f|ve)|musulman|berbere|vietnamien|iranien|perse|tibetain|orthodoxes?|russe"
    r"|copte|armenien|d[eu] [a-z])"
)
"""Behind a feast of another calendar, or a name."""
_SURELY = r"(?:^|\W)(?:a|avant|apres|depuis|jusqu'a|(?:veille|soir|nuit|lendemain|matin) de) $"
_PLAIN = (
    *("fete", "nouvel", "jour", "reveillon", "thanksgiving", "halloween"),
    *("jeudi", "vendredi", "samedi", "dimanche", "lundi"),
)
"""What is a feast with a small letter too."""


def feast(match: Match) -> Built:
    """*Noël* may be a first name: it needs a preposition, a year, or to stand alone."""
    name = match.get("f")
    alone = match.start == 0 and not match.after().strip()
    announced = match.get("pre") or match.get("y") or match.get("end")
    small = name.startswith((*_PLAIN, "saint")) or re.search(_SURELY, match.before(12))
    if not (alone or announced or match.original("f")[0].isupper() or small):
        return None
    if not (alone or announced or name.startswith(_PLAIN) or re.search(_SAID, match.before(14))):
        return None
    if re.match(_OTHERS, match.after(16)) or re.search(r"ile de l'$", match.before(10)):
        return None
    table = "feasts" if name in match.words.tables["feasts"] else "weekday_feasts"
    rule = tuple(match.words.numbers(table, name))
    kind = MothersDay if rule == _MOTHERS else Holiday
    weekend = match.has("end")
    return Sense(kind(rule, year_number(match, "y"), direction_of(match), weekend))
