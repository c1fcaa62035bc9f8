"""Named days."""

from __future__ import annotations

from reader.recognition.dates.french import feasts
from reader.recognition.dates.grammar import Row

_OF = r"d(?:e la |e l'_|e |u )"
_WHEN = r"(?: (?:de )?<y:fullyear>| <dir:adjective>)?"

ROWS = (
    Row(
        "le ce week weekend",
        rf"(?:le |ce )?(?P<end>week-?end) {_OF}<f:feasts>{_WHEN}",
        feasts.feast,
        then="week weekend end de du",
    ),
    Row("feasts jour soir journee", rf"(?P<pre>(?:jour|soir|journee) {_OF})?<f:feasts>{_WHEN}", feasts.feast),
    Row(
        "weekday_feasts jour soir",
        rf"(?P<pre>(?:jour|soir) du )?<f:weekday_feasts>{_WHEN}",
        feasts.feast,
        then="de des du saint gras",
    ),
)
