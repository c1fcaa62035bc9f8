"""Named days."""

from __future__ import annotations

from reader.recognition.dates.french import days
from reader.recognition.dates.grammar import Row

ROWS = (
    # named days
    Row(
        "feasts jour soir veille fete journee",
        r"(?P<pre>(?:jour|soir|journee) d(?:e la |e l'_|e |u ))?<f:feasts>(?: <y:fullyear>)?",
        days.feast,
    ),
)
