"""English: how long and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import TimexKind
from reader.recognition.dates.grammar import Match, Sense
from reader.recognition.dates.meanings.basis import Constant
from reader.recognition.dates.reading import (
    day_number,
    is_name,
    is_shouted,
    quantity,
    with_more,
)

if TYPE_CHECKING:
    from reader.recognition.dates.grammar import Built
from reader.recognition.dates.english.common import (
    count_of,
    fraction_of,
    length,
    limit_of,
    more_of,
    share_of,
    unit_of,
)


def every(match: Match) -> Built:
    """*each quarter* is every three months; *every other Monday* comes every two weeks."""
    if match.get("u"):
        count = 2 if match.get("other") else (count_of(match) if match.get("n") else 1)
        letter, scale = unit_of(match)
        if letter == "Q":
            letter, scale = "M", 3
        return Sense(Constant(TimexKind.SET, quantity(None if count is None else count * scale, letter)))
    if match.get("w") and (match.get("other") or match.get("n")):
        return Sense(Constant(TimexKind.SET, f"P{(count_of(match) if match.get('n') else 2) or 1:g}W"))
    if match.get("w"):
        return Sense(
            Constant(TimexKind.SET, f"XXXX-WXX-{match.words.number('weekdays', match.get('w')) + 1}")
        )
    if match.get("m"):
        return Sense(Constant(TimexKind.SET, f"XXXX-{match.words.number('months', match.get('m')):02d}"))
    if match.get("we"):
        return Sense(Constant(TimexKind.SET, "XXXX-WXX-WE"))
    return Sense(Constant(TimexKind.SET, "XXXX-XX-XX" + match.words.text("parts", match.get("p"))))


def periodically(match: Match) -> Built:
    """Not the *Daily* of a newspaper's name."""
    if is_name(match, "a"):
        return None
    letter = match.words.text("periods", match.get("a"))
    return Sense(Constant(TimexKind.SET, f"P{letter}"))


def times(match: Match) -> Built:
    return Sense(Constant(TimexKind.SET, quantity(1, match.words.text("units", match.get("u")))))


def half_unit(match: Match) -> Built:
    value = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "century": "P50Y", "decade": "P5Y"}[
        match.get("u")
    ]
    return Sense(Constant(TimexKind.DURATION, value), limit_of(match))


def duration(match: Match) -> Built:
    unit, written = match.get("u"), match.get("n")
    if match.original("u")[0].isupper() and not is_shouted(match, "u"):
        return None
    if re.match(r"(?:-| )(?:light|old man)|-lights?", match.after()):
        return None
    count = count_of(match) if written else (2 if match.get("v").startswith("couple") else None)
    if written and count is None:
        return None
    single = unit in ("second", "minute", "day", "quarter", "min", "sec")
    if written in ("a", "an") and single and not (match.get("rest") or match.has("half")):
        return None
    if unit == "second" and written.split()[-1:] != ["one"] and not written[:1].isdigit():
        return None
    letter, scale = unit_of(match)
    if count is not None:
        count = (count + fraction_of(match) + 0.5 * match.has("half")) * scale
    value = length(count, letter)
    for more, unit_letter, each in more_of(match) if count is not None else ():
        value = with_more(value, more * each, unit_letter)
    return Sense(Constant(TimexKind.DURATION, value), limit_of(match))


def whole_unit(match: Match) -> Built:
    """*all week*, *another month*."""
    letter, scale = unit_of(match)
    return Sense(Constant(TimexKind.DURATION, quantity(scale, letter)))


def part_of_hour(match: Match) -> Built:
    return Sense(Constant(TimexKind.DURATION, f"PT{share_of(match)}M"))


def on_weekdays(match: Match) -> Built:
    """*on Mondays*, *at weekends*."""
    if match.get("w"):
        if not match.original("w")[0].isupper():
            return None
        day = match.words.number("plural_weekdays", match.get("w")) + 1
        return Sense(Constant(TimexKind.SET, f"XXXX-WXX-{day}"))
    if not re.search(r"(?:^|\W)(?:on|at|during) $", match.before(8)):
        return None
    return Sense(Constant(TimexKind.SET, "XXXX-WXX-WE"))


def day_of_every_month(match: Match) -> Built:
    day = day_number(match, "d")
    return Sense(Constant(TimexKind.SET, f"XXXX-XX-{day:02d}")) if day else None
