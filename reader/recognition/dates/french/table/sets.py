"""How often."""

from __future__ import annotations

from reader.recognition.dates.french import sets
from reader.recognition.dates.grammar import Row

_PART = r"(?: (?P<part>matin|soir|apres-midi|nuit)s?)?"

ROWS = (
    Row(
        "chaque tous",
        r"(?:chaque|tous les) (?:<ordinals>|dernier)s? (?:<weekdays>|jour|week-?end)s? d(?:u|e chaque) mois",
        sets.of_every_month,
        then="ordinals dernier les",
    ),
    Row(
        "tous toutes",
        r"tou(?:s|tes) les (?:(?:<n:num> )?<u:units>"
        r"|(?P<p>matins|soirs|nuits|apres-midi|(?:ete|hiver|automne)s|printemps|week-?ends)"
        rf"|(?P<w><weekdays>)s{_PART}|<d:dayword> <m:months>)",
        sets.every,
        then="les",
    ),
    Row(
        "chaque",
        r"chaque (?:(?:<n:num> )?<u:units>"
        r"|(?P<p>matin|soir|nuit|apres-midi|ete|hiver|printemps|automne|week-?end)"
        rf"|<w:weekdays>{_PART}|(?:<d:dayword> )?<m:months>)",
        sets.every,
    ),
    Row(
        "0 le la premier ordinals dernier derniere",
        r"(?:<d:dayword>|(?:le |la )?<nth> (?:<weekdays>|jour|week-?end|semaine)) de chaque mois",
        sets.of_every_month,
        then="de ordinals 0 dernier derniere jour semaine week weekend weekdays er e",
    ),
    Row("weekday_sets", rf"(?P<w><weekdays>)s{_PART}", sets.plural_weekday),
    Row(
        "un une",
        r"une? (?:<u:units>|<wd:weekdays>|(?P<p>matin|soir|nuit|week-?end)) sur <n:num>",
        sets.one_in,
        then="units weekdays matin soir nuit week weekend",
    ),
    Row("0 numbers", r"<n:num> fois par <u:units>", sets.rate, then="0 numbers et fois"),
    Row(
        "par",
        r"par (?P<u>jour|semaine|mois|trimestre|semestre|an|annee)",
        sets.rate,
        then="jour semaine mois trimestre semestre an annee",
    ),
    Row(
        "adverbs_of_period",
        r"<a:adverbs_of_period>",
        sets.periodically,
    ),
    Row("adjectives_of_period", r"<a:adjectives_of_period>", sets.periodic),
)
