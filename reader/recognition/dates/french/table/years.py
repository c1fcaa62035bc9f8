"""Months, years, seasons and longer stretches."""

from __future__ import annotations

from reader.recognition.dates.french import days, years
from reader.recognition.dates.grammar import Row

ROWS = (
    Row(
        "0 months",
        r"<m1:month>(?: <y1:fullyear>)?(?: (?:a|au|jusqu'a|jusqu'en) (?:mois d(?:e |'))?|_-_)<m2:months>"
        r"(?: <y2:fullyear>)?",
        days.month_range,
    ),
    Row(
        "0",
        r"<y1:fullyear>(?:_-_| (?:a|jusqu'en|jusqu'a) |_/_)(?P<y2>(?:1\d|20|21)\d{2}|\d{2})"
        r"(?![\d-]|_[%€]|[.,]\d)",
        days.year_range,
    ),
    # months
    Row(
        "mois ce le",
        r"(?:ce |le )?(?P<mois>mois) d(?:e |'_)<m:months>(?: <y:fullyear>)?(?: <dir:adjective>)?",
        years.month,
    ),
    Row(
        "months",
        r"<m:months>(?=(?:,_(?:de |d'_|en )?<months>){0,5},? (?:et|ou|puis) (?:de |d'_|en )?<months> "
        r"<y:fullyear>)",
        years.shared_year,
    ),
    Row("months", r"<m:months> (?:de l'_annee )?<y:longyear>", years.month),
    Row("months", r"<m:months>(?: <dir:adjective>)?", years.month),
    # years, decades, centuries
    Row(
        "annees",
        r"annees (?P<n>\d{4}|\d{2}|vingt|trente|quarante|cinquante|soixante"
        r"(?:-dix)?|quatre-vingts?(?:-dix)?|deux mille(?: dix| vingt)?)(?!\d)",
        years.decade,
    ),
    Row(
        "0 romans",
        r"(?P<n>\d{1,2}|<roman>)_(?:e|eme|er) siecle(?P<bc> (?:av\.?|avant) j(?:\.|esus)?_-?_c"
        r"(?:hrist|\.)?)?",
        years.century,
    ),
    Row("annee an l cette", r"(?:cette (?:meme )?)?(?:annee|an) <y:fullyear>", years.year_named),
    Row(
        "an 0",
        r"(?:an )?(?P<y>\d{1,4}) (?:av\.?|avant) j(?:\.|esus)?_-?_c(?:hrist|\.)?",
        years.year_before_christ,
    ),
    Row(
        "ordinals 0",
        r"<n:ordinals> (?P<u>trimestre|semestre)(?: (?:de (?:l'_annee )?)?<y:fullyear>)?",
        years.part_of_year,
    ),
    # seasons
    Row(
        "seasons l cet",
        r"(?:(?P<art>l'_|le |cet |ce )(?:meme )?)?<s:seasons>(?: <y:fullyear>| <dir:adjective>)?",
        years.season,
    ),
)

BARE = (
    # years on their own
    Row("0", r"(?P<n>(?:1\d|20)\d0|[2-9]0)(?!\d|_%)", years.decade_again),
    Row("0", r"<y:fullyear>", years.year),
)
"""After every other row."""
