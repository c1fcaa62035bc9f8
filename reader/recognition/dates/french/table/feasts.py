"""Named days."""

from __future__ import annotations

from reader.recognition.dates.french import feasts
from reader.recognition.dates.grammar import Row

_OF = r"d(?:e la |e l'_|e |u )"

ROWS = (
    Row(
        "feasts jour soir fete journee le week weekend ce",
        rf"(?:(?:le |ce )?(?P<end>week-?end) {_OF}|(?P<pre>(?:jour|soir|journee) {_OF}))?<f:feasts>"
        r"(?: (?:de )?<y:fullyear>| <dir:adjective>)?",
        feasts.feast,
    ),
)
