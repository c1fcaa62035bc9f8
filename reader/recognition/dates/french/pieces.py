"""What the French patterns are put together from, beside the word tables."""

from __future__ import annotations

_POINT = (
    r"(?:<w{n}:weekdays>(?: (?:le )?<d{n}:figureday>)?|<e{n}:dayword>)"
    r"(?:(?: |-)<m{n}:month>(?: <y{n}:year>)?)?"
)

AFTER_A_COUNT = (
    "units numbers 0 round_numbers vagueness et a ou d demi quart quarts million millions milliard milliards"
    " bon bons bonne bonnes petit petits petite petites grosse grosses peu peine moins plus"
)
"""What may be the second word of a length of time: behind its number, or the second of its limit."""

PIECES = {
    "num": r"\d{1,3}(?: \d{3}){1,2}(?!\d)|\d{1,6}(?:,\d{1,2})?|(?:(?:-et-|-| et | )?<numbers>){1,6}",
    "vague": r"quelques|plusieurs|(?:de )?nombreu(?:x|ses)|(?:de )?longu?e?s|bien des",
    "day": r"(?:1_er|1ere?|1o|1_°|0?[1-9]|[12]\d|3[01])(?!\d|,\d|_%|\.\d)",
    "figureday": r"<day>|premier",
    "smallnumber": "quatorze|quatre|quinze|treize|trente|douze|seize|trois|vingt|cinq|deux|huit|neuf|onze"
    "|sept|dix|six|une|un",
    "dayword": r"<day>|premier|<smallnumber>(?:(?:-et-|-| et )<smallnumber>)?",
    "month": r"<months>|<short_months>(?!\w)\.?",
    "year": r"\d{4}(?!\d)|'\d{2}(?!\d)|\d{2}(?=_(?:$|[.,;)\n]))",
    "longyear": r"\d{4}(?!\d)|'\d{2}(?!\d)|[4-9]\d(?=_(?:$|[.,;)\n]))",
    "fullyear": r"(?:1\d|20|21)\d{2}(?!\d)",
    "wd": r"<weekdays>|<short_weekdays>\.?(?=,? \d)",
    "wdname": r"<weekdays>|<short_weekdays>\.?",
    "dem": r"cette|cet|ces|ce",
    "article": r"les |le |la |l'_",
    "share": r"(?:une |un )?(?:<good> )?demi[ -](?P<hu>heure|journee|siecle|annee)"
    r"|(?P<qn>un|trois) quarts? (?:d'_(?P<qh>heure)|de siecle)"
    r"|une (?:<good> )?<round:round_numbers> d(?:e |'_)<ru:units>",
    "whole": r"(?:(?P<from>\d{1,3}(?:,\d)?|<numbers>) (?:a|ou) )?(?:<n:num>|<v:vague>)"
    r"(?: (?P<big>millions?|milliards?) d(?:e |'_)| )(?:<good> )?<u:units>"
    r"(?P<half> et demie?)?(?:,? (?:et )?<n2:num> <u2:units>)?",
    "counted": "<l:limit>?(?:<share>|<whole>)",
    "ofyear": r"(?:(?:de )?l'_(?:annee|an) <dir:adjective>|de (?:la|cette) meme annee)",
    "ofmonth": r"(?:(?P<courant>courant)|(?:de )?(?:ce|cett?e?) mois(?:-ci)?|du mois(?: <dir:adjective>)?)",
    "good": r"(?:bon(?:ne)?|petite?|grosse|gros|longu?e?)s?",
    "adverb": r",? (?:deja|maintenant|bientot|exactement|seulement|justement|tout juste|de (?:ca|cela),?)",
    "last": r"derni(?:er|ere)s?|passee?s?|ecoulee?s?",
    "next": r"prochaine?s?|a venir|qui vient",
    "following": r"suivante?s?|qui sui(?:t|vit|vait)|d'apres",
    "preceding": r"precedente?s?|qui prece(?:de|dait)|d'avant",
    "adjective": r"<last>|<next>|<following>|<preceding>",
    "limit": r"<limits>(?:(?<=')| )",
    "zone": r"(?:,? (?:en )?heures?(?: a)? (?:locales?|francaise|universelle|normale|d[eu] <place>|d'<place>)"
    r"(?=\W|$)|_(?:utc|gmt|tu|cest|cet|edt|est|pdt|pst|cdt|cst|msk|bst|hae|hne|haa|hna)(?!\w)"
    r"(?:_[+-]_\d{1,2}(?::?\d{2})?)?)",
    "place": r"[a-z]+(?:-[a-z]+){0,3}",
    "hour": r"(?:[01]?\d|2[0-4])(?!\d)",
    "ofday": r"du mat(?:in)?(?!inee)|du soir|de l'_apres[ -]midi|de la nuit|de la matinee|de la soiree",
    "nth": r"<ordinals>|derni(?:er|ere)",
    "half": r" et (?:demie?|quart)|_1/2(?!\d)| trois quarts"
    r"| moins (?:le quart|<numbers>(?:-<numbers>)?(?: minutes)?)",
    "point1": _POINT.format(n=1),
    "point2": _POINT.format(n=2),
    "yearspan": r"de |de l'_annee |en ",
    "roman": r"[ivx]{1,6}",
    "nthword": r"<ordinals>|<late_ordinals>",
    "nthmark": r"_(?:e|eme|er)",
    "bc": r" (?:(?:av\.?|avant) j(?:\.|esus)?_-?_c(?:hrist|\.)?"
    r"|avant (?:notre ere|l'_ere (?:commune|chretienne)))",
    "ad": r" (?:(?:ap(?:r|res)?\.?) j(?:\.|esus)?_-?_c(?:hrist|\.)?|de notre ere)",
    "yearword": r"(?:deux )?mille?(?:(?:-et-|-| et | )<numbers>){0,6}",
    "inyear": r" (?:<y:fullyear>|de (?:l'_annee |l'_an |cette annee )?<y0:fullyear>"
    r"|de (?P<rel>cette annee|l'_(?:annee|an) <dir:adjective>))",
}
