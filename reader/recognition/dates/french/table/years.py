"""Months, years, seasons and longer stretches."""

from __future__ import annotations

from reader.recognition.dates.french import centuries, days, years
from reader.recognition.dates.grammar import Row

ROWS = (
    Row(
        "months short_months",
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
    Row(
        "months",
        r"<m:months> <ofyear>",
        years.in_told_year,
        then="de l",
    ),
    Row("months", r"<m:months> (?:de l'_annee )?<y:longyear>", years.month),
    Row("short_months", r"<m:short_months>\.? <y:fullyear>", years.short_month, then="0"),
    Row("months", r"<m:months>(?: <dir:adjective>)?", years.month),
    # years, decades, centuries
    Row(
        "annees",
        r"annees (?P<n>\d{4}|\d{2})_-_(?P<n2>\d{4}|\d{2})(?![\d-])",
        years.decades,
    ),
    Row("annees", r"annees (?P<n>\d{1,3}0)<bc>", years.decade_before_christ, then="0"),
    Row(
        "annees",
        r"annees (?P<n>\d{4}|\d{2}|vingt|trente|quarante|cinquante|soixante"
        r"(?:-dix)?|quatre-vingts?(?:-dix)?|<yearword>)(?!\d)(?:'?s(?!\w))?",
        years.decade,
    ),
    Row(
        "0 romans",
        r"(?P<n>\d{1,2}|<roman>)<nthmark> (?:au |a |- ?)(?P<n2>\d{1,2}|<roman>)<nthmark> siecles?<bc:bc>?",
        centuries.century_range,
        then="e er eme au a",
    ),
    Row(
        "0 romans ordinals late_ordinals",
        r"(?:(?P<n>\d{1,2}|<roman>)<nthmark>|<nw:nthword>)(?: siecle)?"
        r"(?=(?:, (?:\d{1,2}|<roman>)<nthmark>){0,3},? (?:et|ou|puis) (?:le |au |du )?"
        r"(?:(?:\d{1,2}|<roman>)<nthmark>|<nthword>) siecles?(?P<bc><bc>)?)",
        centuries.century,
        then="e er eme et ou puis romans 0 siecle",
    ),
    Row(
        "0 romans ordinals late_ordinals",
        r"(?:(?P<n>\d{1,2}|<roman>)<nthmark>|<nw:nthword>) (?:siecles?|(?P<millennium>millenaires?))"
        r"(?:<bc:bc>|<ad>)?",
        centuries.century,
        then="e er eme siecle siecles millenaire neuvieme huitieme septieme et unieme deuxieme",
    ),
    Row(
        "annee an l cette",
        r"(?:cette (?:meme )?)?(?:annee|an) <y:fullyear><ad>?",
        years.year_named,
        then="0 annee an meme",
    ),
    Row("an annee", r"(?:an|annee) (?:(?P<y>\d{3})(?!\d|,\d|_%)|<yw:yearword>)<ad>?", years.year_in_words),
    Row("mille mil", r"<yw:yearword>", years.year_in_words, then="numbers"),
    Row("deux", r"<yw:yearword>", years.year_in_words, then="mille"),
    Row("an 0", r"(?:an )?(?P<y>\d{1,4})<bc>", years.year_before_christ, then="0 av avant"),
    Row(
        "ordinals 0 dernier",
        r"(?:<n:ordinals>|(?P<last>dernier)) (?P<u>trimestre|semestre)(?:<inyear>)?",
        years.part_of_year,
        then="trimestre semestre e er eme nd",
    ),
    Row(
        "t q s 0",
        r"(?:(?P<u>[tqs])(?P<n>[1-4])|(?P<n1>[1-4])_(?P<u1>[ts]))(?: |_[/-]_)<y:fullyear>",
        years.short_part,
        then="0 t s",
    ),
    # seasons
    Row(
        "seasons l cet cette",
        r"(?:(?P<art>l'_|le |cett?e? |ce )(?:meme )?)?<s:seasons>"
        r"(?: <y:fullyear>(?:_[/-]_(?:\d{4}|\d{2})(?![\d/-]))?| <dir:adjective>)?",
        years.season,
    ),
)

BARE = (
    # years on their own
    Row("0", r"(?P<n>(?:1\d|20)\d0|[2-9]0)(?!\d|_%)", years.decade_again),
    Row("0", r"<y:fullyear>", years.year),
)
"""After every other row."""
