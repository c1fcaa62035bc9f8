"""How often."""

from __future__ import annotations

from reader.recognition.dates.french import quantities
from reader.recognition.dates.grammar import Row

ROWS = (
    # sets
    Row(
        "tous toutes",
        r"tou(?:s|tes) les (?:(?:<n:num>) )?(?:<u:units>|(?P<p>matins|soirs|nuits|apres-midi)|(?P<w>(?:"
        r"<weekdays>))s)",
        quantities.every,
    ),
    Row(
        "chaque",
        r"chaque (?:<u:units>|(?P<p>matin|soir|nuit|apres-midi|ete|hiver|printemps|automne|week-?end)|"
        r"<w:weekdays>|<m:months>)",
        quantities.every,
    ),
    Row("0 numbers", r"(?:<n:num>) fois par <u:units>", quantities.times, then="0 numbers et fois"),
    Row(
        "quotidiennement hebdomadairement mensuellement annuellement journellement",
        r"(?P<a>quotidiennement|hebdomadairement|mensuellement|annuellement|journellement)",
        quantities.periodically,
    ),
)
