"""Times of day."""

from __future__ import annotations

from reader.recognition.dates.french import hours, spoken_hours
from reader.recognition.dates.grammar import Row

ROWS = (
    # hours
    Row(
        "0",
        r"(?:(?P<h0>1?\d)(?:_-_| (?:a|au) ))?(?:<h:hour>(?:(?::|_h_)?(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?)?"
        r"|(?P<hm>\d{3,4}))_(?P<half>[ap](?:\._?m\.?|_?m))",
        hours.clock_halved,
        then="0 a p am pm h au",
    ),
    Row(
        "0",
        r"<h:hour>(?:_-_| (?:a|et) )(?P<h2>[01]?\d|2[0-4])(?:_(?:h|heures)(?P<mi2>[0-5]\d)?(?: <p:ofday>)?"
        r"| <p2:ofday>)",
        hours.hour_range,
        then="0 a et",
    ),
    Row(
        "0 numbers sides peu juste environ autour",
        r"(?:<side:sides> )?<h:hour>(?:_h\._(?=[0-5]\d(?!\d| [a-z]{2,}s(?!\w))|1/2)|_h_|_heures?_)"
        r"(?:(?P<mi>[0-5]\d(?!\d))(?:_(?P<mw>minutes|min|mn|m)(?![a-z]))?"
        r"(?:_(?P<s>[0-5]\d)_(?:s|secondes?)?)?)?(?P<half><half>)?(?: <p:ofday>)?<z:zone>?(?: "
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
        spoken_hours.clock_in_words,
        then="numbers et heure heures",
    ),
    Row(
        "numbers 0",
        r"(?:(?P<hw><numbers>(?:(?:-et-|-| et )<numbers>)?)(?: (?P<miw><numbers>(?:[ -]<numbers>)?)"
        r"|(?P<more> et demie?| et quart| moins le quart)(?= d[ue]))?|<h:hour>) "
        r"(?:<p:ofday>|(?P<half>[ap](?:\._?m\.?|_?m))"
        r"|(?P<near>(?:ce|cet|dans l[ae]|dans) (?:l')?)<p2:parts>)",
        spoken_hours.spoken,
        then="numbers et moins du de a p am pm ce cet dans",
    ),
    Row(
        "midi minuit sides peu juste",
        r"(?:<side:sides> )?(?P<noon>midi|minuit)(?P<half><half>| (?:trois|cinq|dix|quinze|vingt|trente)"
        r"(?: minutes)?(?! \w))?(?!-)<z:zone>?",
        spoken_hours.noon,
    ),
    # parts of the day
    Row(
        "le la l matin matinee apres soir soiree nuit petit",
        r"(?P<art>le |la |l'_)?(?:petit )?<p:parts>",
        hours.part_of_day,
    ),
)
