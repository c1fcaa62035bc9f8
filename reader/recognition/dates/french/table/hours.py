"""Times of day."""

from __future__ import annotations

from reader.recognition.dates.french import hours
from reader.recognition.dates.grammar import Row

ROWS = (
    # hours
    Row(
        "0",
        r"<h:hour>(?:(?::|_h_)?(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?)?_(?P<half>[ap]\.?_?m\.?)",
        hours.clock_halved,
        then="a p am pm h 0",
    ),
    Row(
        "0",
        r"<h:hour>(?:_-_| (?:a|et) )(?P<h2>[01]?\d|2[0-4])_(?:h|heures)(?P<mi2>[0-5]\d)?(?: <p:ofday>)?",
        hours.hour_range,
        then="0 a et",
    ),
    Row(
        "0 numbers sides peu juste environ autour",
        r"(?:<side:sides> )?<h:hour>(?:_h_|_heures?_)(?:(?P<mi>[0-5]\d(?!\d))(?:_(?P<mw>minutes|min|mn|m)"
        r"(?!\w))?(?:_(?P<s>[0-5]\d)_(?:s|secondes?)?)?)?(?P<half><half>)?(?: <p:ofday>)?<z:zone>?(?: "
        r"<p2:ofday>)?",
        hours.clock,
        then="0 h heure heures apres avant de",
    ),
    Row(
        "0 sides peu juste environ",
        r"(?:<side:sides> )?<h:hour>:(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:]|[.,]\d)(?: "
        r"<p:ofday>)?<z:zone>?",
        hours.clock,
        then="0 apres avant de",
    ),
    Row(
        "numbers",
        r"(?P<hw><numbers>(?:(?:-et-|-| et )<numbers>)?) heures?(?:(?P<half><half>)(?: minutes)?| (?P<miw>"
        r"<numbers>(?:-<numbers>)?)(?! <units>))?(?: <p:ofday>)?<z:zone>?",
        hours.clock_in_words,
        then="numbers et heure heures",
    ),
    Row(
        "midi minuit sides peu juste",
        r"(?:<side:sides> )?(?P<noon>midi|minuit)(?P<half><half>| (?:trois|cinq|dix|quinze|vingt|trente)"
        r"(?: minutes)?(?! \w))?(?!-)<z:zone>?",
        hours.noon,
    ),
    # parts of the day
    Row(
        "le la l matin matinee apres soir soiree nuit petit",
        r"(?P<art>le |la |l'_)?(?:petit )?<p:parts>",
        hours.part_of_day,
    ),
)
